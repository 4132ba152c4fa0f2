"""What a part adds to the change of the whole, exactly.

A sum moves by the plain differences of its parts. A ratio R = N / D moves by
c_i = (N_i1/D1 - N_i0/D0) - Rbar * (D_i1/D1 - D_i0/D0), Rbar = (R0 + R1) / 2. The c_i add up to R1 - R0 over
any partition, need no division by a part's own denominator, and merging parts merges their c. Where a part
has a denominator on both sides, c splits into rate and mix (Kitagawa 1955, JASA 50, midpoint form).
"""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Segment, Where
from tiger_reports.model.metric import Kind, Metric


@dataclass(frozen=True)
class Pair:
    """Numerator and denominator of a part, before and after; a part without one has 0 of it.

    A sum is its own numerator and has no denominator.
    """

    n0: float
    n1: float
    d0: float = 0.0
    d1: float = 0.0

    def __sub__(self, other: Pair) -> Pair:
        return Pair(self.n0 - other.n0, self.n1 - other.n1, self.d0 - other.d0, self.d1 - other.d1)


def contribution(pair: Pair, whole: Pair) -> tuple[float, float | None, float | None]:
    """Effect of a part on the ratio of the whole, and its rate and mix where both exist."""
    mean = (whole.n0 / whole.d0 + whole.n1 / whole.d1) / 2
    share0, share1 = pair.d0 / whole.d0, pair.d1 / whole.d1
    effect = (pair.n1 / whole.d1 - pair.n0 / whole.d0) - mean * (share1 - share0)
    if not (pair.d0 and pair.d1):
        return effect, None, None
    rate0, rate1 = pair.n0 / pair.d0, pair.n1 / pair.d1
    rate = (share0 + share1) / 2 * (rate1 - rate0)
    return effect, rate, ((rate0 + rate1) / 2 - mean) * (share1 - share0)


def segment(metric: Metric, where: Where, pair: Pair, whole: Pair, channel: str = "") -> Segment:
    """The part as a segment of the metric's change, in the metric's unit."""
    if metric.kind is Kind.SUM:
        return Segment(where, pair.n0, pair.n1, pair.n1 - pair.n0, kind=_kind_of_sum(pair), channel=channel)
    effect, rate, mix = contribution(pair, whole)
    return Segment(
        where=where,
        before=pair.n0 / pair.d0 * metric.factor if pair.d0 else None,
        after=pair.n1 / pair.d1 * metric.factor if pair.d1 else None,
        effect=effect * metric.factor,
        rate=None if rate is None else rate * metric.factor,
        mix=None if mix is None else mix * metric.factor,
        kind=_kind_of_ratio(pair),
        channel=channel,
    )


def _kind_of_sum(pair: Pair) -> str:
    if pair.n0 and pair.n1:
        return "both"
    return "ended" if pair.n0 else "entered" if pair.n1 else "both"


def _kind_of_ratio(pair: Pair) -> str:
    if not (pair.n0 or pair.d0):
        return "entered"
    if not (pair.n1 or pair.d1):
        return "ended"
    return "both" if pair.d0 and pair.d1 else "no_result"
