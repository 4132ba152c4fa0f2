"""The best pick for sums and prices: elements whose leaves moved by the same share."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from tiger_reports.changes.search.alike import QUIET, SMALL, Totals, evidence, together
from tiger_reports.changes.search.axes import Codes, Where
from tiger_reports.changes.search.cuboids import Cuboid, subsets
from tiger_reports.changes.search.movement import Mask, Movement, Numbers, beyond_common
from tiger_reports.changes.search.noise import noise
from tiger_reports.changes.search.pursuit import Pick

WORTH = 3.0
"""A pick has to be twenty times as likely as chance, all elements that it could have been counted in."""
MATERIAL = 0.02
"""A common move of less is none: many leaves make the smallest one certain."""
MOST_ELEMENTS = 40
UNUSUAL = 4.0
"""Elements whose leaves together are no more unusual than two sigma are not looked at."""
TIGHTEST, SHARED = -math.log(QUIET[0]) / 2, 2.0
"""What the likeness of one more leaf can add at most, and what an element saves by moving like others."""
SMALLEST = 0.01
"""Half of the smallest leaves (this quantile) is the grain of a figure: less than that is rounding."""


Terms = tuple[Numbers, Numbers, Numbers, Numbers, Numbers]


@dataclass(frozen=True, eq=False)
class Sums:
    cuboids: tuple[Cuboid, ...]
    movement: Movement

    @cached_property
    def _all(self) -> _Weighed:
        return _Weighed.of(self, self.movement.live)

    def best(self, left: Mask) -> Pick | None:
        """The most telling set of elements of one cuboid among the leaves `left`."""
        leaves = self._all if np.array_equal(left, self.movement.live) else _Weighed.of(self, left)
        picks = [pick for cuboid in self.cuboids if (pick := _best_in(cuboid, leaves))]
        first = max(picks, key=lambda pick: pick.gain, default=None)
        if first is None or first.gain <= WORTH:
            return None
        return _simpler(first, picks, leaves) if len(first.elements) > 1 else first

    def in_common(self) -> float:
        """What it is worth to say that all leaves moved alike, as a pick of everything."""
        whole = Totals(*(np.array([term.sum()]) for term in self._all.terms))
        effect = float(whole.pull[0]) / max(float(whole.weight[0]), SMALL)
        return float(evidence(whole)[0]) if abs(effect) > MATERIAL and together(whole)[0] else 0.0

    def beyond_common(self) -> Sums:
        return replace(self, movement=beyond_common(self.movement))

    def ranked(self, count: int) -> tuple[Where, ...]:
        """Single elements by evidence, each set of leaves once: what else it could have been."""
        leaves = self._all
        found = [
            (float(gain), cuboid, int(element))
            for cuboid in self.cuboids
            for gain, element in zip(*_singles(cuboid, leaves, count), strict=True)
        ]
        return distinct(found, leaves.left, count)


def distinct(found: list[tuple[float, Cuboid, int]], left: Mask, count: int) -> tuple[Where, ...]:
    """The best `count`; of elements that hold the same leaves the one that needs fewest dimensions."""
    seen: dict[bytes, Where] = {}
    for _, cuboid, element in sorted(found, key=lambda one: (-one[0], one[1].depth)):
        seen.setdefault(((cuboid.keys == element) & left).tobytes(), cuboid.where(element))
        if len(seen) == count:
            break
    return tuple(seen.values())


@dataclass(frozen=True, eq=False)
class _Weighed:
    """The leaves that are left with their terms (`Totals`); those near the grain of the figure count less."""

    left: Mask
    terms: Terms
    known: dict[int, Totals] = field(default_factory=dict)

    @classmethod
    def of(cls, sums: Sums, left: Mask) -> _Weighed:
        moved = sums.movement
        extra, size = moved.extra[left], moved.size[left]
        if not len(size):
            return cls(left, (size, size, size, size, size))
        variance = np.maximum(noise(extra, size) ** 2, moved.variance[left])
        grain = np.quantile(moved.size[moved.live], SMALLEST) / 2
        trust = variance / (variance + grain**2)
        weight = trust / variance
        lasting = np.where(np.abs(extra) < size, trust, 0.0)
        return cls(left, (weight * size * extra, weight * size**2, weight * extra**2, trust, lasting))

    def totals(self, cuboid: Cuboid) -> Totals:
        if id(cuboid) not in self.known:
            self.known[id(cuboid)] = self._summed(cuboid, cuboid.keys[self.left], self.terms)
        return self.known[id(cuboid)]

    def within(self, cuboid: Cuboid, leaves: Mask) -> Totals:
        """Of those leaves that are in `leaves` too."""
        inside = leaves[self.left]
        pull, weight, square, count, lasting = (term[inside] for term in self.terms)
        terms = (pull, weight, square, count, lasting)
        return self._summed(cuboid, cuboid.keys[self.left][inside], terms)

    def _summed(self, cuboid: Cuboid, keys: Codes, terms: Terms) -> Totals:
        return Totals(*(np.bincount(keys, term, cuboid.size).astype(np.float64) for term in terms))


def _singles(cuboid: Cuboid, leaves: _Weighed, count: int) -> tuple[Numbers, np.ndarray]:
    totals = leaves.totals(cuboid)
    ids = np.flatnonzero((totals.count > 0) & (totals.square > UNUSUAL))
    gain = evidence(totals.of(ids)) - _costs(cuboid, int((totals.count > 0).sum()), 1)[0]
    first = np.argsort(-gain, kind="stable")[:count]
    return gain[first], ids[first]


def _best_in(cuboid: Cuboid, leaves: _Weighed) -> Pick | None:
    totals = leaves.totals(cuboid)
    held = int((totals.count > 0).sum())
    ids = _unusual(totals, held)
    of = totals.of(ids)
    own = np.where(together(of), evidence(of), -np.inf)
    picks = []
    for sign in (1, -1):
        places = np.flatnonzero((np.sign(of.pull) == sign) & (own > 0))
        order = places[np.argsort(-own[places], kind="stable")[:MOST_ELEMENTS]]
        picks.append(_best_prefix(cuboid, ids[order], of.of(order), held))
    return max((pick for pick in picks if pick), key=lambda pick: pick.gain, default=None)


def _unusual(totals: Totals, held: int) -> np.ndarray:
    """Elements that could pay for their own naming among so many; spares the leaves of a deep cuboid."""
    most = totals.square / 2 + np.maximum(totals.lasting - 1, 0) * TIGHTEST
    needed = max(UNUSUAL / 2, math.log(max(1, held / MOST_ELEMENTS)) - SHARED)
    return np.flatnonzero((totals.count > 0) & (most > needed))


def _best_prefix(cuboid: Cuboid, ids: np.ndarray, totals: Totals, held: int) -> Pick | None:
    """Linear-time subset scan: with elements in the order of their evidence the best set is a prefix."""
    if not len(ids):
        return None
    gains = evidence(totals.running()) - _costs(cuboid, held, len(ids))
    at = int(np.argmax(gains))
    return Pick(cuboid, tuple(map(int, ids[: at + 1])), float(gains[at]))


def _costs(cuboid: Cuboid, held: int, most: int) -> Numbers:
    """What it costs to say which 1, 2 ... `most` elements: the cuboid, the sign, how many, and which.

    One element is twice as likely as two, two as three.
    """
    number = np.arange(1, most + 1)
    which = np.cumsum(np.log(np.maximum(held + 1 - number, 1)) - np.log(number))
    return np.asarray(which + cuboid.prior + np.log(2) * (1 + number))


def _simpler(first: Pick, picks: list[Pick], leaves: _Weighed) -> Pick:
    """The pick itself, or one of fewer dimensions that together with what it leaves over says more.

    Twelve children of one element beside two strangers are better told as the element and the strangers.
    """
    coarser = {id(cuboid) for cuboid in subsets(tuple(pick.cuboid for pick in picks), first.cuboid)}
    options = [
        (pick.gain + _remaining(first, pick, leaves), pick) for pick in picks if id(pick.cuboid) in coarser
    ]
    gain, simpler = max(options, key=lambda option: option[0], default=(first.gain, first))
    return simpler if gain > first.gain else first


def _remaining(first: Pick, taken: Pick, leaves: _Weighed) -> float:
    """What the rest of `first` is worth once `taken` is out of the way."""
    totals = leaves.within(first.cuboid, first.leaves & ~taken.leaves)
    ids = np.array([one for one in first.elements if totals.count[one] > 0], dtype=np.int64)
    rest = _best_prefix(first.cuboid, ids, totals.of(ids), first.cuboid.size)
    return max(0.0, rest.gain) if rest else 0.0
