<<<<<<< HEAD
"""Working days and holidays of a client's country."""
=======
"""On which working day of a client's country something is due."""
>>>>>>> year-figures

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from tiger_reports.year.workdays import calendar_of

from tiger_reports.model.period import Period


def working_day(country: str, first: date, number: int) -> date:
    """The `number`-th working day on or after `first`; weekends alone count where a country is unknown."""
<<<<<<< HEAD
    calendar = _calendar(country)
=======
    calendar = calendar_of(country)
>>>>>>> year-figures
    day = first if calendar.is_working_day(first) else calendar.get_nth_working_day(first, 1)
    return calendar.get_nth_working_day(day, number - 1) if number > 1 else day


def working_day_before(country: str, day: date) -> date:
    """The day itself, or the last working day before it."""
    calendar = _calendar(country)
    while not calendar.is_working_day(day):
        day -= timedelta(1)
    return day


def holidays_in(country: str, period: Period, language: str) -> Mapping[date, str]:
    """Public holidays by day, named in the language where the calendar has it; none of an unknown country."""
    years = range(period.start.year, period.last_day.year + 1)
    try:
        offered = holidays.country_holidays(country).supported_languages
        named = next((code for code in offered if code[:2] == language), None)
        calendar = holidays.country_holidays(country, years=years, language=named)
    except NotImplementedError:
        return {}
    return {day: name for day, name in calendar.items() if day in period}


def _calendar(country: str) -> holidays.HolidayBase:
    """Weekends alone count where a country is unknown."""
    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return holidays.HolidayBase()
