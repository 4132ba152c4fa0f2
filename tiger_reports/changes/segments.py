"""Where a figure moved: the share of each channel or campaign in the change (`contribution`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tiger_reports.changes.contribution import Pair, segment
from tiger_reports.metrics.sums import Sums
from tiger_reports.metrics.values import measures, value
from tiger_reports.model.change import Scope, Segment
from tiger_reports.model.metric import Kind, Metric

SIDES = ("n0", "n1", "d0", "d1")


@dataclass(frozen=True)
class Cut:
    """One period's sums: the whole, and the parts of one dimension that make it up."""

    whole: Sums
    parts: Mapping[Scope, Sums]


def segments(metric: Metric, after: Cut, before: Cut, dimension: str) -> tuple[Segment, ...]:
    """Every part with its share of the change, the largest first; they add up to the change.

    Empty where the figure is missing on a side or cannot be added. `dimension` is channel or campaign.
    """
    figures = [value(metric, cut.whole).amount for cut in (before, after)]
    if None in figures or metric.kind is Kind.NON_ADDITIVE:
        return ()
    split = _of_sum if metric.kind is Kind.SUM else _of_ratio
    found = split(metric, after, before, dimension)
    return tuple(sorted(found, key=lambda part: (-abs(part.effect), part.channel, part.where)))


def top(found: tuple[Segment, ...], count: int) -> tuple[tuple[Segment, ...], float]:
    """The `count` largest, and the effect of all others together."""
    return found[:count], math.fsum(part.effect for part in found[count:])


def _of_sum(metric: Metric, after: Cut, before: Cut, dimension: str) -> Iterator[Segment]:
    for scope in _scopes(after, before):
        then, now = (cut.parts.get(scope, Sums()).total(metric.measure) for cut in (before, after))
        if then is None and now is None:
            continue
        pair = Pair(then or 0.0, now or 0.0)
        found = segment(metric, _where(scope, dimension), pair, pair, scope.channel)
        kind = "entered" if then is None else "ended" if now is None else "both"
        yield replace(found, before=then, after=now, kind=kind)


def _of_ratio(metric: Metric, after: Cut, before: Cut, dimension: str) -> Iterator[Segment]:
    pairs = {scope: _pair(metric, scope, before, after) for scope in _scopes(after, before)}
    whole = Pair(*(math.fsum(getattr(one, side) for one in pairs.values()) for side in SIDES))
    for scope, pair in pairs.items():
        if pair != Pair(0, 0, 0, 0):
            yield segment(metric, _where(scope, dimension), pair, whole, scope.channel)


def _scopes(after: Cut, before: Cut) -> tuple[Scope, ...]:
    return (*after.parts, *(scope for scope in before.parts if scope not in after.parts))


def _where(scope: Scope, dimension: str) -> tuple[tuple[str, str], ...]:
    return ((dimension, scope.campaign if dimension == "campaign" else scope.channel),)


def _pair(metric: Metric, scope: Scope, before: Cut, after: Cut) -> Pair:
    (n0, d0), (n1, d1) = (_amounts(metric, scope, cut) for cut in (before, after))
    return Pair(n0, n1, d0, d1)


def _amounts(metric: Metric, scope: Scope, cut: Cut) -> tuple[float, float]:
    """A part of the sums under the whole's ratio: of the files that have both, all that they hold."""
    wanted = measures(metric)
    members = {(part.channel, part.account) for part in cut.whole.with_all(set(wanted)).parts}
    counted = [p for p in cut.parts.get(scope, Sums()).parts if (p.channel, p.account) in members]
    numerator, denominator = (sum(p.amounts.get(name, 0.0) for p in counted) for name in wanted)
    return numerator, denominator
