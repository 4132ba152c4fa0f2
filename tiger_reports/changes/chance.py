"""How probable a difference is by chance alone: probabilities on both sides."""

from __future__ import annotations

import math

import numpy as np


def of_difference(t: float, freedom: float) -> float:
    """Student's t with `freedom` degrees of freedom."""
    from scipy.special import stdtr

    return float(2 * stdtr(freedom, -abs(t)))


def bound(probability: float, freedom: float) -> float:
    """How many standard deviations from the mean hold all but `probability`."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 1 - probability / 2))


def of_spread(ratio: float, groups: int, rest: int) -> float:
    """The F distribution: how probable so large a spread between groups is; one side."""
    from scipy.special import fdtrc

    return float(fdtrc(groups, rest, ratio))


def of_count(count: float, total: float, share: float, dispersion: float = 1.0) -> float:
    """A count out of `total` when each falls on it with probability `share` (conditional binomial, mid-p).

    With a `dispersion` above one the share itself varies: beta-binomial of that variance.
    Counts are rounded: panels credit parts of a conversion.
    """
    from scipy.special import betaln, gammaln

    most, seen = round(total), round(count)
    if most <= 0 or not 0 < share < 1:
        return 1.0
    numbers = np.arange(most + 1)
    logs = gammaln(most + 1) - gammaln(numbers + 1) - gammaln(most - numbers + 1)
    spread = min((dispersion - 1) / max(most - 1, 1), 0.99)
    if spread > 0:
        scale = 1 / spread - 1
        one, other = share * scale, (1 - share) * scale
        logs += betaln(numbers + one, most - numbers + other) - betaln(one, other)
    else:
        logs += numbers * math.log(share) + (most - numbers) * math.log1p(-share)
    chances = np.exp(logs)
    half = chances[seen] / 2
    tail = min(chances[:seen].sum(), chances[seen + 1 :].sum()) + half
    return float(min(1.0, 2 * tail))
