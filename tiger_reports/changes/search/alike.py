"""Did the leaves of an element move alike? The logarithm of a Bayes factor for yes against no.

Yes: `extra` of every leaf is theta * size with a variance phi times the usual, theta uniform on one side of
nought, phi anywhere on a grid. No: theta = 0, phi <= 1. Both integrals are closed, so the factor asks for
four sums of the leaves only, and holds its own price for every freedom that it takes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tiger_reports.changes.search.movement import Numbers

GRID = 2.0 ** np.arange(-6, 12)
QUIET = GRID[GRID <= 1]
APART = 0.16
"""Leaves that move alike differ from each other by at most 0.4 of the effect, beside the noise."""
OWN_SHARE, SLACK = 0.6, 3.0
"""Of what is unusual in an element its one effect has to explain so much; chance may add so many sigma."""
SMALL = 1e-300


@dataclass(frozen=True)
class Totals:
    """Sums over the leaves of each element: size * extra / var, size^2 / var, extra^2 / var, leaves.

    `lasting` are the leaves that have something on both sides: those that enter or end all have the same
    effect of 1, so that they are alike says nothing.
    """

    pull: Numbers
    weight: Numbers
    square: Numbers
    count: Numbers
    lasting: Numbers

    @property
    def sums(self) -> tuple[Numbers, ...]:
        return self.pull, self.weight, self.square, self.count, self.lasting

    def of(self, places: np.ndarray) -> Totals:
        return Totals(*(one[places] for one in self.sums))

    def running(self) -> Totals:
        """The first, the first two, the first three ... elements as one."""
        return Totals(*(np.cumsum(one) for one in self.sums))

    @property
    def explained(self) -> Numbers:
        return self.pull**2 / np.maximum(self.weight, SMALL)


def evidence(totals: Totals) -> Numbers:
    """Log P(leaves | moved alike) - log P(leaves | did not), one a set of leaves."""
    left = np.maximum(totals.square - totals.explained, 0)
    ceiling = 1 + APART * totals.explained / np.maximum(totals.count, SMALL)
    terms = [
        np.where(phi <= ceiling, _tight(phi, totals) - left / (2 * phi) + _price(phi, totals), -np.inf)
        for phi in GRID
    ]
    none = np.max([_tight(phi, totals) - totals.square / (2 * phi) for phi in QUIET], axis=0)
    return np.asarray(np.logaddexp.reduce(terms) - np.log(len(GRID)) - none)


def _tight(phi: float, totals: Totals) -> Numbers:
    return np.asarray(-np.log(phi) / 2 * (totals.lasting if phi < 1 else totals.count))


def _price(phi: float, totals: Totals) -> Numbers:
    """What the freedom of theta costs: the width of its posterior in that of its prior, which is 1."""
    return np.minimum(0.5 * np.log(2 * np.pi * phi / np.maximum(totals.weight, SMALL)), 0)


def together(totals: Totals) -> np.ndarray:
    """True for elements that moved as one; a part that moved inside of it is none."""
    unusual, left = totals.square - totals.count, totals.square - totals.explained - totals.count
    return np.asarray(left <= (1 - OWN_SHARE) * unusual + SLACK * np.sqrt(2 * totals.count))
