"""Greedy pursuit: the best segment first, its leaves out of the way, then the best of what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tiger_reports.changes.search.cuboids import Cuboid
from tiger_reports.changes.search.movement import Mask

MOST_PICKS, SWEEPS = 12, 2


@dataclass(frozen=True, eq=False)
class Pick:
    """Elements of one cuboid that moved as one; `gain` is what naming them is worth, all costs paid."""

    cuboid: Cuboid
    elements: tuple[int, ...]
    gain: float

    @property
    def leaves(self) -> Mask:
        return np.asarray(np.isin(self.cuboid.keys, self.elements))

    def same(self, other: Pick) -> bool:
        return self.cuboid is other.cuboid and set(self.elements) == set(other.elements)


Look = Callable[[Mask], Pick | None]
"""The best pick among leaves that nobody explains yet; None where nothing is worth its cost."""


def pursue(look: Look, live: Mask, first: Pick | None) -> tuple[Pick, ...]:
    """Disjoint picks, each the best one while all the others stand; `first` is the best of all leaves.

    The first picks were made while the later ones were still unknown, so each is looked for again without
    them; what is worth nothing any more is dropped.
    """
    picks = _grow([first], look, live) if first else []
    for _ in range(SWEEPS):
        again = _reviewed(picks, look, live)
        settled = len(again) == len(picks) and all(map(Pick.same, again, picks))
        picks = again if settled else _grow(again, look, live)
        if settled:
            break
    return tuple(picks)


def _grow(picks: list[Pick], look: Look, live: Mask) -> list[Pick]:
    found = list(picks)
    while len(found) < MOST_PICKS and (pick := look(_left(found, live))):
        found.append(pick)
    return found


def _reviewed(picks: list[Pick], look: Look, live: Mask) -> list[Pick]:
    found = list(picks)
    if len(found) == 1:
        return found
    for pick in picks:
        at = found.index(pick)
        others = found[:at] + found[at + 1 :]
        better = look(_left(others, live))
        found[at : at + 1] = [better] if better else []
    return found


def _left(picks: list[Pick], live: Mask) -> Mask:
    left = live.copy()
    for pick in picks:
        left &= ~pick.leaves
    return left
