"""The figures that a card's writer is likely to need, in the order in which a comment tells them."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.report_fact import FactKind, ReportFact
from tiger_reports.model.card import Card
from tiger_reports.model.change import Reference, Scope

NEAR = ("now", "before", "change", "percent")
FAR = ("year_ago", "change.year_ago", "percent.year_ago")
SEGMENTS = 6
"""Channels and campaigns of a card that are offered, the largest effects first."""


def offered(card: Card, table: FactTable) -> tuple[ReportFact, ...]:
    """The card's figure with its changes, its levers, and its largest segments; nothing twice."""
    found = {fact.chip: fact for fact in _offered(card, table)}
    return tuple(found.values())


def offered_of(metric: str, table: FactTable) -> tuple[ReportFact, ...]:
    """One metric of the whole account, for a sentence about it."""
    return tuple(_named(table, Scope(), metric, (*NEAR, *FAR, "target", "of_target")))


def _offered(card: Card, table: FactTable) -> Iterator[ReportFact]:
    yearly = card.change.reference is Reference.YEAR_AGO
    names = ("now", *FAR, *NEAR[1:]) if yearly else (*NEAR, *FAR)
    yield from _named(table, card.scope, card.metric, (*names, "target", "of_target"))
    effects = (FactKind.LEVER, FactKind.SEGMENT, FactKind.SHARE)
    for lever in card.evidence.levers:
        yield from _named(table, card.scope, lever.metric, names[:4])
        yield from (fact for fact in _of(table, card, card.scope, effects) if fact.about == lever.metric)
    segments = (*card.evidence.channels, *card.evidence.segments)
    for one in sorted(segments, key=lambda segment: -abs(segment.effect))[:SEGMENTS]:
        if one.scope is not None:
            yield from _named(table, one.scope, card.metric, names[:4])
            yield from _of(table, card, one.scope, effects)


def _of(table: FactTable, card: Card, scope: Scope, kinds: tuple[FactKind, ...]) -> Iterator[ReportFact]:
    for fact in table.facts(scope):
        if fact.metric == card.metric and fact.kind in kinds and fact.base == card.change.base_period:
            yield fact


def _named(table: FactTable, scope: Scope, metric: str, names: tuple[str, ...]) -> Iterator[ReportFact]:
    held = {fact.chip.partition(" @ ")[0]: fact for fact in table.facts(scope) if fact.metric == metric}
    yield from (held[f"{metric}.{name}"] for name in names if f"{metric}.{name}" in held)
