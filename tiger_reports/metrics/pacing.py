"""From goals to targets of a period, and how far a result is on its way: sums grow evenly with the days."""

from __future__ import annotations

from datetime import date, timedelta

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.cooperation import Pause, worked_days
from tiger_reports.model.goal import Goal, Spread
from tiger_reports.model.metric import Good, Kind, Metric
from tiger_reports.model.period import Period, month_of, overlap
from tiger_reports.model.target import Pace, PaceLevels, PaceState, Target

FAR = date(9999, 1, 1)
LEAST_FORECAST_DAYS = 7
"""A week of days before anything is said of how the period may end: every weekday is in it."""


def splits(metric: Metric) -> bool:
    """Whether a part of the days has a part of the value: true of sums alone."""
    return metric.kind is Kind.SUM


def holds_on(goal: Goal, start: date) -> Period | None:
    """The days of a goal; None where they are reversed. Without a first day, from `start` on."""
    first = goal.since or start
    end = goal.until + timedelta(1) if goal.until else FAR
    return Period(first, end) if first < end else None


def target_of(
    goal: Goal, period: Period, start: date, record: str = "", pauses: tuple[Pause, ...] = ()
) -> Target | None:
    """What the goal asks of `period`; None where it asks nothing: no metric, no value, other days.

    A sum is split evenly by days: a monthly one over each month, a total over all days of the goal, which
    therefore needs a last day. What cannot be split (ratios, people) is the same in every period.
    Days of `pauses` ask for nothing: a sum is less by their part of it.
    """
    held = holds_on(goal, start)
    days = overlap(held, period) if held else None
    if held is None or days is None or not goal.metric or goal.value is None or not worked_days(pauses, days):
        return None
    even = splits(definition(goal.metric))
    if goal.spread is Spread.TOTAL and (not even or goal.until is None):
        return None
    value = goal.value
    if even:
        value *= (
            _months(days, pauses) if goal.spread is Spread.MONTHLY else worked_days(pauses, days) / held.days
        )
    return Target(goal.metric, value, period, days, even, goal.channel, goal.goal, record, pauses)


def _months(days: Period, pauses: tuple[Pause, ...]) -> float:
    """How many months the days without pauses are, each counted by its month's length."""
    count, month = 0.0, month_of(days.start)
    while month.start < days.end:
        held = overlap(month, days)
        count += worked_days(pauses, held) / month.days if held else 0.0
        month = month_of(month.end)
    return count


def pace_of(target: Target, result: float | None, through: date, levels: PaceLevels) -> Pace:
    """How far `result`, which covers the days before `through`, is on its way to `target`."""
    entry = definition(target.metric)
    gone = overlap(target.days, Period(date.min, through))
    over = worked_days(target.pauses, gone) if gone else 0
    done = over >= target.asked
    expected = target.value * over / target.asked if target.even else target.value
    judged = result is not None and over > 0 and (done or entry.kind is not Kind.NON_ADDITIVE)
    share = _share(entry, result, expected) if judged and result is not None else None
    forecast = None
    if target.even and result is not None and not done and over >= LEAST_FORECAST_DAYS:
        forecast = result / over * target.asked
    return Pace(target, result, expected, share, _state(entry, share, levels), over, forecast)


def _share(entry: Metric, result: float, expected: float) -> float | None:
    """Result by expectation; the other way round where less is better."""
    above, below = (expected, result) if entry.good is Good.DOWN else (result, expected)
    return above / below if below else None


def _state(entry: Metric, share: float | None, levels: PaceLevels) -> PaceState:
    """Money that was agreed is off its pace on both sides."""
    if share is None:
        return PaceState.UNKNOWN
    near = min(share, 1 / share) if entry.good is Good.NEUTRAL and share > 0 else share
    if near < levels.alarm:
        return PaceState.BEHIND
    return PaceState.WATCH if near < levels.warn else PaceState.ON_PACE
