"""Feasts that move between months: where one lies on one side of a comparison only, the reader is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tiger_reports.model.period import Period
from tiger_reports.model.stretch import Feast

ORTHODOX = frozenset({"RU", "UA", "BY", "RO", "BG", "GR", "RS", "MD", "GE", "CY", "MK", "ME", "KZ"})
"""Countries where most shops and people keep Easter by the Orthodox reckoning."""


def easter_sunday(year: int, country: str) -> date:
    return _orthodox(year) if country in ORTHODOX else _western(year)


def _western(year: int) -> date:
    """The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox(year: int) -> date:
    """Meeus's Julian computus, as a day of the Gregorian calendar; the thirteen days hold until 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def moved(pairs: Iterable[tuple[Period, Period]], country: str) -> tuple[Feast, ...]:
    """Feasts that lie in one month of a pair and not in the other, by day."""
    found = set()
    for now, before in pairs:
        one, other = (_easter_in(period, country) for period in (now, before))
        if one and not other:
            found.add(Feast(one, now, before))
        if other and not one:
            found.add(Feast(other, before, now))
    return tuple(sorted(found, key=lambda feast: feast.day))


def _easter_in(period: Period, country: str) -> date | None:
    years = {period.start.year, period.last_day.year}
    return next((day for year in sorted(years) if (day := easter_sunday(year, country)) in period), None)
