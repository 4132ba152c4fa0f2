"""One cell of a number column: what number, rate, bound or damage it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from tiger_reports.panels.currency_signs import is_sign
from tiger_reports.panels.months import is_month_word

SPACES = dict.fromkeys(
    map(ord, " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
)
APOSTROPHES = "'’‘`´"
MINUSES = "-\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d"
SHAPE = re.compile(
    rf"(?P<open>\()?(?P<minus>[{MINUSES}+])?(?P<before>[^\d.,+\-()%]*)(?P<minus2>[{MINUSES}])?"
    rf"(?P<core>[\d.,{APOSTROPHES}]*\d[.,]?)(?P<power>[eE][+-]?\d{{1,3}})?(?P<percent>%)?(?P<after>[^\d%()\-+]*?)(?P<minus3>[{MINUSES}])?"
    r"(?P<close>\))?"
)
BOUND = re.compile(r"([<>≤≥])\s*([\d.,]+)\s*(%?)")
DATE_SHAPE = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?")
WORD = re.compile(r"[^\W\d_]+")
GROUP = 3


class Mark(StrEnum):
    """The decimal mark of a file."""

    POINT = "."
    COMMA = ","


class Fault(StrEnum):
    """Why a cell is no number."""

    UNREADABLE = "unreadable_number"
    DAMAGE = "excel_damage"  # a date where a number was: 3.4 became `3.Apr`


@dataclass(frozen=True)
class Number:
    """A read cell. `percent` numbers are already fractions; `sign` is the money sign or code beside it."""

    value: float | None
    percent: bool = False
    sign: str = ""
    bound: str = ""


def parse(text: str, decimal: Mark) -> Number | Fault:
    """Read one non-null cell whose decimal mark is known."""
    bare = _bare(text)
    bound = BOUND.fullmatch(bare)
    if bound:
        return Number(None, bound=f"{bound[1]}{bound[2]}{bound[3]}")
    shape = SHAPE.fullmatch(bare)
    value = _value(shape, decimal) if shape else None
    if shape is None or value is None:
        return Fault.DAMAGE if is_damaged(text) else Fault.UNREADABLE
    return Number(value, shape["percent"] is not None, shape["before"] or shape["after"])


def is_damaged(text: str) -> bool:
    """A date in a number column: `3.Apr`, `17.юни`, `5-maj`, `2026-05-03`."""
    if DATE_SHAPE.fullmatch(text.strip()):
        return True
    words = WORD.findall(text)
    return len(words) == 1 and any(c.isdigit() for c in text) and is_month_word(words[0])


def core_of(text: str) -> str | None:
    """Digits and marks of a cell, without spaces, signs, percent and currency; None for other things."""
    shape = SHAPE.fullmatch(_bare(text))
    return _without_apostrophes(shape["core"]) if shape and _sign_is_known(shape) else None


def _bare(text: str) -> str:
    """Without spaces, and without the square brackets of a list of one: `[9]`; `[9, 3]` is no number."""
    bare = text.translate(SPACES)
    return bare[1:-1] if bare.startswith("[") and bare.endswith("]") and ", " not in text else bare


def _value(shape: re.Match[str], decimal: Mark) -> float | None:
    core = _plain(_without_apostrophes(shape["core"]), decimal)
    minuses = sum(1 for name in ("minus", "minus2", "minus3") if shape[name] and shape[name] != "+")
    bracketed = bool(shape["open"])
    if (
        core is None
        or minuses + bracketed > 1
        or bracketed != bool(shape["close"])
        or not _sign_is_known(shape)
    ):
        return None
    hundredth = -2 if shape["percent"] else 0  # shifted in text, so that 12.18% is exactly 0.1218
    value = float(f"{core}e{int((shape['power'] or 'e0')[1:]) + hundredth}")
    if not isfinite(value):
        return None
    return -value if minuses or bracketed else value


def _sign_is_known(shape: re.Match[str]) -> bool:
    before, after = shape["before"], shape["after"]
    return not (before and after) and all(not sign or is_sign(sign) for sign in (before, after))


def _without_apostrophes(core: str) -> str | None:
    """They part thousands before the decimal mark; None where one stands anywhere else."""
    mark_at = re.search(r"[.,]", core)
    cut = mark_at.start() if mark_at else len(core)
    whole, part = core[:cut], core[cut:]
    for mark in APOSTROPHES:
        if mark in part or (mark in whole and not _grouped(whole.split(mark))):
            return None
        whole = whole.replace(mark, "")
    return f"{whole}{part}"


def _plain(core: str | None, decimal: Mark) -> str | None:
    """`core` as Python writes numbers, or None where thousands marks stand wrong."""
    if core is None:
        return None
    thousands = "," if decimal is Mark.POINT else "."
    whole, mark, part = core.partition(decimal.value)
    if decimal.value in part or thousands in part or (not whole and not part):
        return None
    groups = whole.split(thousands)
    if len(groups) > 1 and not _grouped(groups):
        return None
    return "".join(groups) + (f".{part}" if mark else "")


def _grouped(groups: list[str]) -> bool:
    """1,234,567 and, as in India, 12,34,567."""
    first, *middle, last = groups
    sizes = {len(group) for group in middle}
    return 1 <= len(first) <= GROUP and len(last) == GROUP and (sizes <= {GROUP} or sizes <= {GROUP - 1})
