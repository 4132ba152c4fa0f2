"""Every figure of a report that words may name: shown values, and what may be derived from them.

A figure belongs to a scope, a month and, where it is a change, to the month that it is measured from.
Facts are made for a scope when somebody speaks of it: a report of a hundred campaigns has too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tiger_reports.commentary.figures.derived import Maker, effects, moves, of_target
from tiger_reports.commentary.figures.report_fact import FactKind, ReportFact, scope_of
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Kind
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthReport


@dataclass(frozen=True, eq=False)
class FactTable:
    """The report's facts by scope; `facts` of a scope that the report lacks are none."""

    report: MonthReport
    _made: dict[Scope, tuple[ReportFact, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def period(self) -> Period:
        return self.report.period

    @property
    def currency(self) -> str:
        return self.report.client.currency

    def scopes(self) -> tuple[Scope, ...]:
        """All scopes that have figures, the whole account first."""
        parts = (*self.report.channels, *self.report.own)
        channels = (Scope(part.name) for part in parts)
        campaigns = (Scope(part.channel, part.name) for part in self.report.campaigns)
        return (Scope(), *channels, *campaigns)

    def facts(self, scope: Scope) -> tuple[ReportFact, ...]:
        if scope not in self._made:
            self._made[scope] = tuple(self._of(scope))
        return self._made[scope]

    def metrics(self) -> frozenset[str]:
        """Metrics that any scope has."""
        parts = (*self.report.channels, *self.report.campaigns, *self.report.own)
        held = {key for part in parts for key in part.figures}
        return frozenset(held | {figure.metric for figure in self.report.figures})

    def find(self, chip: str) -> ReportFact | None:
        """The fact of a chip's address; None where the report has no such figure."""
        scope = scope_of(chip)
        return next((fact for fact in self.facts(scope) if fact.chip == chip), None)

    def _of(self, scope: Scope) -> Iterator[ReportFact]:
        figures = self._figures(scope)
        for figure in figures.values():
            yield from self._figure(figure, scope)
        for card in self.report.cards:
            yield from effects(card, scope, self.report.notes.version)

    def _figures(self, scope: Scope) -> Mapping[str, Figure]:
        if scope == Scope():
            return {figure.metric: figure for figure in self.report.figures}
        parts = self.report.campaigns if scope.campaign else (*self.report.channels, *self.report.own)
        wanted = (scope.campaign, scope.channel) if scope.campaign else (scope.channel,)
        for part in parts:
            if ((part.name, part.channel) if scope.campaign else (part.name,)) == wanted:
                return part.figures
        return {}

    def _figure(self, figure: Figure, scope: Scope) -> Iterator[ReportFact]:
        make = Maker(figure.metric, scope, self.period, self.report.notes.version)
        if figure.value.amount is None:
            return
        yield from self._values(figure, make)
        for change in (figure.previous, figure.year_ago):
            yield from moves(change, make)
        yield from of_target(figure, make)
        yield from self._part(figure, make)

    def _values(self, figure: Figure, make: Maker) -> Iterator[ReportFact]:
        """The month, both references, and the other months of the series."""
        near = {change.base_period: change.before.amount for change in (figure.previous, figure.year_ago)}
        known = dict(zip(self.report.months[-len(figure.series) :], figure.series, strict=False))
        values = {month: value.amount for month, value in known.items()} | near
        values[self.period] = figure.value.amount
        adds = metric(figure.metric).kind is Kind.SUM
        for month, amount in values.items():
            if amount is not None:
                name = self._name(figure, month)
                yield make(name, FactKind.VALUE, amount, month)
                if adds:
                    yield make(f"per_day.{name}", FactKind.PER_DAY, amount / month.days, month)

    def _name(self, figure: Figure, month: Period) -> str:
        names = {figure.year_ago.base_period: "year_ago", figure.previous.base_period: "before"}
        return (names | {self.period: "now"}).get(month, month.month_key)

    def _part(self, figure: Figure, make: Maker) -> Iterator[ReportFact]:
        whole = self.report.figure(figure.metric)
        if make.scope == Scope() or metric(figure.metric).kind is not Kind.SUM or whole is None:
            return
        part, total = figure.previous.delta, whole.previous.delta
        if part is not None and total:
            yield make("share", FactKind.SHARE, part / total, None, figure.previous.base_period)
        pairs = (
            ("now", self.period, figure.value.amount, whole.value.amount),
            (
                "before",
                figure.previous.base_period,
                figure.previous.before.amount,
                whole.previous.before.amount,
            ),
        )
        for name, month, part, total in pairs:
            if part is not None and total:
                yield make(f"part.{name}", FactKind.PART, part / total, month)
