"""Numbers as people type them in four languages, read with their sign, scale and unit.

A locale parser is not enough: for Polish a strict one refuses `12 345,6` with a plain space, and reads
`12.345` as 12.345. Where a single mark before three digits may group or divide, both readings are kept.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

SPACES = " \u00a0\u202f\u2009"
MINUSES = "\\-\u2212\u2013"
GROUP = 3


@dataclass(frozen=True)
class Reading:
    """A size without its sign, and half a unit of its last digit, both after scaling."""

    size: float
    half: float


@dataclass(frozen=True)
class Typed:
    """A number in a text. `unit` is `percent`, `points`, `fold` or empty; `sign` is 0 where none is typed.

    `currency` is a code where money is written; `scaled` says that a word such as `mln` stands beside it.
    """

    text: str
    start: int
    sign: int
    unit: str
    readings: tuple[Reading, ...]
    currency: str = ""
    scaled: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def numbers_in(text: str) -> tuple[Typed, ...]:
    """Every number of the text in order; digits that are part of a word are none."""
    return tuple(map(_typed, _pattern().finditer(text)))


@cache
def number_words() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "number_words.toml").read_text("utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    scales = [word for words in number_words()["scale"].values() for word in words]
    units = [f"(?P<{unit}>{any_of(words)})" for unit, words in number_words()["units"].items()]
    money = any_of(word for words in number_words()["currency"].values() for word in words)
    sign = rf"[+{MINUSES}](?=\d|[^\W\d_]{{3}}[{SPACES}]?\d|[$€£₽]\d)"
    return re.compile(
        rf"(?<![\w.,])(?P<sign>{sign})?[{SPACES}]?(?:(?P<before>{money})[{SPACES}]?)?"
        rf"(?P<digits>\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*)"
        rf"(?:[{SPACES}]?(?P<scale>{any_of(scales)})(?!\w))?"
        rf"(?:[{SPACES}]?(?P<after>{money})(?!\w))?"
        rf"(?:[{SPACES}]?(?:{'|'.join(units)})(?!\w))?(?!\w)"
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern of alternatives, longest first; spaces in them may be any space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", f"[{SPACES}]") for word in ordered)


def _typed(match: re.Match[str]) -> Typed:
    scale = _scale(match["scale"])
    unit = next((unit for unit in number_words()["units"] if match[unit]), "")
    sign = 0 if not match["sign"] else 1 if match["sign"] == "+" else -1
    readings = tuple(_reading(whole, part, scale) for whole, part in _splits(match["digits"]))
    start = match.start() + len(match[0]) - len(match[0].lstrip(SPACES))
    currency = _currency(match["before"] or match["after"])
    return Typed(match[0].strip(SPACES), start, sign, unit, readings, currency, bool(match["scale"]))


def _currency(word: str | None) -> str:
    codes: Mapping[str, list[str]] = number_words()["currency"]
    return next((code for code, words in codes.items() if word in words), "")


def _scale(word: str | None) -> float:
    scales: Mapping[str, list[str]] = number_words()["scale"]
    return next((float(size) for size, words in scales.items() if word in words), 1.0)


def _reading(whole: str, decimals: str, scale: float) -> Reading:
    return Reading(float(f"{whole}.{decimals or 0}") * scale, 0.5 * 10 ** -len(decimals) * scale)


def _splits(digits: str) -> list[tuple[str, str]]:
    """Whole digits and decimals, in each way that the marks allow."""
    plain = re.sub(rf"[{SPACES}']", "", digits)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return [(plain, "")]
    whole, _, decimals = plain.rpartition(marks[-1])
    grouped, divided = (re.sub(r"[.,]", "", plain), ""), (re.sub(r"[.,]", "", whole), decimals)
    if len(marks) > 1:
        return [grouped] if len(set(marks)) == 1 else [divided]
    may_group = len(decimals) == GROUP and len(whole) <= GROUP and plain == digits
    return [grouped, divided] if may_group else [divided]
