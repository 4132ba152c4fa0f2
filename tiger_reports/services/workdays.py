"""On which working day of a client's country something is due."""

from __future__ import annotations

from datetime import date

from tiger_reports.year.workdays import calendar_of


def working_day(country: str, first: date, number: int) -> date:
    """The `number`-th working day on or after `first`; weekends alone count where a country is unknown."""
    calendar = calendar_of(country)
    day = first if calendar.is_working_day(first) else calendar.get_nth_working_day(first, 1)
    return calendar.get_nth_working_day(day, number - 1) if number > 1 else day
