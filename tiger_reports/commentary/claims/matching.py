"""One typed number against one figure of the report: in what they differ."""

from __future__ import annotations

from tiger_reports.commentary.claims.role import Role
from tiger_reports.commentary.claims.size import LEVELS, OF_A_WHOLE, is_factor, own_unit, reads, units
from tiger_reports.commentary.claims.spot import Spot
from tiger_reports.commentary.figures.report_fact import MOVES, SIGNED, FactKind, Measured, ReportFact
from tiger_reports.metrics.registry import metric, metrics
from tiger_reports.model.claim import Fault
from tiger_reports.model.metric import Good, Unit

OF_A_TARGET = frozenset({FactKind.TARGET, FactKind.OF_TARGET, FactKind.FROM_TARGET, FactKind.OFF_TARGET})
DIFFERENCES = frozenset({FactKind.CHANGE, FactKind.LEVER, FactKind.SEGMENT})
GOOD = {Good.UP: 1, Good.DOWN: -1}


def fault(fact: ReportFact, spot: Spot) -> Fault | None:
    """In what the number differs from the figure; None where it cannot be meant, or differs in more."""
    found = Fault.NONE
    for look in LOOKS:
        seen = look(fact, spot)
        if seen and found:
            return None
        found = found or seen
    return found if _may_mean(fact, spot) else None


def called(spot: Spot) -> frozenset[str]:
    """Metrics by their names; money beside a count is what one of them costs: `a click for 0.80`."""
    held = spot.metrics
    if not spot.number.currency:
        return held
    counted = {metric(key).measure for key in held if metric(key).unit is Unit.COUNT}
    costs = {
        key
        for key, entry in metrics().items()
        if entry.numerator == "spend" and entry.denominator in counted and entry.factor == 1
    }
    return held | costs


def _may_mean(fact: ReportFact, spot: Spot) -> bool:
    """Whether a number in this part of a sentence can stand for a figure of this kind."""
    kind, number = fact.kind, spot.number
    if (kind is FactKind.FOLD) != (number.unit == "fold") and not (number.unit == "fold" and is_factor(fact)):
        return False
    if (kind in OF_A_WHOLE and not spot.said("share") and not spot.part_of) or (
        kind in OF_A_TARGET and not spot.said("target")
    ):
        return False
    if kind is FactKind.PER_DAY and not spot.said("daily"):
        return False
    if kind is FactKind.VALUE and spot.beside("daily") and metric(fact.metric).unit is not Unit.PERCENT:
        return False
    return _plays(fact, spot)


def _plays(fact: ReportFact, spot: Spot) -> bool:
    kind, role = fact.kind, spot.role
    if kind is FactKind.FOLD:
        return True
    if role is Role.BY:
        return kind not in LEVELS or kind in OF_A_WHOLE
    if role is not Role.ANY:
        return kind in LEVELS
    if spot.number.sign:
        return kind in SIGNED
    if spot.move:
        return True
    rate = metric(fact.metric).unit is Unit.PERCENT and kind is FactKind.PERCENT
    return kind not in DIFFERENCES and not rate


def _unit(fact: ReportFact, spot: Spot) -> Fault:
    number, measured = spot.number, fact.measured
    if number.currency and number.currency != spot.scan.table.currency:
        return Fault.UNIT
    if (
        measured in units(spot)
        or (is_factor(fact) and number.unit in ("percent", "fold"))
        or (is_return(fact) and number.currency)
    ):
        return Fault.NONE
    pair = {measured, own_unit(number)}
    rate = metric(fact.metric).unit is Unit.PERCENT
    points = rate and fact.kind in MOVES and pair == {Measured.PERCENT, Measured.POINTS}
    return Fault.POINTS if points else Fault.UNIT


def is_return(fact: ReportFact) -> bool:
    """Money for money: `every euro brought 3.56 euro`."""
    entry = metric(fact.metric)
    return is_factor(fact) and (entry.numerator, entry.denominator) == ("conversion_value", "spend")


def wrong_way(fact: ReportFact, spot: Spot) -> bool:
    """Whether a sign or a word of movement says the opposite."""
    way = direction(fact, spot)
    if fact.kind in SIGNED:
        return fact.value * spot.number.sign < 0 or fact.value * way < 0
    if fact.kind is FactKind.FOLD:
        return (fact.value - 1) * way < 0
    ends = fact.kind is FactKind.VALUE and spot.role is Role.TO and fact.period == spot.scan.table.period
    if not ends or not way:
        return False
    moves = [
        other.value
        for other in spot.scan.table.facts(fact.scope)
        if other.kind is FactKind.CHANGE and other.metric == fact.metric and other.base in spot.bases
    ]
    return bool(moves) and all(value * way < 0 for value in moves)


def direction(fact: ReportFact, spot: Spot) -> int:
    """1 up, -1 down, 0 where nothing says; `improved` is the way that is good for the metric."""
    good = GOOD.get(metric(fact.metric).good, 0)
    return {"up": 1, "down": -1, "better": good, "worse": -good}.get(spot.move, 0)


def _metric(fact: ReportFact, spot: Spot) -> Fault:
    return Fault.NONE if fact.metrics & called(spot) else Fault.METRIC


def _scope(fact: ReportFact, spot: Spot) -> Fault:
    return Fault.NONE if fact.scope in spot.scopes else Fault.SCOPE


def _size(fact: ReportFact, spot: Spot) -> Fault:
    return Fault.NONE if reads(fact, spot) else Fault.SIZE


def _period(fact: ReportFact, spot: Spot) -> Fault:
    return Fault.NONE if _in_time(fact, spot) else Fault.PERIOD


def _sign(fact: ReportFact, spot: Spot) -> Fault:
    return Fault.SIGN if wrong_way(fact, spot) else Fault.NONE


def _in_time(fact: ReportFact, spot: Spot) -> bool:
    if fact.kind in OF_A_TARGET:
        return True
    if fact.base is not None:
        return fact.base in spot.bases and (not spot.told_of or fact.period in spot.told_of)
    return fact.period in spot.periods


LOOKS = (_metric, _scope, _unit, _size, _period, _sign)
"""The cheapest first: most figures differ in two things at once, and are done with."""
