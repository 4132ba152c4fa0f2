"""The search itself: from the leaves of a cube to the segments that moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tiger_reports.changes.search.axes import Axis, Where
from tiger_reports.changes.search.cuboids import cuboids
from tiger_reports.changes.search.movement import (
    Mask,
    Movement,
    Numbers,
    of_price,
    of_return,
    of_share,
    of_sum,
)
from tiger_reports.changes.search.pursuit import Pick, pursue
from tiger_reports.changes.search.shares import Shares
from tiger_reports.changes.search.sums import WORTH, Sums

ALTERNATIVES = 5
NEARLY_ALL = 0.9


class Figure(StrEnum):
    """What is searched: it decides by how much leaves move by chance."""

    COUNT = "count"  # whole things: at least Poisson noise
    AMOUNT = "amount"  # money, or any measured quantity
    SHARE = "share"  # a part of its denominator: clicks of impressions
    PRICE = "price"  # money for a counted thing
    RETURN = "return"  # money for money


RATIOS = {Figure.SHARE: of_share, Figure.PRICE: of_price, Figure.RETURN: of_return}


@dataclass(frozen=True, eq=False)
class Found:
    """Disjoint segments, the most telling first, with the leaves of each; and what else it could have been.

    `in_common`: all leaves moved alike before anything else, and the segments are what moved beside that.
    """

    where: tuple[Where, ...] = ()
    leaves: tuple[Mask, ...] = ()
    alternatives: tuple[Where, ...] = ()
    in_common: bool = False


def find_in_sum(
    axes: Sequence[Axis], expected: Numbers, actual: Numbers, figure: Figure = Figure.AMOUNT
) -> Found:
    """Where a sum moved away from what was expected of each leaf; `figure` is a count or an amount."""
    return _found(tuple(axes), of_sum(expected, actual, counted=figure is Figure.COUNT), figure)


def find_in_ratio(
    axes: Sequence[Axis],
    numerator: tuple[Numbers, Numbers],
    denominator: tuple[Numbers, Numbers],
    figure: Figure = Figure.SHARE,
) -> Found:
    """Where a ratio of sums moved, each side before and after; `figure` is a share, price or return."""
    return _found(tuple(axes), RATIOS[figure](*numerator, *denominator), figure)


def _found(axes: tuple[Axis, ...], movement: Movement, figure: Figure) -> Found:
    if not axes or not movement.live.any():
        return Found()
    known = cuboids(axes)
    search = Shares(known, movement) if figure is Figure.SHARE else Sums(known, movement)
    first = search.best(movement.live)
    in_common = search.in_common() > max(WORTH, first.gain if first else 0.0)
    picks = () if in_common else pursue(search.best, movement.live, first)
    if in_common or _nearly_all(picks, movement):
        in_common, search = True, search.beyond_common()
        live = search.movement.live
        beside = pursue(search.best, live, search.best(live))
        picks = () if _nearly_all(beside, search.movement) else beside
    return Found(
        where=tuple(pick.cuboid.where(element) for pick in picks for element in pick.elements),
        leaves=tuple(mask for at in range(len(picks)) for mask in _masks(picks, at)),
        alternatives=search.ranked(ALTERNATIVES),
        in_common=in_common,
    )


def _nearly_all(picks: Sequence[Pick], movement: Movement) -> bool:
    """Whether the picks name nearly everything, which is to name nothing."""
    named = np.zeros(len(movement.size), dtype=bool)
    for pick in picks:
        named |= pick.leaves
    return float(named[movement.live].mean()) > NEARLY_ALL


def _masks(picks: Sequence[Pick], at: int) -> list[Mask]:
    """Leaves of each element of a pick, without those that an earlier pick holds."""
    taken = np.zeros(len(picks[at].cuboid.keys), dtype=bool)
    for earlier in picks[:at]:
        taken |= earlier.leaves
    return [(picks[at].cuboid.keys == element) & ~taken for element in picks[at].elements]
