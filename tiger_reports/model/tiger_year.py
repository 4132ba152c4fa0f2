"""The Tiger Year: periods counted from the day on which the cooperation began.

Boundary k is the ORIGINAL start moved by k months and clamped to the end of the month. It is never
counted from an earlier, already clamped boundary: 31 January + 3 months is 30 April, + 6 is 31 July.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.model.period import Period, month_of, shift_months

MONTHS_A_QUARTER = 3
MONTHS_A_YEAR = 12
QUARTERS_A_YEAR = 4
FIRST_YEAR = 1


@dataclass(frozen=True)
class TigerPeriod:
    """One numbered month, quarter or year of the cooperation; numbers start at 1."""

    year: int
    number: int
    period: Period


def boundary(start: date, months: int) -> date:
    return shift_months(start, months)


def _period(start: date, first_month: int, months: int) -> Period:
    return Period(boundary(start, first_month), boundary(start, first_month + months))


def tiger_month(start: date, year: int, number: int) -> Period:
    return _period(start, (year - 1) * MONTHS_A_YEAR + number - 1, 1)


def tiger_quarter(start: date, year: int, number: int) -> Period:
    first = (year - 1) * MONTHS_A_YEAR + (number - 1) * MONTHS_A_QUARTER
    return _period(start, first, MONTHS_A_QUARTER)


def tiger_year(start: date, year: int) -> Period:
    return _period(start, (year - 1) * MONTHS_A_YEAR, MONTHS_A_YEAR)


def baseline(start: date) -> Period:
    """The twelve months before the cooperation."""
    return _period(start, -MONTHS_A_YEAR, MONTHS_A_YEAR)


def quarters(start: date, years: int) -> tuple[TigerPeriod, ...]:
    return tuple(
        TigerPeriod(year, number, tiger_quarter(start, year, number))
        for year in range(1, years + 1)
        for number in range(1, QUARTERS_A_YEAR + 1)
    )


def months(start: date, years: int) -> tuple[TigerPeriod, ...]:
    return tuple(
        TigerPeriod(year, number, tiger_month(start, year, number))
        for year in range(1, years + 1)
        for number in range(1, MONTHS_A_YEAR + 1)
    )


def months_between(start: date, first: int, count: int) -> tuple[Period, ...]:
    """`count` Tiger months from month `first` on; 0 is the first of the cooperation, -12 of the baseline."""
    return tuple(_period(start, first + at, 1) for at in range(count))


def whole_months_from(start: date) -> date:
    """The first day of the first whole calendar month of the cooperation.

    Where figures exist by month only, quarters are counted from here: a month's figure is never cut by days.
    """
    return start if start.day == 1 else month_of(start).end


def month_number(start: date, day: date) -> int:
    """How many whole Tiger months lie between the start and `day`: 0 in the first, negative before it."""
    passed = (day.year - start.year) * MONTHS_A_YEAR + day.month - start.month
    return passed if boundary(start, passed) <= day else passed - 1


def quarter_on(start: date, day: date) -> TigerPeriod:
    """The Tiger quarter that holds `day`, which is not before the start."""
    year, month = divmod(month_number(start, day), MONTHS_A_YEAR)
    number = month // MONTHS_A_QUARTER + 1
    return TigerPeriod(year + 1, number, tiger_quarter(start, year + 1, number))


def month_on(start: date, day: date) -> TigerPeriod:
    year, month = divmod(month_number(start, day), MONTHS_A_YEAR)
    return TigerPeriod(year + 1, month + 1, tiger_month(start, year + 1, month + 1))


def year_on(start: date, day: date) -> TigerPeriod:
    year = month_number(start, day) // MONTHS_A_YEAR + 1
    return TigerPeriod(year, year, tiger_year(start, year))
