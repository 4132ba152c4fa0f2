"""Followers that an activity brought, and how many of them stayed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from tiger_reports.model.effect import Gained
from tiger_reports.model.period import Period
from tiger_reports.year.effect_windows import LASTING_DAYS


def counted_on(ran: Period) -> tuple[date, date, date]:
    """The days at whose end followers are counted: before it ran, its last one, and thirty days later."""
    return ran.start - timedelta(1), ran.last_day, ran.last_day + timedelta(LASTING_DAYS)


def gained(channel: str, levels: Mapping[date, float], ran: Period, today: date) -> Gained:
    """Followers that came while it ran and how many stayed; `levels` are counts at the end of a day."""
    before, last, later = counted_on(ran)
    counts = levels.get(before), levels.get(last), levels.get(later)
    return Gained(channel, later, *counts, waits=today <= later)
