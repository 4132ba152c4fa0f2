"""The theme's colours made from a brand: roles are fixed, text variants are darkened until they read well.

Contrast by WCAG 2.2: relative luminance of sRGB, ratio (L1 + 0.05) / (L2 + 0.05).
"""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.client import Brand

WHITE = "FFFFFF"
INK = "1B1F2A"
BETTER, WORSE = "1B7030", "B3261E"
ENOUGH = 4.5
"""Least contrast of small text."""
STEP = 0.97
DARK = 0.04045
"""Below it the curve of sRGB is a straight line."""


@dataclass(frozen=True)
class Palette:
    """Six hex digits each; `theme` names the slot that each takes."""

    ink: str
    panel: str
    primary: str
    accent: str
    accent_text: str
    light: str
    neutral: str

    @property
    def theme(self) -> dict[str, str]:
        return {
            "dk1": self.ink,
            "lt1": WHITE,
            "dk2": self.primary,
            "lt2": self.panel,
            "accent1": self.primary,
            "accent2": self.accent,
            "accent3": self.light,
            "accent4": readable(BETTER, self.panel),
            "accent5": readable(WORSE, self.panel),
            "accent6": self.neutral,
            "hlink": self.accent_text,
            "folHlink": self.accent_text,
        }


def palette(brand: Brand) -> Palette:
    panel = mix(brand.primary.upper(), WHITE, 0.05)
    primary = readable(readable(brand.primary.upper(), WHITE), panel)
    return Palette(
        ink=INK,
        panel=panel,
        primary=primary,
        accent=brand.accent.upper(),
        accent_text=readable(brand.accent.upper(), panel),
        light=mix(primary, WHITE, 0.26),
        neutral=mix(primary, WHITE, 0.5),
    )


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str) -> str:
    """`colour`, scaled towards black until it stands out from `ground` enough for small text."""
    channels = _channels(colour)
    while contrast(_hex(channels), ground) < ENOUGH and max(channels) > 0:
        channels = tuple(int(channel * STEP) for channel in channels)
    return _hex(channels)


def mix(colour: str, ground: str, share: float) -> str:
    """`share` of `colour` over `ground`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return _hex(tuple(round(one * share + other * (1 - share)) for one, other in pairs))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= DARK else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (0, 2, 4))


def _hex(channels: tuple[int, ...]) -> str:
    return "".join(f"{channel:02X}" for channel in channels)
