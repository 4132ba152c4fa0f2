"""One change held against its like-for-like expectation and against normal variation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tiger_reports.changes import chance
from tiger_reports.changes.counted import Counted
from tiger_reports.changes.like_for_like import calendar
from tiger_reports.changes.normal import Normal, Side, normal, steady
from tiger_reports.changes.own_history import usual
from tiger_reports.model.change import Change, Gap, Reference
from tiger_reports.model.judgement import Calendar
from tiger_reports.model.metric import Kind, Metric, Value
from tiger_reports.model.period import Period

OUTSIDE = 0.05
"""Bounds of normal variation hold all but this share of months."""


@dataclass(frozen=True)
class Question:
    """What is asked of a change. `tested`: the days that are there and final, None where too few are.

    `months`: the figure of each month; `partial`: the other days of the period are not there at all.
    """

    change: Change
    tested: Period | None
    months: Mapping[Period, Value]
    partial: bool = False


@dataclass(frozen=True)
class Answer:
    """`p` is not adjusted yet; `withheld`: too few days are final, so it may decide and is not told.

    `moved`: the change as a share of the reference, without what the calendar makes, over the tested days.
    """

    calendar: Calendar | None = None
    normal: Normal | None = None
    p: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    odd_reference: bool = False
    moved: float | None = None
    tested: Period | None = None
    withheld: bool = False


def weighed(metric: Metric, counted: Counted | None, asked: Question) -> Answer:
    """Calendar and test; without daily rows, or six weeks of them, only what the lengths of months say."""
    change, split = asked.change, _calendar(metric, counted, asked.change)
    days = asked.tested if asked.tested or asked.partial else change.period
    if counted is None or days is None:
        return Answer(split)
    now = counted.of_days(days)
    found = normal(counted, change.period.start, now, _base(counted, change))
    if found is None:
        return Answer(split)
    low, high = _bounds(found, counted, days)
    return Answer(
        calendar=split,
        normal=found,
        p=_probability(found, now, change, counted),
        expected=counted.figure(found.expected, days),
        low=low,
        high=high,
        odd_reference=change.reference is Reference.PREVIOUS and _odd_reference(metric, found, asked),
        moved=_moved(counted, change, now, days),
        tested=None if days == change.period else days,
        withheld=asked.tested is None,
    )


def like_for_like(change: Change, answer: Answer) -> Change:
    """The change without what the calendar makes, over the days that were tested."""
    before, split = change.before.amount, answer.calendar
    if answer.tested is not None and answer.moved is not None and before is not None:
        moved = answer.moved * before
        return replace(change, delta=moved, relative=answer.moved, gap=Gap.NONE)
    if split is None or before is None or change.relative is None:
        return change
    base = before + split.length + split.weekdays
    return (
        replace(change, delta=split.like_for_like, relative=split.like_for_like / abs(base))
        if base
        else change
    )


def _moved(counted: Counted, change: Change, now: Side, days: Period) -> float | None:
    before, observed = change.before.amount, counted.figure(now.count, days)
    wanted = before * counted.calendar(change.base_period, days) if before else None
    return observed / wanted - 1 if wanted and math.isfinite(observed) else None


def _calendar(metric: Metric, counted: Counted | None, change: Change) -> Calendar | None:
    before, after = change.before.amount, change.after.amount
    if change.reference is Reference.PLAN or change.delta is None or before is None or after is None:
        return None
    periods = change.base_period, change.period
    factor = counted.calendar(*periods) if counted else None
    return calendar(metric, (before, after), periods, factor)


def _base(counted: Counted, change: Change) -> Side | None:
    """What the test holds the days against: the weeks before, or the reference where they have no level."""
    if change.reference is Reference.YEAR_AGO or not steady(counted, change.period.start):
        return counted.of_figure(change.before, change.base_period)
    return None


def _probability(found: Normal, now: Side, change: Change, counted: Counted) -> float:
    if change.reference is not Reference.PLAN:
        return found.probability(now, counted=counted.is_count)
    target = counted.of_figure(change.before, change.period)
    if target is None or not target.exposure or found.own <= 0:
        return 1.0
    wanted = target.count / target.exposure * now.exposure
    return chance.of_difference((now.count - wanted) / found.own, found.freedom)


def _bounds(found: Normal, counted: Counted, days: Period) -> tuple[float, float]:
    reach = chance.bound(OUTSIDE, found.freedom) * found.deviation
    counts = max(0.0, found.expected - reach), found.expected + reach
    low, high = sorted(counted.figure(count, days) for count in counts)
    return low, high


def _odd_reference(metric: Metric, found: Normal, asked: Question) -> bool:
    """Whether the month is one like those before it, and the month it is held against is not."""

    def a_day(period: Period, value: Value) -> float:
        amount = value.amount or 0.0
        return amount / period.days if metric.kind is Kind.SUM else amount

    change = asked.change
    before = [
        a_day(month, value) for month, value in asked.months.items() if month.end <= change.period.start
    ]
    spread = found.own / found.expected if found.expected > 0 else math.inf
    now, then = a_day(change.period, change.after), a_day(change.base_period, change.before)
    return usual(now, before, spread) and not usual(then, before, spread)
