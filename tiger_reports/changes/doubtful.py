"""Two hypotheses that need more than a factor: a fault of measurement, and the time of the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tiger_reports.changes.breaks import touching
from tiger_reports.changes.case import (
    STEADY,
    Case,
    by_lever,
    counts_conversions,
    logged,
    moved,
    no_data,
    said,
)
from tiger_reports.metrics.registry import metric
from tiger_reports.model.campaign_log import Action
from tiger_reports.model.change import Change, Reference
from tiger_reports.model.definition_break import BreakKind
from tiger_reports.model.hypothesis import DataVerdict, Hypothesis
from tiger_reports.model.metric import Unit

KEPT, REJECTED = DataVerdict.KEPT, DataVerdict.REJECTED
SHORTEST = 3
"""Days without a result in a row that are looked at."""
EXPECTED = 9.0
"""Results that the other days promise for them: by chance none of so many has a probability of 0.01 %."""


def tracking(case: Case) -> Hypothesis:
    """A break or an entry of the log tells of it; so do days without a result among days with many."""
    found = _broken(case) or logged(case, "tracking", Action.TAG) or _silent(case)
    if found is not None:
        return found
    if not counts_conversions(case.change.metric):
        return no_data("tracking", "apart")
    rate = by_lever(case, "tracking", ("cvr",))
    if rate is not None and rate.verdict is REJECTED:
        return rate
    return no_data("tracking", "no_sign")


def _broken(case: Case) -> Hypothesis | None:
    change = case.change
    parts = {segment.scope.channel for segment in case.evidence.channels if segment.scope}
    channels = {*parts, change.scope.channel}
    days = [
        one.day
        for one in touching(case.known.breaks, change.metric, channels)
        if one.kind is BreakKind.TRACKING and one.between(change.base_period, change.period)
    ]
    return said("tracking", KEPT, "broken", day=max(days).isoformat()) if days else None


def _silent(case: Case) -> Hypothesis | None:
    if metric(case.change.metric).unit is not Unit.COUNT:
        return None
    daily = case.evidence.daily
    for run in _runs(daily):
        others = [value or 0.0 for day, value in daily if day not in run]
        mean = sum(others) / len(others) if others else 0.0
        if len(run) >= SHORTEST and mean * len(run) >= EXPECTED:
            return said("tracking", KEPT, "silent", day=run[0].isoformat(), last=run[-1].isoformat())
    return None


def _runs(daily: tuple[tuple[date, float | None], ...]) -> Iterator[tuple[date, ...]]:
    """Days in a row without a result."""
    run: list[date] = []
    for day, value in daily:
        if value:
            yield tuple(run)
            run = []
        else:
            run.append(day)
    yield tuple(run)


def season(case: Case) -> Hypothesis:
    """The calendar's own part of the change; else the same month a year ago.

    Without the month before that one nobody knows how the season moved the figure then: a level like last
    year's keeps the hypothesis, another level alone does not reject it.
    """
    calendar = case.change.judgement.calendar if case.change.judgement else None
    part = calendar.length + calendar.weekdays if calendar else None
    if part is not None and case.weighs(part):
        return said("season", KEPT, "calendar", **case.effect(part))
    year = case.known.other if case.change.reference is Reference.PREVIOUS else None
    if year is None or year.relative is None:
        return no_data("season", "no_year")
    if abs(year.relative) < STEADY:
        return said("season", KEPT, "as_last_year", **moved(year))
    if part is not None and _alike(year, case.change):
        return said("season", REJECTED, "unlike_last_year", **moved(year), **case.effect(part))
    return no_data("season", "year_unclear", **moved(year))


def _alike(year: Change, change: Change) -> bool:
    """Whether the figure moved as far from the year before as from the month before, the same way."""
    one, other = year.relative or 0.0, change.relative or 0.0
    return one * other > 0 and abs(one) >= abs(other)
