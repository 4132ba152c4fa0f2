"""Numbers typed by people: decimal commas, spaces, percent signs. Ambiguity is refused, not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tiger_reports.text.numbers import exact

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")
_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?P<group>[.,])\d{3}((?P=group)\d{3})*(?!(?P=group))([.,]\d+)?")
_THREE = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
MINUS = "\u2212"


@dataclass(frozen=True)
class Typed:
    """What a text means as a number; `fault` is empty, or `not_a_number`, `ambiguous`, `out_of_range`."""

    value: float | None
    fault: str = ""


def parse_amount(text: str, *, least: float = 0.0, most: float = 1e12) -> Typed:
    """Read `1 234,56`, `1,234.56` or `1234.5`; an empty text is no value and no fault.

    `1,234` can be a thousand or one and a bit: it is refused, and the reader is asked to write it plainly.
    """
    compact = _SPACES.sub("", text).replace(MINUS, "-")
    if not compact:
        return Typed(None)
    if _THREE.fullmatch(compact):
        return Typed(None, "ambiguous")
    plain = _decimal_point(compact)
    if plain is None:
        return Typed(None, "not_a_number")
    try:
        value = float(Decimal(plain))
    except InvalidOperation:
        return Typed(None, "not_a_number")
    return Typed(value) if least <= value <= most else Typed(None, "out_of_range")


def parse_share(text: str) -> Typed:
    """A percentage as typed (`12,5` or `12,5 %`) as a fraction: 0.125."""
    typed = parse_amount(text.strip().removesuffix("%"), most=10_000)
    return typed if typed.value is None else Typed(float(Decimal(repr(typed.value)) / 100))


def plain_share(fraction: float | None, language: str) -> str:
    """A fraction as the percentage that a person would type: `12,5`; nothing for none."""
    if fraction is None:
        return ""
    share = (Decimal(repr(fraction)) * 100).normalize()
    return exact(share, language)


def _decimal_point(compact: str) -> str | None:
    if _PLAIN.fullmatch(compact):
        return compact.replace(",", ".")
    grouped = _GROUPED.fullmatch(compact)
    if grouped is None:
        return None
    return compact.replace(grouped["group"], "").replace(",", ".")


def parse_exact(text: str) -> Decimal | None:
    """A number whose comma or point can only be decimal (a rate, a percent), with all digits as typed."""
    compact = _SPACES.sub("", text)
    return Decimal(compact.replace(",", ".")) if _PLAIN.fullmatch(compact) else None
