"""Working days of a client's country."""

from __future__ import annotations

from datetime import date

import holidays


def calendar_of(country: str) -> holidays.HolidayBase:
    """The country's public holidays; where it is unknown only weekends are free."""
    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return holidays.HolidayBase()


def working_day_before(country: str, day: date) -> date:
    """`day` itself if it is a working day, else the last one before it."""
    calendar = calendar_of(country)
    return day if calendar.is_working_day(day) else calendar.get_nth_working_day(day, -1)
