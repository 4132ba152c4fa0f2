"""Cuboids: all sets of dimensions up to a depth, and which element of each every leaf belongs to."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tiger_reports.changes.search.axes import Axis, Codes, Where

MOST = 40
"""Cuboids at most: the depth of a search ends where there would be more, because each costs a group-by."""


@dataclass(frozen=True, eq=False)
class Cuboid:
    """`keys` are places of elements, one a leaf; `size` is how many elements have leaves.

    `prior` is minus the logarithm of the chance of this set of dimensions among all sets: each depth is as
    likely as any other, and so is each set of one depth.
    """

    axes: tuple[Axis, ...]
    keys: Codes
    size: int
    prior: float

    @property
    def depth(self) -> int:
        return len(self.axes)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(axis.name for axis in self.axes)

    def where(self, element: int) -> Where:
        leaf = int(np.argmax(self.keys == element))
        return tuple(pair for axis in self.axes for pair in axis.values[axis.codes[leaf]])


def cuboids(axes: tuple[Axis, ...], deepest: int | None = None) -> tuple[Cuboid, ...]:
    """From one dimension to `deepest`, as far as their number stays below `MOST`."""
    levels: list[list[tuple[Axis, ...]]] = []
    for depth in range(1, (deepest or len(axes)) + 1):
        level = [chosen for chosen in combinations(axes, depth) if _apart(chosen)]
        if not level or (levels and sum(map(len, levels)) + len(level) > MOST):
            break
        levels.append(level)
    return tuple(
        _cuboid(chosen, math.log(len(levels)) + math.log(len(level))) for level in levels for chosen in level
    )


def _apart(chosen: tuple[Axis, ...]) -> bool:
    return len({axis.chain for axis in chosen}) == len(chosen)


def _cuboid(chosen: tuple[Axis, ...], prior: float) -> Cuboid:
    keys = chosen[0].codes
    for axis in chosen[1:]:
        keys = _dense(keys * len(axis.values) + axis.codes)
    return Cuboid(chosen, keys, int(keys.max(initial=-1)) + 1, prior)


def _dense(keys: Codes) -> Codes:
    """The same elements numbered without gaps: by a table where it is small, else by sorting."""
    span = int(keys.max(initial=-1)) + 1
    if span > 8 * len(keys):
        return np.asarray(np.unique(keys, return_inverse=True)[1], dtype=np.int64)
    held = np.zeros(span, dtype=np.int64)
    held[keys] = 1
    return np.asarray((np.cumsum(held) - 1)[keys], dtype=np.int64)


def subsets(found: tuple[Cuboid, ...], of: Cuboid) -> Iterator[Cuboid]:
    """The cuboids of fewer of the same dimensions."""
    return (one for one in found if one.names < of.names)
