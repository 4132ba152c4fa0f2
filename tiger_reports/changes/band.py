"""What each day of a month would have been by weekday and holidays, with the bounds of normal variation."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta

from tiger_reports.changes.counted import Counted
from tiger_reports.changes.normal import WEEK, WEEKS
from tiger_reports.changes.unusual import Usual, usual
from tiger_reports.model.judgement import ExpectedDay
from tiger_reports.model.period import Period

REACH = 3.5
"""Standard deviations from the middle within which a day is nothing unusual."""
LEAST = 0.5
"""A day without any is looked at as half a one."""


def band(counted: Counted, period: Period) -> tuple[ExpectedDay, ...]:
    """One a day of `period` with anything to count over; empty where nothing is known before it."""
    before = counted.counts.before(period.start, WEEK * WEEKS)
    exposures = counted.exposures.before(period.start, WEEK * WEEKS).amounts
    days = [before.first + timedelta(at) for at in range(len(before.amounts))]
    pairs = zip(days, before.amounts, exposures, strict=True)
    rates = [(day.weekday(), max(count, LEAST) / over) for day, count, over in pairs if over > 0]
    found = usual(rates)
    return tuple(_days(counted, period, found)) if found else ()


def _days(counted: Counted, period: Period, found: Usual) -> Iterator[ExpectedDay]:
    for at in range(period.days):
        day = period.start + timedelta(at)
        middle, exposure = found.middles.get(day.weekday()), _exposure(counted, day)
        if middle is None or exposure <= 0:
            continue
        expected = math.exp(middle) * exposure
        counts = (expected, *_bounds(expected, found.spread, counted))
        one, *bounds = (counted.figure(count, _one(day)) for count in counts)
        yield ExpectedDay(day, one, *sorted(bounds))


def _bounds(expected: float, spread: float, counted: Counted) -> tuple[float, float]:
    """Symmetric in the square root for counts, which have a zero; in the logarithm for everything else."""
    if not counted.is_count:
        return expected * math.exp(-REACH * spread), expected * math.exp(REACH * spread)
    half = REACH * max(spread, math.sqrt(counted.floor / expected)) / 2
    low = expected * max(0.0, 1 - half) ** 2
    return (max(low, LEAST) if counted.turned else low), expected * (1 + half) ** 2


def _exposure(counted: Counted, day: date) -> float:
    return float(counted.exposures.within(_one(day)).sum())


def _one(day: date) -> Period:
    return Period(day, day + timedelta(1))
