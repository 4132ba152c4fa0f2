"""The best pick for shares: elements that hold most of what the rates' binomial noise leaves unexplained."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from tiger_reports.changes.search.axes import Where
from tiger_reports.changes.search.cuboids import Cuboid
from tiger_reports.changes.search.movement import Mask, Movement, Numbers
from tiger_reports.changes.search.pursuit import Pick
from tiger_reports.changes.search.sums import distinct

AN_ELEMENT = 0.10
"""Share of what is unexplained that one more element has to explain, and as much again for a dimension."""
ENOUGH = 0.70
"""The search ends when so much of what was unusual is explained."""
CHANCE = 4.0
"""Times the logarithm of the number of elements: what the best of so many explains by chance."""


@dataclass(frozen=True, eq=False)
class Shares:
    cuboids: tuple[Cuboid, ...]
    movement: Movement

    def best(self, left: Mask) -> Pick | None:
        """The set of elements of one cuboid that explains most, less what its elements cost."""
        unexplained = self._unexplained(left)
        if unexplained <= max(0.0, (1 - ENOUGH) * self._unexplained(self.movement.live)):
            return None
        cost = self._cost(left)
        picks = [pick for cuboid in self.cuboids if (pick := self._best_in(cuboid, left, cost))]
        best = max(picks, key=lambda pick: pick.gain, default=None)
        return best if best and best.gain > 0 else None

    def in_common(self) -> float:
        """What it is worth to say that the rates of all leaves moved alike, as a pick of everything."""
        pull, weight = self._whole()
        return pull**2 / weight - self._cost(self.movement.live) if weight else 0.0

    def beyond_common(self) -> Shares:
        pull, weight = self._whole()
        moved = self.movement
        return replace(self, movement=replace(moved, extra=moved.extra - pull / weight * moved.size))

    def ranked(self, count: int) -> tuple[Where, ...]:
        """Single elements by what they explain, each set of leaves once: what else it could have been."""
        live = self.movement.live
        deeper = AN_ELEMENT * self._unexplained(live)
        found = []
        for cuboid in self.cuboids:
            pull, weight = self._totals(cuboid, live)
            gain = np.where(weight > 0, pull**2 / np.maximum(weight, 1e-300), -np.inf)
            gain = gain - deeper * (cuboid.depth - 1)
            first = np.argsort(-gain, kind="stable")[:count]
            found += [(float(gain[at]), cuboid, int(at)) for at in first if np.isfinite(gain[at])]
        return distinct(found, live, count)

    def _whole(self) -> tuple[float, float]:
        moved, live = self.movement, self.movement.live
        size = moved.size[live] / moved.variance[live]
        return float(size @ moved.extra[live]), float(size @ moved.size[live])

    def _cost(self, left: Mask) -> float:
        """Of one element of one dimension."""
        chance = CHANCE * math.log(max(2, sum(one.size for one in self.cuboids)))
        return max(chance, AN_ELEMENT * self._unexplained(left))

    def _unexplained(self, left: Mask) -> float:
        moved = self.movement
        return float(np.sum(moved.extra[left] ** 2 / moved.variance[left]) - left.sum())

    def _totals(self, cuboid: Cuboid, left: Mask) -> tuple[Numbers, Numbers]:
        moved, keys = self.movement, cuboid.keys[left]
        size = moved.size[left] / moved.variance[left]
        terms = (size * moved.extra[left], size * moved.size[left])
        pull, weight = (np.bincount(keys, term, cuboid.size).astype(np.float64) for term in terms)
        return pull, weight

    def _best_in(self, cuboid: Cuboid, left: Mask, cost: float) -> Pick | None:
        pull, weight = self._totals(cuboid, left)
        picks = []
        for sign in (1, -1):
            ids = np.flatnonzero((weight > 0) & (np.sign(pull) == sign))
            if not len(ids):
                continue
            certain = np.abs(pull[ids] / weight[ids]) - 1 / np.sqrt(weight[ids])
            order = ids[np.argsort(-certain, kind="stable")]
            explained = np.cumsum(pull[order]) ** 2 / np.cumsum(weight[order])
            gains = explained - cost * cuboid.depth * np.arange(1, len(order) + 1)
            at = int(np.argmax(gains))
            picks.append(Pick(cuboid, tuple(map(int, order[: at + 1])), float(gains[at])))
        return max(picks, key=lambda pick: pick.gain, default=None)
