"""Advance widths of the fonts that a deck may name, read from open fonts of the same widths."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from fontTools.ttLib import TTFont

TWINS = {"calibri": "Carlito", "carlito": "Carlito"}
"""Carlito has the widths of Calibri, Liberation Sans those of Arial; any other font is taken as Arial."""
FALLBACK = "LiberationSans"
KNOWN = frozenset({"calibri", "carlito", "arial", "helvetica", "liberation sans"})
UNKNOWN_FONT_MARGIN = 1.08
WIDE_CHARACTER = 1.0
"""Width in ems taken for a character that the font lacks, such as an emoji."""
LINE_HEIGHT = 1.2
POINTS = 72.0
SPACE, NO_BREAK = 0x20, 0xA0
"""A font without a no-break space shows an ordinary one."""
UNITS_PER_EM = slice(18, 20)
"""Where the `head` table holds the number of font units in one em."""


@dataclass(frozen=True)
class Face:
    """Widths in ems by code point."""

    widths: Mapping[int, float]
    margin: float = 1.0

    def width(self, text: str, size: float) -> float:
        """Width of `text` on one line in inches, at `size` points."""
        widths = self.widths
        ems = sum(widths.get(ord(character), WIDE_CHARACTER) for character in text)
        return ems * self.margin * size / POINTS

    def lacks(self, text: str) -> tuple[str, ...]:
        """Characters of `text` that the font cannot show."""
        return tuple(sorted({c for c in text if not c.isspace() and ord(c) not in self.widths}))


@cache
def face(family: str, *, bold: bool = False) -> Face:
    """The face that has, as far as we know, the widths of `family`."""
    name = family.casefold().strip()
    return Face(_widths(TWINS.get(name, FALLBACK), bold), 1.0 if name in KNOWN else UNKNOWN_FONT_MARGIN)


@cache
def _widths(file: str, bold: bool) -> Mapping[int, float]:  # noqa: FBT001  (a cache key)
    font_file = files("tiger_reports.decks.fonts") / f"{file}-{'Bold' if bold else 'Regular'}.ttf"
    with as_file(font_file) as path, TTFont(path, lazy=True) as font:
        reader, names = font.reader, font.getBestCmap()
        assert reader is not None, "the font was opened from a file"
        assert names is not None, "both fonts know Unicode"
        (em,) = struct.unpack(">H", reader["head"][UNITS_PER_EM])  # `font["head"]` complains of old dates
        advances = font["hmtx"].metrics
        widths = {code: advances[glyph][0] / em for code, glyph in names.items()}
        return {NO_BREAK: widths[SPACE], **widths}
