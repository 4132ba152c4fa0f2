"""Changes that lead across a break of a definition: no percent, unless a person wants it with the note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.values import measures
from tiger_reports.model.change import Change, Gap, Verdict
from tiger_reports.model.cooperation import Pause, resumed_by
from tiger_reports.model.definition_break import Break
from tiger_reports.model.metric import Kind

COMPARABLE = (Gap.NONE, Gap.ZERO_BASE)


def touching(breaks: Iterable[Break], key: str, channels: Iterable[str]) -> tuple[Break, ...]:
    """Breaks that concern a metric: its own, and those of the sums that it is made of."""
    wanted = tuple(channels)
    return tuple(
        one
        for one in breaks
        if (not one.channel or one.channel in wanted) and (not one.metrics or _made_of(key, one))
    )


def meant_since(breaks: Iterable[Break], key: str, channels: Iterable[str], day: date) -> date | None:
    """The last day up to `day` on which the metric began to mean something else that is not compared."""
    found = (one.day for one in touching(breaks, key, channels) if not one.compared and one.day <= day)
    return max(found, default=None)


def comparable_since(
    breaks: Iterable[Break], pauses: Iterable[Pause], key: str, channels: Iterable[str], day: date
) -> date | None:
    """The last day up to `day` on which the metric changed its meaning, or work began again after a pause.

    Days of a pause say nothing of what is normal.
    """
    days = (meant_since(breaks, key, channels, day), resumed_by(pauses, day))
    return max((one for one in days if one is not None), default=None)


def across(change: Change, breaks: Iterable[Break], channels: Iterable[str]) -> Change:
    """The change as it may be told: beyond a break the figures are not compared."""
    between = [
        one
        for one in touching(breaks, change.metric, channels)
        if one.between(change.base_period, change.period)
    ]
    if not between or change.gap not in COMPARABLE:
        return change
    stopping = [one for one in between if not one.compared]
    day = max(one.day for one in stopping or between)
    if not stopping:
        return replace(change, broken_on=day)
    return replace(
        change,
        delta=None,
        relative=None,
        verdict=Verdict.UNKNOWN,
        notable=False,
        gap=Gap.DEFINITION,
        broken_on=day,
    )


def _made_of(key: str, one: Break) -> bool:
    if key in one.metrics:
        return True
    sums = {metric(name).measure for name in one.metrics if metric(name).kind is not Kind.RATIO}
    return not sums.isdisjoint(measures(metric(key)))
