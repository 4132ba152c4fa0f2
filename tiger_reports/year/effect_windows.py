"""The windows in which an effect is looked for: all of the activity's length, on the same weekdays."""

from __future__ import annotations

import math
from datetime import timedelta

from tiger_reports.model.period import Period

WEEK = 7
PLACEBOS = 8
LASTING_DAYS = 30


def before_of(ran: Period) -> Period:
    """As many days before, moved by whole weeks."""
    return moved(ran, -whole_weeks(ran.days))


def after_of(ran: Period) -> Period:
    return moved(ran, whole_weeks(ran.days))


def later_of(ran: Period) -> Period:
    """The same weekdays, at least thirty days after the end."""
    return moved(ran, whole_weeks(ran.days + LASTING_DAYS))


def span_of(ran: Period) -> Period:
    """All days that are looked at: from earlier windows, which show how the figure wanders, to the later."""
    return Period(moved(ran, -whole_weeks(ran.days) * (PLACEBOS + 1)).start, later_of(ran).end)


def whole_weeks(days: int) -> int:
    """The least number of days in whole weeks that is not below `days`."""
    return math.ceil(days / WEEK) * WEEK


def moved(period: Period, days: int) -> Period:
    return Period(period.start + timedelta(days), period.end + timedelta(days))
