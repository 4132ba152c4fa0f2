"""From sums to a figure: sums are added, ratios recomputed from their parts, people are never added."""

from __future__ import annotations

from tiger_reports.metrics.sums import Bounds, Sums
from tiger_reports.model.metric import Kind, Metric, Value

MONEY = frozenset({"spend", "conversion_value"})
"""Measures in the account's currency."""


def value(metric: Metric, sums: Sums) -> Value:
    """The figure of `metric` over `sums`; `lacks` names channels that have data but not this figure."""
    if not _can_add(metric, sums):
        return Value(lacks=sums.channels)
    match metric.kind:
        case Kind.SUM:
            return _sum(metric, sums)
        case Kind.RATIO:
            return _ratio(metric, sums)
        case Kind.NON_ADDITIVE:
            return _non_additive(metric, sums)


def measures(metric: Metric) -> tuple[str, ...]:
    return (metric.measure,) if metric.measure else (metric.numerator, metric.denominator)


def _can_add(metric: Metric, sums: Sums) -> bool:
    """Money of two currencies cannot be added, nor can results that mean different things."""
    used = measures(metric)
    if not MONEY.isdisjoint(used) and not sums.one_currency:
        return False
    return "results" not in used or sums.one_result_type


def _sum(metric: Metric, sums: Sums) -> Value:
    having = sums.with_all({metric.measure})
    return Value(having.total(metric.measure), lacks=_lacks(having, sums), bounded=_unsure(metric, having))


def _ratio(metric: Metric, sums: Sums) -> Value:
    """Numerator over denominator, both over the parts that have both: nobody dilutes a rate."""
    both = sums.with_all({metric.numerator, metric.denominator})
    numerator, denominator = both.total(metric.numerator), both.total(metric.denominator)
    amount = None
    if numerator is not None and denominator:
        amount = numerator / denominator * metric.factor
    return Value(amount, numerator, denominator, lacks=_lacks(both, sums), bounded=_unsure(metric, both))


def _lacks(having: Sums, sums: Sums) -> tuple[str, ...]:
    return () if having is sums else tuple(sorted(set(sums.channels) - set(having.channels)))


def _unsure(metric: Metric, sums: Sums) -> bool:
    return not sums.unsure.isdisjoint(measures(metric))


def _non_additive(metric: Metric, sums: Sums) -> Value:
    measure = metric.measure or metric.denominator
    found = _bounds(sums, measure)
    lacks = tuple(sorted({part.channel for part in sums.parts if measure not in part.bounds}))
    if found is None:
        return Value(lacks=lacks)
    if metric.measure:
        return Value(found.exact, lower=found.lower, upper=found.upper, lacks=lacks)
    having = Sums(tuple(part for part in sums.parts if measure in part.bounds))
    impressions = having.total(metric.numerator)
    return Value(
        _over(impressions, found.exact),
        numerator=impressions,
        denominator=found.exact,
        lower=_over(impressions, found.upper),
        upper=_over(impressions, found.lower),
        lacks=lacks,
    )


def _over(numerator: float | None, denominator: float | None) -> float | None:
    return numerator / denominator if numerator is not None and denominator else None


def _bounds(sums: Sums, measure: str) -> Bounds | None:
    """One part's own figure; of several parts only bounds: nobody knows how far their people overlap."""
    if len(sums.parts) == 1:
        return sums.parts[0].bounds.get(measure)
    known = [part.bounds[measure] for part in sums.parts if measure in part.bounds]
    if not known:
        return None
    uppers = [bounds.upper for bounds in known if bounds.upper is not None]
    complete = len(uppers) == len(sums.parts)
    return Bounds(max(bounds.lower for bounds in known), sum(uppers) if complete else None)
