"""Working days of a client's country."""

from __future__ import annotations

from datetime import date

import holidays


def working_day(country: str, first: date, number: int) -> date:
    """The `number`-th working day on or after `first`; weekends alone count where a country is unknown."""
    try:
        calendar = holidays.country_holidays(country)
    except NotImplementedError:
        calendar = holidays.HolidayBase()
    day = first if calendar.is_working_day(first) else calendar.get_nth_working_day(first, 1)
    return calendar.get_nth_working_day(day, number - 1) if number > 1 else day
