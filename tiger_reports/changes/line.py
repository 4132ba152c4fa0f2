"""A measure day by day, without gaps: a day on which the files have no row had none of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from tiger_reports.metrics.sums import Sums
from tiger_reports.model.period import Period, month_of

Floats = NDArray[np.float64]
KEPT = 256
SAME = 1e-6
"""Days add up to their month's figure but for the last digits of their sum."""


@dataclass(frozen=True, eq=False)
class Line:
    """`amounts` of the days from `first` on."""

    first: date
    amounts: Floats

    @property
    def end(self) -> date:
        return self.first + timedelta(len(self.amounts))

    def within(self, period: Period) -> Floats:
        """The days of `period` that the line holds."""
        start, end = (_clipped((day - self.first).days, len(self.amounts)) for day in _edges(period))
        return self.amounts[start:end]

    def before(self, day: date, most: int) -> Line:
        """The last whole weeks before `day`, `most` days of them at most."""
        end = _clipped((day - self.first).days, len(self.amounts))
        count = min(end, most) // 7 * 7
        return Line(self.first + timedelta(end - count), self.amounts[end - count : end])

    def holds(self, period: Period) -> bool:
        return self.first <= period.start and period.end <= self.end


@dataclass(frozen=True, eq=False)
class Book:
    """Sums of days and of the months that they belong to, both of one scope.

    `since`: days before it are in no month's sums, though they are known.
    """

    days: Mapping[Period, Sums]
    months: Mapping[Period, Sums]
    since: date | None = None

    @cached_property
    def by_month(self) -> Mapping[Period, Mapping[date, Sums]]:
        found: dict[Period, dict[date, Sums]] = defaultdict(dict)
        for day, sums in self.days.items():
            found[month_of(day.start)][day.start] = sums
        return found

    def counted_from(self, month: Period) -> date:
        """The first day that is in the month's sums."""
        return self.since if self.since is not None and self.since in month else month.start


@lru_cache(maxsize=KEPT)
def line(book: Book, measures: tuple[str, ...]) -> Line | None:
    """The first of `measures` over the parts that have all of them; None where no days are known.

    Goes back from the last month for as long as a month's days add up to its sums: further back the files
    are of whole months, or some of them are.
    """
    found: dict[date, float] = {}
    for month in sorted(book.months, reverse=True):
        whole = book.months[month].with_all(set(measures))
        known = _amounts(book.by_month.get(month, {}), whole, measures[0])
        first = book.counted_from(month)
        total, counted = whole.total(measures[0]), sum(known[day] for day in known if day >= first)
        if not known or total is None or not math.isclose(counted, total, rel_tol=SAME):
            break
        found |= known
    if not found:
        return None
    first, last = min(found), max(found)
    between = range((last - first).days + 1)
    return Line(first, np.array([found.get(first + timedelta(at), 0.0) for at in between]))


def _amounts(days: Mapping[date, Sums], whole: Sums, measure: str) -> Mapping[date, float]:
    """Of the parts that are in the month's figure; one that has no cell on a day had none of it."""
    members = {(part.channel, part.account) for part in whole.parts}
    return {
        day: sum(
            part.amounts.get(measure, 0.0) for part in sums.parts if (part.channel, part.account) in members
        )
        for day, sums in days.items()
    }


def _edges(period: Period) -> tuple[date, date]:
    return period.start, period.end


def _clipped(at: int, most: int) -> int:
    return min(max(at, 0), most)
