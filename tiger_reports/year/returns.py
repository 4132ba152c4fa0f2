"""How results follow spend: each week against the same week a year before, so that the season cancels.

The logarithms of both ratios are fitted by a straight line; its slope is the elasticity of results to spend.
The standard error allows for weeks that hang together (Newey and West 1987); the interval is that of
Student's t at 95 %.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from tiger_reports.changes.chance import bound
from tiger_reports.model.period import Period
from tiger_reports.model.returns import Band, Returns
from tiger_reports.year.activity_effect import CONFIDENCE
from tiger_reports.year.paired_days import Days

WEEK = timedelta(7)
YEAR = timedelta(364)
"""Whole weeks: the same weekdays, as near to the same season as they come."""
PAIRS = 52
FEWEST = 26
LEAST_SPREAD = 0.08
"""Standard deviation of the logarithm of spend: without ups and downs nothing can be learned."""
WIDEST = 0.35
"""Half of the interval; a wider one tells no direction."""
LAGS = 4
BANDS = 4


@dataclass(frozen=True)
class _Pair:
    """Both ratios of a week to the same week a year before, as logarithms."""

    spend: float
    results: float


def span_of(end: date) -> Period:
    """All days that are looked at."""
    return Period(end - PAIRS * WEEK - YEAR, end)


def returns(metric: str, spend: Days, results: Days, end: date) -> Returns | None:
    """What the weeks before `end` say; None where they cannot tell it."""
    pairs = tuple(_pairs(spend, results, end))
    if len(pairs) < FEWEST:
        return None
    x, y = np.array([one.spend for one in pairs]), np.array([one.results for one in pairs])
    if float(x.std()) < LEAST_SPREAD:
        return None
    slope, error = _slope(x, y)
    reach = error * bound(1 - CONFIDENCE, len(pairs) - 2)
    if reach > WIDEST or slope - reach <= 0:
        return None
    return Returns(metric, slope, slope - reach, slope + reach, len(pairs), _bands(pairs))


def _pairs(spend: Days, results: Days, end: date) -> Iterable[_Pair]:
    """Weeks known in full on both sides, the last one first."""
    for back in range(1, PAIRS + 1):
        start = end - back * WEEK
        held = [
            (_sum(days, start, start + WEEK), _sum(days, start - YEAR, start - YEAR + WEEK))
            for days in (spend, results)
        ]
        if all(now and before for now, before in held):
            yield _Pair(*(math.log(now / before) for now, before in held if now and before))


def _sum(days: Days, start: date, end: date) -> float | None:
    """None where a day is missing."""
    found = [days.get(start + timedelta(at)) for at in range((end - start).days)]
    return math.fsum(one.numerator for one in found if one) if all(found) else None


def _slope(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    apart = x - x.mean()
    square = float(apart @ apart)
    slope = float(apart @ y) / square
    scores = apart * (y - y.mean() - slope * apart)
    variance = float(scores @ scores)
    for lag in range(1, LAGS + 1):
        variance += 2 * (1 - lag / (LAGS + 1)) * float(scores[lag:] @ scores[:-lag])
    count = len(x)
    return slope, math.sqrt(max(variance, 0.0) * count / (count - 2)) / square


def _bands(pairs: Sequence[_Pair]) -> tuple[Band, ...]:
    """Quarters of the weeks, from the least spend added to the most."""
    ordered = sorted(pairs, key=lambda one: one.spend)
    cuts = np.array_split(np.arange(len(ordered)), BANDS)
    return tuple(
        Band(
            math.exp(math.fsum(ordered[at].spend for at in cut) / len(cut)) - 1,
            math.exp(math.fsum(ordered[at].results for at in cut) / len(cut)) - 1,
        )
        for cut in cuts
    )
