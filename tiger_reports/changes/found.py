"""The smallest set of segments that holds a change: searched in every cube, told from the best of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from tiger_reports.changes.contribution import segment
from tiger_reports.changes.leaf_pairs import LeafPairs, Mask
from tiger_reports.changes.search.axes import Where
from tiger_reports.changes.search.find import Figure, Found, find_in_ratio, find_in_sum
from tiger_reports.metrics.cubes import CHANNEL
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.values import MONEY
from tiger_reports.model.change import Change, Segment, Split
from tiger_reports.model.metric import Kind, Metric, Unit

NAMED = 3
"""Segments named one by one, the largest; the others are in the rest."""
ENOUGH = 0.65
"""A change of which the segments hold less has its reason outside of the dimensions."""
DIMENSION = 0.1
"""Share of the change that one more dimension has to explain when cubes are compared."""


def found(change: Change, cubes: Iterable[LeafPairs]) -> Split | None:
    """The split of the cube whose segments hold most of the change; None where nothing stands out.

    Effects add up to the change whatever was found.
    """
    entry = metric(change.metric)
    splits = [split for pairs in cubes if (split := _in_cube(entry, change, pairs))]
    return max(splits, key=lambda split: _worth(split, change), default=None)


def _in_cube(entry: Metric, change: Change, pairs: LeafPairs) -> Split | None:
    result = _search(entry, pairs)
    if not result.where and not result.in_common:
        return None
    return _split(entry, change, pairs, result)


def _search(entry: Metric, pairs: LeafPairs) -> Found:
    if entry.kind is Kind.SUM:
        figure = Figure.AMOUNT if entry.measure in MONEY else Figure.COUNT
        return find_in_sum(pairs.axes, pairs.n0, pairs.n1, figure)
    share = entry.unit is Unit.PERCENT and entry.numerator not in MONEY
    figure = Figure.SHARE if share else Figure.RETURN if entry.denominator in MONEY else Figure.PRICE
    return find_in_ratio(pairs.axes, (pairs.n0, pairs.n1), (pairs.d0, pairs.d1), figure)


def _split(entry: Metric, change: Change, pairs: LeafPairs, result: Found) -> Split:
    parts = [
        _segment(entry, pairs, where, leaves)
        for where, leaves in zip(result.where, result.leaves, strict=True)
    ]
    named = sorted(parts, key=lambda part: -abs(part.effect))[:NAMED]
    outside = _unallocated(entry, pairs) if pairs.unallocated else None
    told = math.fsum(part.effect for part in named)
    rest = (change.delta or 0.0) - told - (outside.effect if outside else 0.0)
    return Split(
        dimensions=tuple(axis.name for axis in pairs.axes),
        segments=tuple(named),
        rest=rest,
        unallocated=outside,
        in_common=result.in_common or abs(told) < ENOUGH * abs(change.delta or 0.0),
        alternatives=tuple(_alternatives(entry, pairs, result)),
    )


def _segment(entry: Metric, pairs: LeafPairs, where: Where, leaves: Mask) -> Segment:
    channels = {value for name, value in where if name == CHANNEL}
    told = tuple(pair for pair in where if pair[0] != CHANNEL)
    channel = next(iter(channels), "")
    return segment(entry, told if told and channel else where, pairs.pair(leaves), pairs.whole, channel)


def _unallocated(entry: Metric, pairs: LeafPairs) -> Segment:
    return replace(segment(entry, (), pairs.left_over, pairs.whole), kind="unallocated")


def _alternatives(entry: Metric, pairs: LeafPairs, result: Found) -> Iterator[Segment]:
    for where in result.alternatives:
        if where not in result.where:
            yield _segment(entry, pairs, where, _leaves(pairs, where))


def _leaves(pairs: LeafPairs, where: Where) -> Mask:
    """Leaves that meet every condition; a path tells its own end."""
    wanted = set(where)
    leaves = np.ones(len(pairs.n0), dtype=bool)
    for axis in pairs.axes:
        if axis.name in dict(where):
            fits = np.array([wanted.issuperset(value) for value in axis.values])
            leaves &= fits[axis.codes]
    return leaves


def _worth(split: Split, change: Change) -> float:
    """Share of the change that the segments hold, less what their dimensions cost."""
    if not split.segments or not change.delta:
        return 0.0
    held = math.fsum(part.effect for part in split.segments) / change.delta
    deepest = max(len(part.where) for part in split.segments)
    return min(held, 1.0) - DIMENSION * (deepest - 1)
