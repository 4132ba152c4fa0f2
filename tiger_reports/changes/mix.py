"""Simpson's guard: dimensions in which a ratio moved against the rates of its own parts."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from tiger_reports.changes.contribution import Pair, contribution
from tiger_reports.changes.leaf_pairs import LeafPairs
from tiger_reports.changes.search.axes import Axis
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Change
from tiger_reports.model.metric import Kind


def mixes(change: Change, cubes: Iterable[LeafPairs]) -> tuple[str, ...]:
    """Dimensions by which the change is a mix: rates together went the other way, or weighed less than mix.

    A change of weights explains it there, and a rate must not be blamed. Empty for sums.
    """
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
    rates = math.fsum(rate for _, rate, _ in parts if rate is not None)
    mix = math.fsum(mix for _, _, mix in parts if mix is not None)
    return rates * delta < 0 or abs(mix) > abs(rates)
