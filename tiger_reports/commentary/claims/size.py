"""How large a typed number is, and in which unit, beside the size of a figure as the report shows it."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.commentary.claims.role import Role
from tiger_reports.commentary.claims.spot import Spot
from tiger_reports.commentary.figures.report_fact import FactKind, Measured, ReportFact
from tiger_reports.commentary.reading.number_forms import Reading, Typed
from tiger_reports.metrics.registry import metric
from tiger_reports.model.metric import Unit

LEEWAY = 0.05
"""What `about`, `over` and `almost` allow."""

ROUNDING = 1e-9
HUNDRED = 100.0
LEVELS = frozenset({FactKind.VALUE, FactKind.PER_DAY, FactKind.PART, FactKind.TARGET, FactKind.OF_TARGET})
OF_A_WHOLE = frozenset({FactKind.SHARE, FactKind.PART})


def units(spot: Spot) -> frozenset[Measured]:
    """Classes that the number may have: its own, and of a bare one that of the number beside it."""
    own = own_unit(spot.number)
    if own is not Measured.PLAIN:
        return frozenset({own})
    beside = {own_unit(one) for one in _neighbours(spot)} - {Measured.FOLD}
    return frozenset({Measured.PLAIN, Measured.MONEY} | beside)


def _neighbours(spot: Spot) -> Iterator[Typed]:
    """The other end of `from 2.0 to 2.4 %` and of `2.4 % against 2.0`."""
    numbers, at = spot.scan.numbers, spot.at
    if (
        spot.role in (Role.FROM, Role.ANY)
        and at + 1 < len(numbers)
        and numbers[at + 1].start < spot.sentence[1]
    ):
        yield numbers[at + 1]
    if spot.role in (Role.BASE, Role.TO) and at and numbers[at - 1].start >= spot.sentence[0]:
        yield numbers[at - 1]


def own_unit(number: Typed) -> Measured:
    if number.unit:
        return Measured(number.unit)
    return Measured.MONEY if number.currency else Measured.PLAIN


def is_factor(fact: ReportFact) -> bool:
    return fact.kind in LEVELS and fact.measured is Measured.PLAIN and metric(fact.metric).unit is Unit.FACTOR


def reads(fact: ReportFact, spot: Spot) -> bool:
    """Whether the number is the figure, as exactly as it is written or as its hedge allows."""
    return any(
        _within(reading, size, spot.hedge) for reading in _readings(spot) for size in sizes(fact, spot)
    )


def _readings(spot: Spot) -> Iterator[Reading]:
    """The number's own readings, and with the scale of the other end: `from 1.2 to 1.4 million`."""
    yield from spot.number.readings
    if not spot.number.scaled and spot.role in (Role.FROM, Role.ANY):
        for other in _neighbours(spot):
            if other.scaled and (scale := _scale(other)):
                yield from (Reading(one.size * scale, one.half * scale) for one in spot.number.readings)


def _scale(number: Typed) -> float:
    return next(
        (
            scale
            for scale in (1e3, 1e6, 1e9)
            if number.readings[0].half * 2 <= scale <= number.readings[0].size * 1e3
        ),
        0.0,
    )


def _within(reading: Reading, size: float, hedge: str) -> bool:
    slack = reading.half * (1 + ROUNDING) + ROUNDING
    below = LEEWAY * reading.size if hedge in ("about", "under") else 0.0
    above = LEEWAY * reading.size if hedge in ("about", "over") else 0.0
    return reading.size - below - slack <= size <= reading.size + above + slack


def sizes(fact: ReportFact, spot: Spot) -> tuple[float, ...]:
    """The figure without its sign in the scale of its unit, exact and as the report shows it."""
    value = abs(fact.value)
    if fact.kind is FactKind.FOLD and spot.move in ("down", "worse") and value:
        value = 1 / value
    if fact.measured in (Measured.PERCENT, Measured.POINTS):
        value *= HUNDRED
    found = [value, round(value, decimals(fact))]
    if is_factor(fact) and spot.number.unit == "percent":
        found = [one * HUNDRED for one in found]
    return tuple(found)


def decimals(fact: ReportFact) -> int:
    """Decimals with which the report shows it."""
    entry = metric(fact.metric)
    if fact.measured in (Measured.PERCENT, Measured.FOLD):
        rate = entry.unit is Unit.PERCENT and fact.kind in LEVELS - OF_A_WHOLE
        return entry.decimals if rate else 1
    if fact.measured is Measured.POINTS:
        return max(entry.decimals, 1)
    return 1 if fact.kind is FactKind.PER_DAY and entry.unit is Unit.COUNT else entry.decimals
