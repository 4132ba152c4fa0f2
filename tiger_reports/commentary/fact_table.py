"""Every figure of a report that words may name: shown values, and what may be derived from them.

A figure belongs to a scope, a month and, where it is a change, to the month that it is measured from.
Facts are made for a scope when somebody speaks of it: a report of a hundred campaigns has too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tiger_reports.commentary.report_fact import FactKind, ReportFact
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Card
from tiger_reports.model.change import Change, Reference, Scope
from tiger_reports.model.metric import Kind
from tiger_reports.model.period import Period
from tiger_reports.model.report import Figure, MonthReport

NEAR = {Reference.PREVIOUS: "", Reference.YEAR_AGO: ".year_ago"}


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
            yield from _effects(card, scope, self.report.notes.version)

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
        make = _Maker(figure.metric, scope, self.period, self.report.notes.version)
        if figure.value.amount is None:
            return
        yield from self._values(figure, make)
        for change in (figure.previous, figure.year_ago):
            yield from _moves(change, make)
        yield from _target(figure, make)
        yield from self._part(figure, make)

    def _values(self, figure: Figure, make: _Maker) -> Iterator[ReportFact]:
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

    def _part(self, figure: Figure, make: _Maker) -> Iterator[ReportFact]:
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


@dataclass(frozen=True)
class _Maker:
    metric: str
    scope: Scope
    period: Period
    version: int

    def __call__(
        self,
        name: str,
        kind: FactKind,
        value: float,
        period: Period | None = None,
        base: Period | None = None,
    ) -> ReportFact:
        chip = address(self.metric, name, self.scope)
        return ReportFact(
            chip, self.metric, kind, value, self.scope, period or self.period, base, version=self.version
        )


def _moves(change: Change, make: _Maker) -> Iterator[ReportFact]:
    if change.delta is None:
        return
    far, base = NEAR[change.reference], change.base_period
    yield make(f"change{far}", FactKind.CHANGE, change.delta, None, base)
    if change.relative is not None:
        yield make(f"percent{far}", FactKind.PERCENT, change.relative, None, base)
        if change.relative > -1:
            yield make(f"fold{far}", FactKind.FOLD, 1 + change.relative, None, base)
    daily = _daily(change)
    if daily is not None:
        yield make(f"per_day.percent{far}", FactKind.PERCENT, daily, None, base)


def _daily(change: Change) -> float | None:
    """The relative change per day, where the two months differ in length."""
    after, before = change.after.amount, change.before.amount
    if after is None or not before or metric(change.metric).kind is not Kind.SUM:
        return None
    if change.period.days == change.base_period.days:
        return None
    return (after / change.period.days) / (before / change.base_period.days) - 1


def _target(figure: Figure, make: _Maker) -> Iterator[ReportFact]:
    amount, target = figure.value.amount, figure.target
    if not target or amount is None:
        return
    yield make("target", FactKind.TARGET, target)
    yield make("of_target", FactKind.OF_TARGET, amount / target)
    yield make("from_target", FactKind.FROM_TARGET, amount - target)
    yield make("off_target", FactKind.OFF_TARGET, amount / target - 1)


def _effects(card: Card, scope: Scope, version: int) -> Iterator[ReportFact]:
    """What levers and segments add to the change of a card, where they belong to `scope`."""
    change = card.change
    if change.reference not in NEAR:
        return
    far, base, delta = NEAR[change.reference], change.base_period, change.delta or 0.0
    make = _Maker(card.metric, scope, change.period, version)
    if scope == card.scope:
        for lever in card.evidence.levers:
            fact = make(f"lever.{lever.metric}{far}", FactKind.LEVER, lever.effect, None, base)
            yield replace(fact, about=lever.metric)
            if delta:
                share = make(
                    f"lever_share.{lever.metric}{far}", FactKind.SHARE, lever.effect / delta, None, base
                )
                yield replace(share, about=lever.metric)
    segments = {one.scope: one for one in (*card.evidence.segments, *card.evidence.channels)}
    if (one := segments.get(scope)) is not None:
        yield make(f"segment{far}", FactKind.SEGMENT, one.effect, None, base)
        if delta:
            yield make(f"share{far}", FactKind.SHARE, one.effect / delta, None, base)


def address(key: str, name: str, scope: Scope) -> str:
    """`cpa.now`, `cpa.percent.year_ago @ meta-ads`, `clicks.now @ google-ads / Search Brand`."""
    where = " / ".join(part for part in (scope.channel, scope.campaign) if part)
    return f"{key}.{name} @ {where}" if where else f"{key}.{name}"


def scope_of(chip: str) -> Scope:
    _, _, where = chip.partition(" @ ")
    channel, _, campaign = where.partition(" / ")
    return Scope(channel, campaign)
