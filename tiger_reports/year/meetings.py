"""Meetings at the end of quarters: due some days before the quarter ends, never on a day off."""

from __future__ import annotations

from datetime import date, timedelta

from tiger_reports.model.cooperation import Meeting, Pause
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR, TigerPeriod, quarters
from tiger_reports.year.workdays import working_day_before

DAYS_BEFORE = 14
"""How long before the end of a quarter its meeting is due, where a client has no days of its own."""


def meetings(
    start: date, years: int, country: str, days_before: int, pauses: tuple[Pause, ...] = ()
) -> tuple[Meeting, ...]:
    """One meeting a quarter, but none for a quarter that ends in a pause."""
    return tuple(
        Meeting(quarter, due_day(quarter, country, days_before))
        for quarter in quarters(start, years)
        if not any(quarter.period.last_day in pause for pause in pauses)
    )


def quarter_before(year: int, quarter: int) -> tuple[int, int]:
    """Tiger Year and number of the quarter before."""
    return (year, quarter - 1) if quarter > 1 else (year - 1, QUARTERS_A_YEAR)


def due_day(quarter: TigerPeriod, country: str, days_before: int) -> date:
    """`days_before` the quarter's last day; on a weekend or a public holiday the working day before."""
    return working_day_before(country, quarter.period.last_day - timedelta(days_before))
