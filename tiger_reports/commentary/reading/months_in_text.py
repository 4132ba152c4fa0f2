"""Months and other times that a text names, as a report's reader understands them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import get_month_names

from tiger_reports.commentary.reading.lexicon import section_finder, words
from tiger_reports.commentary.reading.number_forms import SPACES
from tiger_reports.model.period import (
    Period,
    month,
    month_of,
    previous_month,
    same_month_last_year,
    shift_months,
)
from tiger_reports.text.dates import month_name

CASES = ("nominative", "genitive", "locative", "instrumental")
NEAR, BEFORE = 3, 45
"""How many words, and how many signs, before a time may make it a base."""

AHEAD = 3
"""A month without a year that comes so soon after the report's month is one to come."""

DATIVE = {
    "ru": (
        "январю",
        "февралю",
        "марту",
        "апрелю",
        "маю",
        "июню",
        "июлю",
        "августу",
        "сентябрю",
        "октябрю",
        "ноябрю",
        "декабрю",
    ),
    "pl": (
        "styczniowi",
        "lutemu",
        "marcowi",
        "kwietniowi",
        "majowi",
        "czerwcowi",
        "lipcowi",
        "sierpniowi",
        "wrześniowi",
        "październikowi",
        "listopadowi",
        "grudniowi",
    ),
}
"""The case that `month_name` does not give."""


@dataclass(frozen=True)
class Month:
    """A time named in a text. `period` None is a time that no report has figures of: a week, next month.

    `compared` means that something is measured from it (`than in May`); an `adverb` is never more (`m/m`).
    """

    start: int
    end: int
    period: Period | None
    compared: bool = False
    adverb: bool = False


def months_in(text: str, language: str, now: Period) -> tuple[Month, ...]:
    """Named times in order; of two that overlap the longer one."""
    named = [*_calendar(text, language, now), *_relative(text, language, now)]
    found: list[Month] = []
    for one in sorted(named, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def _calendar(text: str, language: str, now: Period) -> Iterator[Month]:
    pattern, numbers = _names(language)
    for match in pattern.finditer(text):
        if language == "en" and match["name"] in {"may", "march", "mar"}:
            continue
        number = numbers[match["name"].casefold()]
        period = _meant(number, match["year"], last_year=bool(match["last"]), now=now)
        yield Month(match.start(), match.end(), period, compared=_introduced(text, language, match.start()))


def _meant(number: int, year: str | None, *, last_year: bool, now: Period) -> Period | None:
    """The month of a number: of its year, of last year, else the latest one that is no month to come."""
    if year:
        return month(int(year), number)
    if last_year:
        return month(now.start.year - 1, number)
    to_come = {month_of(shift_months(now.start, ahead)).start.month for ahead in range(1, AHEAD + 1)}
    if number in to_come:
        return None
    return month(now.start.year - (number > now.start.month), number)


def _relative(text: str, language: str, now: Period) -> Iterator[Month]:
    periods = {"now": now, "previous": previous_month(now), "year_ago": same_month_last_year(now)}
    adverbs = {(one.start, one.end) for one in section_finder(language, "period", ("comparing",))(text)}
    for one in section_finder(language, "period", ("now", "previous", "year_ago", "other"))(text):
        adverb = (one.start, one.end) in adverbs
        compared = adverb or _introduced(text, language, one.start)
        yield Month(one.start, one.end, periods.get(one.name), compared, adverb)


def _introduced(text: str, language: str, at: int) -> bool:
    """Whether one of the few words before the time makes it what something is measured from."""
    before = text[max(0, at - BEFORE) : at]
    compared = section_finder(language, "role", ("base",))(before)
    since = section_finder(language, "role", ("since",))(before)
    gaps = (before[one.end :] for one in compared)
    near = any(len(gap.split()) <= NEAR and not re.search(r"[\d,;(]", gap) for gap in gaps)
    return near or any(not before[one.end :].strip() for one in since)


@lru_cache(16)
def _names(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    numbers: dict[str, int] = {}
    for at in range(1, 13):
        for case in CASES:
            numbers[month_name(month(2026, at), language, case).casefold()] = at
    numbers |= {word: at for at, word in enumerate(DATIVE.get(language, ()), start=1)}
    if language == "en":
        numbers |= {name.casefold(): at for at, name in get_month_names("abbreviated", locale="en").items()}
        numbers["sept"] = 9
    listed = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    last = "|".join(
        rf"[{SPACES}]+".join(re.escape(word).replace(r"\*", r"\w*") for word in pattern.split())
        for pattern in sorted(words(language)["period"]["last_year"], key=len, reverse=True)
    )
    year = rf"(?:[{SPACES}]+(?P<year>20\d\d)(?!\d))?(?:[{SPACES}]+(?P<last>{last})(?!\w))?"
    pattern = rf"(?<!\w)(?P<name>{listed})(?!\w)(?:['’]s)?{year}"
    return re.compile(pattern, re.IGNORECASE), numbers
