"""What weekday and holidays do to a measure: the weight of a day, one for an ordinary day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tiger_reports.changes.line import Floats, Line
from tiger_reports.model.period import Period

WEEKDAYS_FROM = 91
SHRUNK_BY = 2
"""Ordinary days that are added to those seen: few days cannot make a weekday or a holiday stand out."""
AROUND, FEWEST_AROUND = 14, 14
"""A holiday is held against the days around it, this many on each side, if at least so many are there."""


@dataclass(frozen=True, eq=False)
class Profile:
    """Weights of Monday to Sunday, and of single days on top of that."""

    weekdays: Floats
    feasts: Mapping[date, float]

    def of(self, period: Period) -> Floats:
        """The weight of each day of `period`."""
        first = period.start.weekday()
        plain = self.weekdays[(first + np.arange(period.days)) % 7]
        for day, factor in self.feasts.items():
            if day in period:
                plain[(day - period.start).days] *= factor
        return plain

    def load(self, period: Period) -> float:
        """How many ordinary days the days of `period` are worth."""
        return float(self.of(period).sum())


def profile(line: Line, start: date, feasts: Mapping[date, str]) -> Profile:
    """Weights learnt from the days before `start`: weekdays from thirteen weeks, holidays from all."""
    weekdays = _weekdays(line.before(start, WEEKDAYS_FROM), feasts)
    seen = dict(_seen(line, start, weekdays, feasts))
    usual = _factor(list(seen.values()), 1.0)
    named = {name: [seen[day] for day in seen if feasts[day] == name] for name in feasts.values()}
    return Profile(weekdays, {day: _factor(named[name], usual) for day, name in feasts.items()})


def _weekdays(recent: Line, feasts: Mapping[date, str]) -> Floats:
    """(sum + 2 * mean) / (n + 2) for each weekday, over the mean."""
    days = [recent.first + timedelta(at) for at in range(len(recent.amounts))]
    ordinary = np.array([day not in feasts for day in days], dtype=bool)
    numbers = np.array([day.weekday() for day in days], dtype=int)
    mean = recent.amounts[ordinary].mean() if ordinary.any() else 0.0
    if mean <= 0:
        return np.ones(7)
    sums, counts = (
        np.bincount(numbers[ordinary], weights, 7) for weights in (recent.amounts[ordinary], None)
    )
    weights: Floats = (sums / mean + SHRUNK_BY) / (counts + SHRUNK_BY)
    return np.maximum(weights, 0.0)


def _seen(
    line: Line, start: date, weekdays: Floats, feasts: Mapping[date, str]
) -> Iterator[tuple[date, float]]:
    """Holidays before `start`, each as a multiple of what the days around it let expect."""
    for day in feasts:
        if not line.first <= day < min(start, line.end):
            continue
        around = Period(day - timedelta(AROUND), min(day + timedelta(AROUND + 1), start))
        if not line.holds(around):
            continue
        others = [other for other in _days(around) if other not in feasts]
        held = sum(float(line.amounts[(other - line.first).days]) for other in others)
        weights = sum(weekdays[other.weekday()] for other in others)
        expected = weekdays[day.weekday()] * held / weights if weights else 0.0
        if len(others) >= FEWEST_AROUND and expected > 0:
            yield day, float(line.amounts[(day - line.first).days]) / expected


def _days(period: Period) -> Iterator[date]:
    return (period.start + timedelta(at) for at in range(period.days))


def _factor(seen: list[float], usual: float) -> float:
    return (sum(seen) + SHRUNK_BY * usual) / (len(seen) + SHRUNK_BY)
