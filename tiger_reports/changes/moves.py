"""One month read from two versions of the facts: which figures moved, on which days, of which campaigns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from tiger_reports.metrics.parts import Table
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Scope
from tiger_reports.model.fact import ADDITIVE
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import Period
from tiger_reports.model.restated import MovedDay, MovedFigure, same


def moved_figures(
    then: Iterable[Figure], now: Iterable[Figure], periods: tuple[Period, ...]
) -> Iterator[MovedFigure]:
    """Figures of `periods` that were there and read differently now; what came in addition is none."""
    today = {figure.metric: figure for figure in now}
    for figure in then:
        other = today.get(figure.metric)
        for at, period in enumerate(periods):
            before = figure.series[at].amount
            after = other.series[at].amount if other else None
            if before is not None and not same(before, after):
                yield MovedFigure(figure.metric, period, before, after)


def moved_days(then: Table[Scope], now: Table[Scope]) -> tuple[MovedDay, ...]:
    """Measures of all channels together by day, of days that were known then."""
    old, new = then.get(Scope(), {}), now.get(Scope(), {})
    return tuple(
        MovedDay(day.start, name, before, after)
        for day in sorted(old)
        for name, before, after in _moved(old[day], new.get(day, Sums()), frozenset(ADDITIVE))
    )


def moved_parts(then: Table[Scope], now: Table[Scope]) -> tuple[int, tuple[MovedDay, ...]]:
    """Campaign-days known then, and what differs in them, of measures that the new rows still have."""
    kept = {scope.channel: _measures(now, scope.channel) for scope in then}
    moved = tuple(
        MovedDay(day.start, name, before, after, scope.channel, scope.campaign)
        for scope in sorted(then, key=lambda scope: (scope.channel, scope.campaign))
        for day in sorted(then[scope])
        for name, before, after in _moved(
            then[scope][day], now.get(scope, {}).get(day, Sums()), kept[scope.channel]
        )
    )
    return sum(len(held) for held in then.values()), moved


def _measures(table: Table[Scope], channel: str) -> frozenset[str]:
    """Measures that the channel's rows have; those that a newer file lacks are told by the figures."""
    held = (sums for scope, days in table.items() if scope.channel == channel for sums in days.values())
    return frozenset().union(*(sums.measures for sums in held))


def _moved(
    then: Sums, now: Sums, wanted: AbstractSet[str]
) -> Iterator[tuple[str, float | None, float | None]]:
    for name in (name for name in ADDITIVE if name in wanted):
        before, after = then.total(name), now.total(name)
        if not same(before, after):
            yield name, before, after
