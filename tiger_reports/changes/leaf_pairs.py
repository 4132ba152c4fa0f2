"""A metric's numerator and denominator, before and after, on every leaf of a cube; and what no leaf holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tiger_reports.changes.contribution import Pair
from tiger_reports.changes.search.axes import Axis, axes
from tiger_reports.metrics.cubes import CHAIN, CHANNEL, Cube
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.metrics.values import measures
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.metric import Kind, Metric

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
KEPT = 64
ALLOCATED = 0.01
"""A cube whose total differs from the account's by more is not the account: the difference is shown."""


@dataclass(frozen=True, eq=False)
class LeafPairs:
    """`n0`, `n1`, `d0`, `d1` by leaf; `whole` is the account's, `left_over` what no leaf holds."""

    axes: tuple[Axis, ...]
    n0: Numbers
    n1: Numbers
    d0: Numbers
    d1: Numbers
    whole: Pair
    left_over: Pair

    def pair(self, leaves: Mask) -> Pair:
        return Pair(*(float(side[leaves].sum()) for side in (self.n0, self.n1, self.d0, self.d1)))

    @property
    def unallocated(self) -> bool:
        """Whether more than a rounding of the account is missing here, or counted beyond it."""
        sides = zip(astuple(self.left_over), astuple(self.whole), strict=True)
        return any(abs(part) > ALLOCATED * abs(whole) for part, whole in sides)


def pairs_of(change: Change, cubes: Iterable[Cube], after: Sums, before: Sums) -> tuple[LeafPairs, ...]:
    """The leaves of every cube that has the figure; none where it cannot be added or did not move."""
    entry = metric(change.metric)
    if change.delta is None or entry.kind is Kind.NON_ADDITIVE:
        return ()
    found = (_leaf_pairs(entry, change, cube, after, before) for cube in cubes)
    return tuple(pairs for pairs in found if pairs and pairs.axes)


def _leaf_pairs(entry: Metric, change: Change, cube: Cube, after: Sums, before: Sums) -> LeafPairs | None:
    """The leaves of the change's scope; None where the cube lacks the figure on a side.

    Of the channels and accounts that stand behind the account's own figure, and of no others.
    """
    wanted = measures(entry)
    inside = _inside(cube, change.scope)
    sides = []
    for period, sums in ((change.base_period, before), (change.period, after)):
        having = sums.with_all(set(wanted))
        members = {(part.channel, part.account) for part in having.parts}
        counted = inside & np.array([place in members for place in cube.places], dtype=bool)[cube.place]
        amounts = [np.where(counted, cube.amounts(period, name), np.nan) for name in wanted]
        if any(np.isnan(one).all() for one in amounts):
            return None
        totals = [having.total(name) or 0.0 for name in wanted]
        sides.append(([np.nan_to_num(one) for one in amounts], totals))
    (then, whole0), (now, whole1) = sides
    none = np.zeros(cube.leaves)
    n0, n1 = then[0], now[0]
    d0, d1 = (none, none) if entry.kind is Kind.SUM else (then[1], now[1])
    whole = Pair(whole0[0], whole1[0], *((0.0, 0.0) if entry.kind is Kind.SUM else (whole0[1], whole1[1])))
    live = (n0 != 0) | (n1 != 0) | (d0 != 0) | (d1 != 0)
    n0, n1, d0, d1 = (side[live] for side in (n0, n1, d0, d1))
    held = Pair(*(float(side.sum()) for side in (n0, n1, d0, d1)))
    told = tuple(replace(axis, codes=axis.codes[live]) for axis in _axes(cube))
    return LeafPairs(tuple(filter(_lasting, told)), n0, n1, d0, d1, whole, whole - held)


def _inside(cube: Cube, scope: Scope) -> Mask:
    inside = np.ones(cube.leaves, dtype=bool)
    for name, value in ((CHANNEL, scope.channel), ("campaign", scope.campaign)):
        if value:
            inside &= cube.columns[name] == value
    return inside


@lru_cache(maxsize=KEPT)
def _axes(cube: Cube) -> tuple[Axis, ...]:
    """Dimensions of the cube that tell its leaves apart."""
    return axes({name: values for name, values in cube.columns.items() if any(values)}, (CHAIN,))


def _lasting(axis: Axis) -> bool:
    """Whether the dimension still tells leaves apart."""
    return len(axis.codes) > 0 and bool((axis.codes != axis.codes[0]).any())
