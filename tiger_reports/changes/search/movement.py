"""How the leaves of a cube moved: what came, beside what was to be expected."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

HALF_BELIEVED = 50.0
"""Units of the denominator at which a leaf's own earlier rate counts half, the rate of all the other half."""
WANDERING = 0.3
"""Share of the whole rate's change by which rates of leaves wander apart even where they moved alike."""


@dataclass(frozen=True)
class Movement:
    """`extra` is what came beyond the expectation, `size` what one unit of effect is worth in a leaf.

    A leaf without `size` says nothing. `variance` is that of `extra` by chance: for shares all of it, for
    sums and prices what counting alone makes; the rest is read off the leaves (`noise`).
    """

    extra: Numbers
    size: Numbers
    variance: Numbers

    @property
    def live(self) -> Mask:
        return self.size > 0


def of_sum(expected: Numbers, actual: Numbers, *, counted: bool = False) -> Movement:
    """Relative to the larger side, so that twice as much and half as much are the same size of effect.

    Swapping the sides turns the signs and changes nothing else; leaves that enter or end have effect 1.
    Whole things that are `counted` vary at least as Poisson does, on both sides.
    """
    size = np.maximum(np.abs(expected), np.abs(actual))
    return Movement(actual - expected, size, 2 * size if counted else np.zeros(len(size)))


def beyond_common(moved: Movement) -> Movement:
    """The same beside what all leaves have in common: the median relative effect, each leaf by its size.

    An effect u on the larger side is a factor of 1 / (1 - u) upwards and 1 + u downwards.
    """
    actual = np.where(moved.extra >= 0, moved.size, moved.size + moved.extra)
    expected = actual - moved.extra
    common = _weighted_median(moved.extra / np.where(moved.live, moved.size, 1), moved.size)
    lasts = abs(common) < 1  # else everything began or ended, and nothing is beside that
    factor = 1 / (1 - common) if lasts and common > 0 else 1 + common
    beyond = of_sum(expected * factor if lasts else actual, actual)
    return replace(beyond, variance=moved.variance)


def _weighted_median(values: Numbers, weights: Numbers) -> float:
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(reached, reached[-1] / 2)])


def of_share(n0: Numbers, n1: Numbers, d0: Numbers, d1: Numbers) -> Movement:
    """Of a share (clicks of impressions): additive effect on the rate, binomial variance of both sides."""
    whole0, whole1 = _over(n0.sum(), d0.sum()), _over(n1.sum(), d1.sum())
    rate = earlier_rate(n0, d0)
    sampling = d1 * whole1 * (1 - whole1) + d1**2 * rate * (1 - rate) / (d0 + HALF_BELIEVED)
    apart = (WANDERING * (whole1 - whole0) * d1) ** 2
    return Movement(n1 - rate * d1, d1, np.maximum(sampling, 0) + apart)


def of_price(n0: Numbers, n1: Numbers, d0: Numbers, d1: Numbers) -> Movement:
    """Of money for a counted thing (spend for a conversion): how many came, beside what it bought before.

    The count is what chance moves, so it is held against the money and not the money against it.
    """
    moved = of_sum(earlier_rate(d0, n0, believed=0.0) * n1, d1)
    more = np.where(n0 > 0, n1 / np.where(n0 > 0, n0, 1), 1.0)
    return replace(moved, variance=moved.size * (1 + more))


def of_return(n0: Numbers, n1: Numbers, d0: Numbers, d1: Numbers) -> Movement:
    """Of what came back for money: beside what the same money brought before."""
    return of_sum(earlier_rate(n0, d0, believed=0.0) * d1, n1)


def earlier_rate(n0: Numbers, d0: Numbers, believed: float = HALF_BELIEVED) -> Numbers:
    """Each leaf's rate, drawn to the rate of all where little stands behind it."""
    whole, size = _over(n0.sum(), d0.sum()), d0 + believed
    return np.where(size > 0, (n0 + believed * whole) / np.where(size > 0, size, 1), whole)


def _over(numerator: float, denominator: float) -> float:
    return float(numerator / denominator) if denominator else 0.0
