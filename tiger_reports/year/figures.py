"""Figures of a quarter or a year, each held against the stretches before it, like with like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tiger_reports.changes.breaks import across
from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.notable import judge
from tiger_reports.metrics import months
from tiger_reports.metrics.parts import Table
from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.sums import Sums, joined
from tiger_reports.model.change import Change, Coverage, Reference, Scope
from tiger_reports.model.client import Threshold
from tiger_reports.model.definition_break import Break
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period
from tiger_reports.model.stretch import Stretch
from tiger_reports.year.frame import Frame

Covered = Mapping[str, Mapping[Period, Coverage]]
"""Days with data of every stretch and month, by channel; of all channels under the empty name."""


@dataclass(frozen=True)
class Book:
    """Sums of every scope by stretch and by month, and how figures are made of them.

    `apart`: files bring single figures of an account (profiles, websites), so one that has no such figure
    says nothing of those that have.
    """

    frame: Frame
    stretches: Table[Scope]
    months: Table[Scope]
    covered: Covered
    limits: Mapping[str, Threshold]
    breaks: tuple[Break, ...] = ()
    apart: bool = False

    def part(self, scope: Scope) -> Part:
        figures = {figure.metric: figure for figure in self.figures(scope)}
        return Part(scope.campaign or scope.channel, figures, scope.channel)

    def by_spend(self, scope: Scope) -> tuple[float, str, str]:
        """The dearest first."""
        return (-self._spend(scope, self.frame.now), scope.channel, scope.campaign)

    def figures(self, scope: Scope) -> tuple[Figure, ...]:
        """Every metric that the scope has a figure of in any of the stretches."""
        known = frozenset().union(*(sums.measures for sums in self.stretches.get(scope, {}).values()))
        entries = (one for one in metrics().values() if known.issuperset(months.measures(one)))
        return tuple(self._figure(entry, scope) for entry in entries if self._told(entry, scope))

    def _told(self, entry: Metric, scope: Scope) -> bool:
        values = (months.value(entry, self._of(entry, scope, period)) for period in self.frame.stretches)
        return any(value.amount is not None or value.upper is not None for value in values)

    def _figure(self, entry: Metric, scope: Scope) -> Figure:
        frame = self.frame
        previous = self._change(entry, scope, Reference.PREVIOUS, frame.previous)
        return Figure(
            metric=entry.key,
            value=months.value(entry, self._of(entry, scope, frame.now.period)),
            previous=previous,
            year_ago=self._change(entry, scope, Reference.YEAR_AGO, frame.year_ago),
            series=tuple(months.value(entry, self._of(entry, scope, month)) for month in frame.shown),
            baseline=self._change(entry, scope, Reference.BASELINE, frame.baseline),
        )

    def _change(self, entry: Metric, scope: Scope, reference: Reference, before: Stretch) -> Change:
        """Whole stretches where all their months stand on both sides, else only the months that do."""
        both = tuple(self._matched(scope, before))
        now = self.frame.now
        if both and not len(both) == len(now.months) == len(before.months):
            sides = tuple(
                Side(stretch.period, months.value(entry, self._joined(entry, scope, (p[at] for p in both))))
                for at, stretch in enumerate((now, before))
            )
        else:
            sides = tuple(self._whole(entry, scope, stretch) for stretch in (now, before))
        change = compare(entry, scope, reference, *sides)
        spend = max(self._spend(Scope(), now), self._spend(Scope(), before))
        judged = judge(change, self.limits, spend)
        counted = (len(both), len(now.months)) if 0 < len(both) < len(now.months) else None
        return replace(across(judged, self.breaks, self._channels(scope, now, before)), months=counted)

    def _matched(self, scope: Scope, before: Stretch) -> Iterator[tuple[Period, Period]]:
        """Pairs of months in the same place of which every day is known and none is paused."""
        covered = self.covered[scope.channel]
        for pair in zip(self.frame.now.months, before.months, strict=False):
            if all(covered[month].days == covered[month].of for month in pair):
                yield pair

    def _whole(self, entry: Metric, scope: Scope, stretch: Stretch) -> Side:
        value = months.value(entry, self._of(entry, scope, stretch.period))
        return Side(stretch.period, value, self.covered[scope.channel][stretch.period])

    def _joined(self, entry: Metric, scope: Scope, wanted: Iterator[Period]) -> Sums:
        return joined(self._of(entry, scope, month) for month in wanted)

    def _of(self, entry: Metric, scope: Scope, period: Period) -> Sums:
        table = self.stretches if period in self.frame.stretches else self.months
        sums = table.get(scope, {}).get(period, Sums())
        return sums.knowing(frozenset(months.measures(entry))) if self.apart else sums

    def _channels(self, scope: Scope, *stretches: Stretch) -> frozenset[str]:
        held = self.stretches.get(scope, {})
        return frozenset(name for one in stretches for name in held.get(one.period, Sums()).channels)

    def _spend(self, scope: Scope, stretch: Stretch) -> float:
        return self.stretches.get(scope, {}).get(stretch.period, Sums()).total("spend") or 0.0
