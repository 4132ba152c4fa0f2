"""Working days of a client's country; of one that nobody knows the holidays of, weekends alone are free."""

from __future__ import annotations

from datetime import date, timedelta

import holidays

from tiger_reports.model.period import Period


def working_day(country: str, first: date, number: int) -> date:
    """The `number`-th working day on or after `first`."""
    calendar = _calendar(country)
    day = first if calendar.is_working_day(first) else calendar.get_nth_working_day(first, 1)
    return calendar.get_nth_working_day(day, number - 1) if number > 1 else day


def working_day_before(country: str, day: date) -> date:
    """The day itself, or the last working day before it."""
    calendar = _calendar(country)
    return day if calendar.is_working_day(day) else calendar.get_nth_working_day(day, -1)


def working_days_since(country: str, last: date, today: date) -> int:
    """Working days after `last` up to and with `today`: from Friday to Monday it is one."""
    following = Period(last + timedelta(1), today + timedelta(1)) if last < today else None
    return len(working_days_in(country, following)) if following else 0


def working_days_in(country: str, period: Period) -> tuple[date, ...]:
    calendar = _calendar(country)
    days = (period.start + timedelta(at) for at in range(period.days))
    return tuple(day for day in days if calendar.is_working_day(day))


def _calendar(country: str) -> holidays.HolidayBase:
    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return holidays.HolidayBase()
