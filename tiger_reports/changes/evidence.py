"""What the data say about one change: levers, channels, campaigns, segments, days; never its cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tiger_reports.changes.found import found
from tiger_reports.changes.leaf_pairs import pairs_of
from tiger_reports.changes.levers import levers
from tiger_reports.changes.mix import mixes
from tiger_reports.changes.segments import Cut, segments, top
from tiger_reports.metrics.cubes import Cube
from tiger_reports.metrics.parts import Table
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.metrics.values import value
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Change, Reference, Scope, Segment
from tiger_reports.model.period import Period

NAMED = 5
"""Campaigns named one by one; the others are the rest."""


@dataclass(frozen=True, eq=False)  # by identity: what was worked out from them is kept beside them
class Tables:
    """Sums of the months by scope, as `metrics.months` makes them, and of the report month's days.

    `history`: days of all the months, of what counts in each.
    """

    whole: Table[Scope]
    channels: Table[Scope]
    campaigns: Table[Scope]
    days: Table[Scope] = field(default_factory=dict)
    history: Table[Scope] = field(default_factory=dict)

    def of(self, scope: Scope) -> Mapping[Period, Sums]:
        table = self.campaigns if scope.campaign else self.channels if scope.channel else self.whole
        return table.get(scope, {})


def evidence(change: Change, tables: Tables, cubes: tuple[Cube, ...] = (), *, named: int = NAMED) -> Evidence:
    """The evidence of `change`, searched in `cubes`; without a difference only its days.

    A target has no parts to hold a result's against, so nothing is split.
    """
    daily = _daily(change, tables.days, change.period)
    if change.reference is Reference.PLAN:
        return Evidence(daily=daily)
    earlier = _daily(change, tables.history, change.base_period)
    if change.delta is None:
        return Evidence(daily=daily, earlier=earlier)
    after, before = (tables.of(change.scope).get(p, Sums()) for p in (change.period, change.base_period))
    channels = () if change.scope.channel else _segments(change, tables, "channel")
    campaigns = () if change.scope.campaign else _segments(change, tables, "campaign")
    nameless = not any(segment.named for segment in campaigns)
    pairs = pairs_of(change, cubes, after, before)
    kept, rest = top(channels if nameless else campaigns, named)
    return Evidence(
        levers=levers(metric(change.metric), after, before),
        segments=kept,
        rest=rest,
        daily=daily,
        earlier=earlier,
        channels=channels,
        found=found(change, pairs),
        mixes=mixes(change, pairs),
    )


def _segments(change: Change, tables: Tables, dimension: str) -> tuple[Segment, ...]:
    table = tables.campaigns if dimension == "campaign" else tables.channels
    after, before = (_cut(change.scope, table, tables, p) for p in (change.period, change.base_period))
    return segments(metric(change.metric), after, before, dimension)


def _cut(scope: Scope, table: Table[Scope], tables: Tables, period: Period) -> Cut:
    inside = {part: held for part, held in table.items() if scope.channel in ("", part.channel)}
    parts = {part: held[period] for part, held in inside.items() if period in held}
    return Cut(tables.of(scope).get(period, Sums()), parts)


def _daily(change: Change, table: Table[Scope], period: Period) -> tuple[tuple[date, float | None], ...]:
    """Every day of the period, missing where no row stands for it; empty where no day is known."""
    held = table.get(change.scope, {})
    days = [
        Period(day, day + timedelta(1)) for day in (period.start + timedelta(n) for n in range(period.days))
    ]
    if not any(day in held for day in days):
        return ()
    return tuple((day.start, value(metric(change.metric), held.get(day, Sums())).amount) for day in days)
