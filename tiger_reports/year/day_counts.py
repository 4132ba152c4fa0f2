"""Counting the working days of a country between two days."""

from __future__ import annotations

from datetime import date, timedelta

from tiger_reports.model.period import Period
from tiger_reports.year.workdays import calendar_of


def working_days_since(country: str, last: date, today: date) -> int:
    """Working days after `last` up to and with `today`: from Friday to Monday it is one."""
    after = last + timedelta(1)
    return len(working_days_in(country, Period(after, today + timedelta(1)))) if after <= today else 0


def working_days_in(country: str, period: Period) -> tuple[date, ...]:
    calendar = calendar_of(country)
    days = (period.start + timedelta(at) for at in range(period.days))
    return tuple(day for day in days if calendar.is_working_day(day))
