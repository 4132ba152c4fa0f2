"""What the weeks before let expect of a period, and how far from that chance alone leads.

Everything is a count over an exposure: a sum over its days' weights, clicks over impressions, spend over
clicks. Residuals are added up to weekly blocks, because days that follow each other are alike: the variance
of single days, or of a Poisson count, calls three months in ten remarkable that are not. The ratio is
linearised (delta method; Deng, Knoblich and Lu 2018): e_d = N_d - R * D_d.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np

from tiger_reports.changes import chance
from tiger_reports.changes.line import Floats, Line

WEEK, WEEKS, FEWEST_WEEKS = 7, 13, 6
BLOCK, FEWEST_BLOCKS, MOST_BLOCKS = 28, 8, 13
THIRDS = 3
UNSTEADY = 0.001
"""Thirds of the weeks that differ so improbably have different levels: the reference alone is the level."""
DRIFT = 4
"""Months that differ more than so many times as much as their weeks do have a season: that is not chance."""
FEW, DISPERSED = 10, 1.2
"""Fewer are counted one by one; a dispersion up to this one is a plain count's."""
ROBUST = 1.4826  # standard deviation of a normal distribution over its median absolute deviation


class Days(Protocol):
    """Counts and exposures day by day, both of the same days; `floor` times a count is its least variance."""

    @property
    def counts(self) -> Line: ...
    @property
    def exposures(self) -> Line: ...
    @property
    def floor(self) -> float: ...


@dataclass(frozen=True)
class Side:
    """A count and the exposure that it came from."""

    count: float
    exposure: float


@dataclass(frozen=True)
class Normal:
    """`expected` of a count, its spread, and the `weeks` and the `base` that both rest on."""

    expected: float
    own: float  # standard deviation of the period's count by itself
    deviation: float  # that of its difference to what was expected
    freedom: float
    weeks: int
    dispersion: float
    base: Side

    def probability(self, now: Side, *, counted: bool) -> float:
        """How probable so large a difference is by chance; of few counts exactly."""
        if counted and min(self.expected, now.count, self.base.count) < FEW:
            share = now.exposure / (now.exposure + self.base.exposure)
            dispersion = self.dispersion if self.dispersion > DISPERSED else 1.0
            return chance.of_count(now.count, now.count + self.base.count, share, dispersion)
        if self.deviation <= 0:
            return 1.0 if now.count == self.expected else 0.0
        return chance.of_difference((now.count - self.expected) / self.deviation, self.freedom)


def normal(counted: Days, start: date, now: Side, base: Side | None = None) -> Normal | None:
    """What to expect of `now.exposure`; None where fewer than six weeks before `start` are known.

    The level is that of the thirteen weeks, or of `base` where it is given. Exposures of both are worth the
    same as `now.exposure`.
    """
    history, weights = _before(counted, start, WEEK * WEEKS)
    weeks = len(history) // WEEK
    held = Side(float(history.sum()), float(weights.sum())) if base is None else base
    if weeks < FEWEST_WEEKS or min(weights.sum(), held.exposure, now.exposure) <= 0:
        return None
    level, rate = history.sum() / weights.sum(), held.count / held.exposure
    rest = history - level * weights
    blocks = rest.reshape(-1, WEEK).sum(axis=1)
    is_steady, within = _steadiness(blocks)
    spread = (float(blocks.var(ddof=1)) if is_steady else within) / WEEK
    longer = max(float(rest.var(ddof=1)), _long(counted, start, level, spread)) if is_steady else 0.0
    longest = max(spread, longer)
    scale = rate / level if level > 0 else 1.0
    expected = rate * now.exposure
    variance = max(longest / float(weights.mean()) * scale * now.exposure, counted.floor * expected)
    return Normal(
        expected=expected,
        own=math.sqrt(variance),
        deviation=math.sqrt(variance * (1 + now.exposure / held.exposure)),
        freedom=weeks - 1 if is_steady else weeks - THIRDS,
        weeks=weeks,
        dispersion=variance / expected if expected > 0 else 1.0,
        base=held,
    )


def steady(counted: Days, start: date) -> bool:
    """Whether the weeks before `start` have one level."""
    history, weights = _before(counted, start, WEEK * WEEKS)
    if len(history) < WEEK * FEWEST_WEEKS or weights.sum() <= 0:
        return True
    rest = history - history.sum() / weights.sum() * weights
    return _steadiness(rest.reshape(-1, WEEK).sum(axis=1))[0]


def _before(counted: Days, start: date, most: int) -> tuple[Floats, Floats]:
    """Counts and exposures of the same whole weeks before `start`."""
    return counted.counts.before(start, most).amounts, counted.exposures.before(start, most).amounts


def _steadiness(blocks: Floats) -> tuple[bool, float]:
    """Whether thirds of the weeks have one level, and the variance of a week within its third."""
    thirds = np.array_split(blocks, THIRDS)
    free = len(blocks) - THIRDS
    within = sum(float(((third - third.mean()) ** 2).sum()) for third in thirds) / free
    between = sum(len(third) * float(third.mean() - blocks.mean()) ** 2 for third in thirds) / (THIRDS - 1)
    if within <= 0:
        return between <= 0, within
    return chance.of_spread(between / within, THIRDS - 1, free) >= UNSTEADY, within


def _long(counted: Days, start: date, level: float, spread: float) -> float:
    """Variance a day by four-week blocks, from steps between neighbours; at most `DRIFT` times `spread`."""
    history, weights = _before(counted, start, BLOCK * MOST_BLOCKS)
    number = len(history) // BLOCK
    if number < FEWEST_BLOCKS:
        return 0.0
    rest = (history - level * weights)[-number * BLOCK :].reshape(number, BLOCK).sum(axis=1)
    step = ROBUST * float(np.median(np.abs(np.diff(rest))))
    return min(step**2 / 2 / BLOCK, DRIFT * spread)
