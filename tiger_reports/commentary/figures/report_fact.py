"""One figure of a report that words may name, and the address by which a chip finds it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Scope
from tiger_reports.model.metric import Unit
from tiger_reports.model.period import Period


class FactKind(StrEnum):
    VALUE = "value"
    CHANGE = "change"  # a difference, in the metric's unit; of rates in points
    PERCENT = "percent"  # a difference as a fraction of its base
    FOLD = "fold"  # how many times the base
    PER_DAY = "per_day"
    PART = "part"  # a part of the account's total
    TARGET = "target"
    OF_TARGET = "of_target"  # the value as a fraction of its target
    FROM_TARGET = "from_target"  # the distance to the target
    OFF_TARGET = "off_target"  # the same as a fraction of the target
    LEVER = "lever"  # what one factor adds to the change
    SEGMENT = "segment"  # what one channel or campaign adds to it
    SHARE = "share"  # the same as a fraction of the change


MOVES = frozenset({FactKind.CHANGE, FactKind.PERCENT, FactKind.LEVER, FactKind.SEGMENT})
"""Kinds whose sign means up or down."""

SIGNED = MOVES | {FactKind.FROM_TARGET, FactKind.OFF_TARGET}
"""Kinds that are written with their sign."""

FRACTIONS = frozenset(
    {FactKind.PERCENT, FactKind.OFF_TARGET, FactKind.PART, FactKind.OF_TARGET, FactKind.SHARE}
)


class Measured(StrEnum):
    """Classes of units that a typed number must share with its figure."""

    PLAIN = "plain"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    FOLD = "fold"


@dataclass(frozen=True)
class ReportFact:
    """`value` as the registry keeps it: fractions for percents. `base` is what a move is measured from.

    `about` is the factor of a lever. `version` is that of the data. `chip` is the address without braces.
    """

    chip: str
    metric: str
    kind: FactKind
    value: float
    scope: Scope
    period: Period
    base: Period | None = None
    about: str = ""
    version: int = 0

    @cached_property
    def measured(self) -> Measured:
        if self.kind in FRACTIONS:
            return Measured.PERCENT
        if self.kind is FactKind.FOLD:
            return Measured.FOLD
        unit = metric(self.metric).unit
        if unit is Unit.PERCENT:
            difference = self.kind in MOVES or self.kind is FactKind.FROM_TARGET
            return Measured.POINTS if difference else Measured.PERCENT
        return Measured.MONEY if unit is Unit.MONEY else Measured.PLAIN

    @cached_property
    def metrics(self) -> frozenset[str]:
        """Metrics by whose name the figure may be called."""
        return frozenset({self.metric, self.about} - {""})


def address(key: str, name: str, scope: Scope) -> str:
    """`cpa.now`, `cpa.percent.year_ago @ meta-ads`, `clicks.now @ google-ads / Search Brand`."""
    where = " / ".join(part for part in (scope.channel, scope.campaign) if part)
    return f"{key}.{name} @ {where}" if where else f"{key}.{name}"


def scope_of(chip: str) -> Scope:
    _, _, where = chip.partition(" @ ")
    channel, _, campaign = where.partition(" / ")
    return Scope(channel, campaign)
