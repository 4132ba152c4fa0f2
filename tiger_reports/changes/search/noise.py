"""By how much leaves move without anybody's doing: sd = c * size^(p/2), 1 <= p <= 2, read off the leaves."""

from __future__ import annotations

import numpy as np

from tiger_reports.changes.search.movement import Numbers

BINS, LEAST_BINS, IN_A_BIN = 10, 3, 20
QUANTILES = ((0.5, 0.6745), (0.8, 1.2816), (0.95, 1.96))
"""Of |z|: a heavy tail is told by its outer quantiles, whatever the middle looks like."""
ON_A_SIDE = 5
TYPICAL, BELIEVED = 0.1, 10
"""A leaf moves by a tenth at least from month to month; that counts like so many leaves."""
LEAST, SMALL = 1e-4, 1e-12
STEEPEST = -0.5
"""Relative noise falls with size at most as that of counts does (p = 1)."""


def noise(extra: Numbers, size: Numbers) -> Numbers:
    """Standard deviation of every leaf's `extra`.

    What moved is mostly on one side, so each size of leaves is judged by the quieter of its two sides:
    a cause that takes more than half of the leaves is still not taken for noise.
    """
    live = size > 0
    if not live.any():
        return np.ones_like(size)
    relative, log_size = extra[live] / size[live], np.log(size[live])
    level, slope = _law(relative, log_size)
    own = np.maximum(np.exp(level + slope * np.log(np.where(live, size, 1.0))), LEAST)
    doubt = BELIEVED / (BELIEVED + int(live.sum()))
    spread = own * (np.maximum(own, TYPICAL) / own) ** doubt
    return np.where(live, spread * size, 1.0)


def _law(relative: Numbers, log_size: Numbers) -> tuple[float, float]:
    """Level and slope of log spread over log size: the slope between bins, the level of all leaves."""
    slope = _slope(relative, log_size)
    return float(np.log(max(_spread(relative / np.exp(slope * log_size)), SMALL))), slope


def _slope(relative: Numbers, log_size: Numbers) -> float:
    """The median slope between bins of leaves of one size (Theil-Sen)."""
    order = np.argsort(log_size, kind="stable")
    bins = np.array_split(order, max(1, min(BINS, len(order) // IN_A_BIN)))
    x = np.array([np.median(log_size[held]) for held in bins])
    y = np.log([max(_spread(relative[held]), LEAST) for held in bins])
    one, other = np.triu_indices(len(bins), 1)
    run = x[other] - x[one]
    apart = run > 0
    if len(bins) < LEAST_BINS or not apart.any():
        return 0.0
    return float(np.clip(np.median((y[other] - y[one])[apart] / run[apart]), STEEPEST, 0))


def _spread(relative: Numbers) -> float:
    sides = [side for side in (relative[relative > 0], -relative[relative < 0]) if len(side) >= ON_A_SIDE]
    if not sides:
        return float(np.median(np.abs(relative))) / QUANTILES[0][1]
    wanted = [share for share, _ in QUANTILES]
    return min(
        max(float(q) / z for q, (_, z) in zip(np.quantile(side, wanted), QUANTILES, strict=True))
        for side in sides
    )
