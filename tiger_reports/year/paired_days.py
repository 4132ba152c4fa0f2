"""The mean difference of two windows over paired days, and how sure it is.

The standard error allows for days that hang together (Newey and West 1987), and is never smaller than the
spread of the same difference between earlier windows in which nothing of the kind happened: a figure that
wanders by itself does not make an effect.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period
from tiger_reports.year.effect_windows import PLACEBOS, moved, whole_weeks

MOST_MISSING = 0.2
"""Share of the paired days that may be missing."""
LEAST_PLACEBOS = 3


@dataclass(frozen=True)
class DayFigure:
    """One day of a figure; of a ratio `denominator` is the day's base, of a sum it is 1."""

    numerator: float
    denominator: float = 1.0


Days = Mapping[date, DayFigure]


def paired(days: Days, one: Period, other: Period) -> list[tuple[DayFigure, DayFigure]]:
    """Days of both windows that have a figure, by their place in them."""
    found = ((figure_at(days, one, place), figure_at(days, other, place)) for place in range(other.days))
    return [(first, second) for first, second in found if first is not None and second is not None]


def figure_at(days: Days, window: Period, place: int) -> DayFigure | None:
    return days.get(window.start + timedelta(place))


def mean_of(entry: Metric, held: list[DayFigure]) -> float | None:
    below = sum(figure.denominator for figure in held)
    return sum(figure.numerator for figure in held) / below * entry.factor if below else None


def difference(entry: Metric, days: Days, one: Period, other: Period) -> tuple[float, float, int]:
    """Mean of `other` minus that of `one` over paired days, its standard error, and degrees of freedom.

    A ratio is linearised about its mean (delta method), so days weigh as much as their base.
    """
    pairs = paired(days, one, other)
    firsts, seconds = [first for first, _ in pairs], [second for _, second in pairs]
    mean, later = mean_of(entry, firsts), mean_of(entry, seconds)
    if mean is None or later is None:
        return 0.0, math.inf, max(1, len(pairs) - 1)
    left, right = _deviations(entry, firsts, mean), _deviations(entry, seconds, later)
    apart = [second - first for first, second in zip(left, right, strict=True)]
    return later - mean, _error(apart), len(pairs) - 1


def _deviations(entry: Metric, held: list[DayFigure], mean: float) -> list[float]:
    base = sum(figure.denominator for figure in held) / len(held)
    return [(one.numerator * entry.factor - mean * one.denominator) / base for one in held]


def _error(apart: list[float]) -> float:
    """Standard error of the mean of a series around zero, with weights that fall over a few days."""
    count = len(apart)
    lags = math.floor(count ** (1 / 3))
    variance = sum(value * value for value in apart) / count
    for lag in range(1, lags + 1):
        together = sum(apart[at] * apart[at - lag] for at in range(lag, count)) / count
        variance += 2 * (1 - lag / (lags + 1)) * together
    return math.sqrt(max(variance, 0.0) / (count - 1))


def wandering(entry: Metric, days: Days, ran: Period) -> float:
    """How far windows before the activity differ from one another without it; 0 where too few are known."""
    step = whole_weeks(ran.days)
    moves = []
    for back in range(1, PLACEBOS + 1):
        one, other = moved(ran, -step * (back + 1)), moved(ran, -step * back)
        if len(paired(days, one, other)) >= ran.days * (1 - MOST_MISSING):
            moves.append(difference(entry, days, one, other)[0])
    if len(moves) < LEAST_PLACEBOS:
        return 0.0
    return math.sqrt(sum(move * move for move in moves) / len(moves))
