"""Facts that follow from a figure: its changes, its target, and what levers and segments add."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tiger_reports.commentary.figures.report_fact import FactKind, ReportFact, address
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Card
from tiger_reports.model.change import Change, Reference, Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Kind
from tiger_reports.model.period import Period

NEAR = {Reference.PREVIOUS: "", Reference.YEAR_AGO: ".year_ago"}


@dataclass(frozen=True)
class Maker:
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


def moves(change: Change, make: Maker) -> Iterator[ReportFact]:
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


def of_target(figure: Figure, make: Maker) -> Iterator[ReportFact]:
    amount, target = figure.value.amount, figure.target
    if not target or amount is None:
        return
    yield make("target", FactKind.TARGET, target)
    yield make("of_target", FactKind.OF_TARGET, amount / target)
    yield make("from_target", FactKind.FROM_TARGET, amount - target)
    yield make("off_target", FactKind.OFF_TARGET, amount / target - 1)


def effects(card: Card, scope: Scope, version: int) -> Iterator[ReportFact]:
    """What levers and segments add to the change of a card, where they belong to `scope`."""
    change = card.change
    if change.reference not in NEAR:
        return
    far, base, delta = NEAR[change.reference], change.base_period, change.delta or 0.0
    make = Maker(card.metric, scope, change.period, version)
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
