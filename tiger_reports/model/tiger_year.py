"""The Tiger Year: periods counted from the day on which the cooperation began.

Boundary k is the ORIGINAL start moved by k months and clamped to the end of the month. It is never
counted from an earlier, already clamped boundary: 31 January + 3 months is 30 April, + 6 is 31 July.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.model.period import Period, shift_months

MONTHS_A_QUARTER = 3
MONTHS_A_YEAR = 12


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
        for number in range(1, 5)
    )


def months(start: date, years: int) -> tuple[TigerPeriod, ...]:
    return tuple(
        TigerPeriod(year, number, tiger_month(start, year, number))
        for year in range(1, years + 1)
        for number in range(1, MONTHS_A_YEAR + 1)
    )
