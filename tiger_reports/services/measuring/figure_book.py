"""Figures of a month made from the sums of its scopes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tiger_reports.changes.breaks import across
from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.evidence import Tables
from tiger_reports.changes.notable import judge
from tiger_reports.metrics import months
from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Change, Coverage, Reference, Scope
from tiger_reports.model.client import Threshold
from tiger_reports.model.definition_break import Break
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Metric, Value
from tiger_reports.model.period import Period


@dataclass(frozen=True)
class Frame:
    """The month, what it is held against, and all periods that are read for it, oldest first.

    `told`: periods whose files are the report's sources, beside those of the month itself.
    """

    period: Period
    previous: Period
    year_ago: Period
    periods: tuple[Period, ...]
    told: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Book:
    """Sums of all scopes, and how figures are made from them; `covered` by channel, empty for all.

    `breaks` are the days on which figures began to mean something else. `apart`: files bring single figures
    of an account, so one that has no such figure says nothing of those that have.
    """

    frame: Frame
    tables: Tables
    limits: Mapping[str, Threshold]
    covered: Mapping[str, Mapping[Period, Coverage]]
    breaks: tuple[Break, ...] = ()
    apart: bool = False

    def part(self, scope: Scope) -> Part:
        figures = {figure.metric: figure for figure in self.figures(scope)}
        return Part(scope.campaign or scope.channel, figures, scope.channel)

    def by_spend(self, scope: Scope) -> tuple[float, str, str]:
        """The dearest first."""
        return (-self._spend(scope, self.frame.period), scope.channel, scope.campaign)

    def figures(self, scope: Scope) -> tuple[Figure, ...]:
        """Every metric that the scope has a figure of in any of the months."""
        held, coverages = self.tables.of(scope), self.covered[scope.channel]
        known = frozenset().union(*(sums.measures for sums in held.values()))
        found = []
        for entry in (entry for entry in metrics().values() if known.issuperset(months.measures(entry))):
            values = {p: months.value(entry, self._sums(entry, held, p)) for p in self.frame.periods}
            if any(value.amount is not None or value.upper is not None for value in values.values()):
                found.append(self._figure(entry, scope, values, coverages))
        return tuple(found)

    def _sums(self, entry: Metric, held: Mapping[Period, Sums], period: Period) -> Sums:
        sums = held.get(period, Sums())
        return sums.knowing(frozenset(months.measures(entry))) if self.apart else sums

    def _figure(
        self,
        entry: Metric,
        scope: Scope,
        values: Mapping[Period, Value],
        coverages: Mapping[Period, Coverage],
    ) -> Figure:
        told = (self.frame.period, self.frame.previous, self.frame.year_ago)
        now, previous, year_ago = (Side(p, values[p], coverages[p]) for p in told)
        return Figure(
            metric=entry.key,
            value=now.value,
            previous=self._change(entry, scope, Reference.PREVIOUS, (now, previous)),
            year_ago=self._change(entry, scope, Reference.YEAR_AGO, (now, year_ago)),
            series=tuple(values.values()),
        )

    def _change(self, entry: Metric, scope: Scope, reference: Reference, sides: tuple[Side, Side]) -> Change:
        after, before = sides
        spend = max(self._spend(Scope(), after.period), self._spend(Scope(), before.period))
        judged = judge(compare(entry, scope, reference, after, before), self.limits, spend)
        if not self.breaks:
            return judged
        return across(judged, self.breaks, self._channels(scope, (after.period, before.period)))

    def _channels(self, scope: Scope, periods: tuple[Period, ...]) -> frozenset[str]:
        held = self.tables.of(scope)
        return frozenset(channel for p in periods for channel in held.get(p, Sums()).channels)

    def _spend(self, scope: Scope, period: Period) -> float:
        return self.tables.of(scope).get(period, Sums()).total("spend") or 0.0
