"""Periods of whole days, half-open: `start` is inside, `end` is the first day after."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` up to, but not including, `end`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a period ends after it starts: {self.start} .. {self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def is_calendar_month(self) -> bool:
        return self.start.day == 1 and self.end == shift_months(self.start, 1)

    @property
    def key(self) -> str:
        """`2026-10` for a calendar month, else its days as ISO 8601 writes them: `2026-03-17/2026-06-16`."""
        return self.month_key if self.is_calendar_month else f"{self.start}/{self.last_day}"

    @property
    def month_key(self) -> str:
        """`2026-10` of the month in which the period starts."""
        return f"{self.start:%Y-%m}"


@lru_cache(maxsize=1024)
def month(year: int, number: int) -> Period:
    start = date(year, number, 1)
    return Period(start, shift_months(start, 1))


def month_of(day: date) -> Period:
    return month(day.year, day.month)


def parse_month(text: str) -> Period:
    """Read `YYYY-MM`; raise ValueError for anything else."""
    year, _, number = text.strip().partition("-")
    if len(year) != 4 or len(number) != 2:  # noqa: PLR2004  (the lengths of YYYY and MM)
        raise ValueError(f"a month is written YYYY-MM, for example 2026-10, not {text!r}")
    return month(int(year), int(number))


def parse_period(key: str) -> Period:
    """Read what `Period.key` writes; raise ValueError for anything else."""
    first, between, last = key.partition("/")
    if not between:
        return parse_month(key)
    return Period(date.fromisoformat(first), date.fromisoformat(last) + timedelta(1))


def shift_months(day: date, months: int) -> date:
    """`day` moved by whole months, clamped to the last day of the month that it lands in."""
    index = day.year * 12 + day.month - 1 + months
    year, number = divmod(index, 12)
    last = calendar.monthrange(year, number + 1)[1]
    return date(year, number + 1, min(day.day, last))


def previous_month(period: Period) -> Period:
    return month_of(shift_months(period.start.replace(day=1), -1))


def same_month_last_year(period: Period) -> Period:
    return month_of(shift_months(period.start.replace(day=1), -12))


def months_up_to(period: Period, count: int) -> tuple[Period, ...]:
    """The `count` calendar months that end with `period`'s month, oldest first."""
    first = period.start.replace(day=1)
    return tuple(month_of(shift_months(first, -back)) for back in reversed(range(count)))


def months_of(period: Period) -> tuple[Period, ...]:
    """The calendar months that a period touches."""
    found = [month_of(period.start)]
    while found[-1].end < period.end:
        found.append(month_of(found[-1].end))
    return tuple(found)


def overlap(one: Period, other: Period) -> Period | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Period(start, end) if start < end else None
