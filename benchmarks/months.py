"""Months drawn at random whose truth is known: counts day by day around a demand that remembers yesterday.

Negative binomial by mixture: a Poisson count around a mean that is itself lognormal, with autocorrelation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from tiger_reports.changes.counted import Counted
from tiger_reports.changes.judging import ALONE
from tiger_reports.changes.line import Line
from tiger_reports.changes.normal import normal, steady
from tiger_reports.changes.notable import defaults
from tiger_reports.changes.profile import profile
from tiger_reports.metrics.registry import metric
from tiger_reports.model.period import Period, month

Floats = NDArray[np.float64]
NOW, BASE = month(2026, 10), month(2026, 9)
HISTORY, SPREAD = 91, 0.3
CLICKS = metric("clicks")


@dataclass(frozen=True)
class Series:
    """`a_day` counts on the mean day; `memory` is the autocorrelation of the demand from day to day."""

    a_day: float
    memory: float


def draw(series: Series, count: int, rng: np.random.Generator, *, factor: float = 1.0) -> Floats:
    """`count` histories of thirteen weeks, each with a month whose mean is multiplied by `factor`."""
    days = HISTORY + NOW.days
    shocks = rng.normal(size=(count, days))
    demand = np.empty_like(shocks)
    demand[:, 0] = shocks[:, 0]
    for day in range(1, days):
        own = np.sqrt(1 - series.memory**2) * shocks[:, day]
        demand[:, day] = series.memory * demand[:, day - 1] + own
    mean = series.a_day * np.exp(SPREAD * demand - SPREAD**2 / 2)
    mean[:, HISTORY:] *= factor
    drawn: Floats = rng.poisson(mean).astype(np.float64)
    return drawn


@dataclass(frozen=True)
class Called:
    """Shares of months that the test calls more than normal variation, and that are material too."""

    beyond: float
    told: float


def called(drawn: Floats) -> Called:
    """What the test says of each month, and whether its change from the month before is also large enough."""
    found = [_asked(Line(NOW.start - timedelta(HISTORY), amounts)) for amounts in drawn]
    return Called(*(sum(column) / len(found) for column in zip(*found, strict=True)))


def _asked(line: Line) -> tuple[bool, bool]:
    held = profile(line, NOW.start, {})
    weights = Line(line.first, held.of(Period(line.first, NOW.end)))
    counted = Counted(CLICKS, line, weights, (held, None))
    now, before = counted.of_days(NOW), counted.of_days(BASE)
    found = normal(counted, NOW.start, now, None if steady(counted, NOW.start) else before)
    beyond = found is not None and found.probability(now, counted=True) <= ALONE
    wanted = before.count / before.exposure * now.exposure
    large = wanted > 0 and abs(now.count / wanted - 1) >= defaults()[CLICKS.key].relative
    return beyond, beyond and large
