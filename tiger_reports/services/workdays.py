"""Working days and holidays of a client's country."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import holidays

from tiger_reports.model.period import Period


def working_day(country: str, first: date, number: int) -> date:
    """The `number`-th working day on or after `first`; weekends alone count where a country is unknown."""
    calendar = _calendar(country)
    day = first if calendar.is_working_day(first) else calendar.get_nth_working_day(first, 1)
    return calendar.get_nth_working_day(day, number - 1) if number > 1 else day


def working_day_before(country: str, day: date) -> date:
    """The day itself, or the last working day before it."""
    calendar = _calendar(country)
    while not calendar.is_working_day(day):
        day -= timedelta(1)
    return day


def working_days_since(country: str, last: date, today: date) -> int:
    """Working days after `last` up to and with `today`: from Friday to Monday it is one."""
    calendar = _calendar(country)
    days = (last + timedelta(at) for at in range(1, (today - last).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def working_days_in(country: str, period: Period) -> tuple[date, ...]:
    calendar = _calendar(country)
    days = (period.start + timedelta(at) for at in range(period.days))
    return tuple(day for day in days if calendar.is_working_day(day))


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
