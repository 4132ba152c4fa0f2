"""What a number that is none of the report's figures was most likely meant to be."""

from __future__ import annotations

import math
from collections.abc import Iterable

from tiger_reports.commentary.claims.role import Role
from tiger_reports.commentary.claims.size import sizes
from tiger_reports.commentary.claims.spot import Spot
from tiger_reports.commentary.figures.report_fact import MOVES, FactKind, Measured, ReportFact
from tiger_reports.metrics.registry import metric

SMALL = 100
"""A whole number below it without a unit, where nothing is named, counts things: `3 creatives`."""


def nearest(facts: Iterable[ReportFact], spot: Spot) -> ReportFact | None:
    """The figure that was most likely meant: of the card's own metric, of its chain, then by size."""
    typed = spot.number.readings[0].size
    return min(
        facts,
        key=lambda fact: (_unlikely(fact, spot), _far(fact, spot), _distance(typed, sizes(fact, spot)[0])),
        default=None,
    )


def _far(fact: ReportFact, spot: Spot) -> int:
    own = spot.about.metric
    if not own or fact.metric == own:
        return 0
    return 1 if fact.metric in {link.lstrip("/") for link in metric(own).chain} else 2


def _unlikely(fact: ReportFact, spot: Spot) -> bool:
    """Kinds that are meant only where their unit leaves nothing else."""
    level = spot.role is Role.ANY and fact.kind in MOVES and not spot.move and not spot.number.sign
    return (level and fact.measured is not Measured.PERCENT) or fact.kind is FactKind.OF_TARGET


def _distance(typed: float, size: float) -> float:
    return abs(math.log(typed / size)) if typed > 0 and size > 0 else abs(typed - size) + 1.0


def no_figure(spot: Spot) -> bool:
    """Counts of things, terms of an offer."""
    number = spot.number
    bare = not number.unit and not number.currency and not number.scaled
    whole = all(reading.size == int(reading.size) for reading in number.readings)
    following = spot.mentions and spot.mentions[0].start >= number.end and spot.named
    if bare and whole and not following and (spot.before_thing("thing") or _small(spot)):
        return True
    told_of_metric = spot.role is Role.BY and spot.named and bool(spot.move)
    return spot.beside("offer") and not told_of_metric


def _small(spot: Spot) -> bool:
    return spot.number.readings[0].size < SMALL and not spot.named and not spot.number.sign
