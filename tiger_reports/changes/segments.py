"""Where a figure moved: the share of each channel or campaign in the change.

A sum moves by the plain differences of its parts. A ratio R = N / D moves by
c_i = (N_i1/D1 - N_i0/D0) - Rbar * (D_i1/D1 - D_i0/D0), Rbar = (R0 + R1) / 2. The c_i add up to R1 - R0 over
any partition, need no division by a part's own denominator, and merging parts merges their c. Where a part
has a denominator on both sides, c splits into rate and mix (Kitagawa 1955, JASA 50, midpoint form).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Pair:
    """Numerator and denominator of a part, before and after; a part without one has 0 of it."""

    n0: float
    n1: float
    d0: float
    d1: float


def segments(metric: Metric, after: Cut, before: Cut, dimension: str) -> tuple[Segment, ...]:
    """Every part with its share of the change, the largest first; they add up to the change.

    Empty where the figure is missing on a side or cannot be added. `dimension` is channel or campaign.
    """
    figures = [value(metric, cut.whole).amount for cut in (before, after)]
    if None in figures or metric.kind is Kind.NON_ADDITIVE:
        return ()
    split = _of_sum if metric.kind is Kind.SUM else _of_ratio
    found = split(metric, after, before, dimension)
    return tuple(sorted(found, key=lambda segment: (-abs(segment.effect), segment.channel, segment.name)))


def top(found: tuple[Segment, ...], count: int) -> tuple[tuple[Segment, ...], float]:
    """The `count` largest, and the effect of all others together."""
    return found[:count], math.fsum(segment.effect for segment in found[count:])


def _of_sum(metric: Metric, after: Cut, before: Cut, dimension: str) -> Iterator[Segment]:
    for scope in _scopes(after, before):
        then, now = (cut.parts.get(scope, Sums()).total(metric.measure) for cut in (before, after))
        if then is None and now is None:
            continue
        kind = "entered" if then is None else "ended" if now is None else "both"
        effect = (now or 0.0) - (then or 0.0)
        yield Segment(dimension, _name(scope, dimension), then, now, effect, kind=kind, channel=scope.channel)


def _of_ratio(metric: Metric, after: Cut, before: Cut, dimension: str) -> Iterator[Segment]:
    pairs = {scope: _pair(metric, scope, before, after) for scope in _scopes(after, before)}
    whole = Pair(*(math.fsum(getattr(one, side) for one in pairs.values()) for side in SIDES))
    for scope, pair in pairs.items():
        if pair == Pair(0, 0, 0, 0):
            continue
        effect, rate, mix = _contribution(pair, whole)
        yield Segment(
            dimension=dimension,
            name=_name(scope, dimension),
            before=pair.n0 / pair.d0 * metric.factor if pair.d0 else None,
            after=pair.n1 / pair.d1 * metric.factor if pair.d1 else None,
            effect=effect * metric.factor,
            rate=None if rate is None else rate * metric.factor,
            mix=None if mix is None else mix * metric.factor,
            kind=_kind(pair),
            channel=scope.channel,
        )


def _scopes(after: Cut, before: Cut) -> tuple[Scope, ...]:
    return (*after.parts, *(scope for scope in before.parts if scope not in after.parts))


def _name(scope: Scope, dimension: str) -> str:
    return scope.campaign if dimension == "campaign" else scope.channel


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


def _contribution(pair: Pair, whole: Pair) -> tuple[float, float | None, float | None]:
    """Effect of a part on the ratio of the whole, and its rate and mix where both exist."""
    mean = (whole.n0 / whole.d0 + whole.n1 / whole.d1) / 2
    share0, share1 = pair.d0 / whole.d0, pair.d1 / whole.d1
    effect = (pair.n1 / whole.d1 - pair.n0 / whole.d0) - mean * (share1 - share0)
    if not (pair.d0 and pair.d1):
        return effect, None, None
    rate0, rate1 = pair.n0 / pair.d0, pair.n1 / pair.d1
    rate = (share0 + share1) / 2 * (rate1 - rate0)
    return effect, rate, ((rate0 + rate1) / 2 - mean) * (share1 - share0)


def _kind(pair: Pair) -> str:
    if not (pair.n0 or pair.d0):
        return "entered"
    if not (pair.n1 or pair.d1):
        return "ended"
    return "both" if pair.d0 and pair.d1 else "no_result"
