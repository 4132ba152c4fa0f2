"""Simpson's guard: whether a ratio moved because its parts did, or because their weights did."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from tiger_reports.changes.contribution import Pair, contribution
from tiger_reports.changes.leaf_pairs import LeafPairs
from tiger_reports.changes.search.axes import Axis
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Change, Segment
from tiger_reports.model.metric import Kind

Split = tuple[float, float]
"""What a part's own rate moved, and what its weight moved."""
FEWEST = 2
"""One part is the whole and has no mix."""


def is_mix(delta: float, segments: Iterable[Segment]) -> bool:
    """Whether the parts' own rates went the other way than the whole, or moved it less than their weights."""
    split = [(one.rate, one.mix) for one in segments if one.rate is not None and one.mix is not None]
    return len(split) >= FEWEST and _weights_lead(delta, split)


def mixes(change: Change, cubes: Iterable[LeafPairs]) -> tuple[str, ...]:
    """Dimensions by which the change is a mix, so that no rate may be blamed for it. Empty for sums."""
    entry = metric(change.metric)
    if entry.kind is not Kind.RATIO or not change.delta:
        return ()
    found: list[str] = []
    for pairs in cubes:
        for axis in pairs.axes:
            if axis.name not in found and _is_mix(axis, pairs, change.delta / entry.factor):
                found.append(axis.name)
    return tuple(found)


def _is_mix(axis: Axis, pairs: LeafPairs, delta: float) -> bool:
    sides = (pairs.n0, pairs.n1, pairs.d0, pairs.d1)
    totals = (np.bincount(axis.codes, side, len(axis.values)).tolist() for side in sides)
    parts = [contribution(Pair(*amounts), pairs.whole) for amounts in zip(*totals, strict=True)]
    return _weights_lead(delta, [(r, m) for _, r, m in parts if r is not None and m is not None])


def _weights_lead(delta: float, split: list[Split]) -> bool:
    rate, mix = (math.fsum(part[at] for part in split) for at in (0, 1))
    return rate * delta < 0 or abs(mix) > abs(rate)
