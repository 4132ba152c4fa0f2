"""A metric as something that is counted over an exposure, day by day.

A sum is counted over the weights of its days, clicks over impressions, conversions over the spend that a CPA
divides by them: whatever varies by chance is the count.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from tiger_reports.changes.like_for_like import multiplied
from tiger_reports.changes.line import Book, Floats, Line, line
from tiger_reports.changes.normal import Side
from tiger_reports.changes.profile import Profile, profile
from tiger_reports.metrics.values import measures
from tiger_reports.model.metric import Floor, Kind, Metric, Value
from tiger_reports.model.period import Period


@dataclass(frozen=True, eq=False)
class Counted:
    """`counts` over `exposures`; `profiles` are those of numerator and denominator, or of the sum."""

    metric: Metric
    counts: Line
    exposures: Line
    profiles: tuple[Profile, Profile | None]

    @property
    def turned(self) -> bool:
        """The denominator is what is counted: more of it makes the figure smaller."""
        return self.metric.floor is Floor.RESULTS

    @property
    def is_count(self) -> bool:
        return self.metric.floor is not Floor.NONE

    @property
    def floor(self) -> float:
        """The least variance as a multiple of the expected count."""
        if self.metric.floor is Floor.BINOMIAL:
            return max(0.0, 1.0 - float(self.counts.amounts.sum() / max(self.exposures.amounts.sum(), 1.0)))
        return 1.0 if self.is_count else 0.0

    def calendar(self, base: Period, period: Period) -> float:
        """What the calendar alone would multiply the figure by."""
        return multiplied(self.profiles, (base, period))

    def of_days(self, days: Period) -> Side:
        return Side(float(self.counts.within(days).sum()), float(self.exposures.within(days).sum()))

    def of_figure(self, value: Value, period: Period) -> Side | None:
        """The same from a period's figure: its days need not be known."""
        if self.metric.kind is Kind.SUM:
            return None if value.amount is None else Side(value.amount, self.profiles[0].load(period))
        sides = (value.denominator, value.numerator) if self.turned else (value.numerator, value.denominator)
        count, exposure = sides
        if count is None or exposure is None:
            return None
        return Side(count, exposure * float(_relative(self.profiles, period, turned=self.turned).mean()))

    def figure(self, count: float, days: Period) -> float:
        """The metric's figure of `days` were the count another; infinite where nothing was bought."""
        if self.metric.kind is Kind.SUM:
            return count
        relative = _relative(self.profiles, days, turned=self.turned)
        other = float((self.exposures.within(days) / relative).sum())
        top, bottom = (other, count) if self.turned else (count, other)
        return top / bottom * self.metric.factor if bottom > 0 else math.inf


def counted(
    metric: Metric, book: Book, period: Period, feasts: Mapping[date, str], since: date | None = None
) -> Counted | None:
    """The metric as counts up to the end of `period`; None where it cannot be added or no days are known.

    `since`: the day from which it has meant what it means in `period`.
    """
    if metric.kind is Kind.NON_ADDITIVE:
        return None
    names = measures(metric)
    lines = [line(book, names[at:] + names[:at]) for at in range(len(names))]
    known = [one for one in lines if one is not None]
    if len(known) < len(names):
        return None
    began = since if since is not None and since < period.start else date.min
    first, end = max(began, *(one.first for one in known)), max(period.end, *(one.end for one in known))
    spans = [_stretched(one, first, end) for one in known]
    made = [profile(one, period.start, feasts) for one in spans]
    everything = Period(first, end)
    if metric.kind is Kind.SUM:
        return Counted(metric, spans[0], Line(first, made[0].of(everything)), (made[0], None))
    turned = metric.floor is Floor.RESULTS
    counts, other = (spans[1], spans[0]) if turned else (spans[0], spans[1])
    profiles = (made[0], made[1])
    exposures = Line(first, other.amounts * _relative(profiles, everything, turned=turned))
    return Counted(metric, counts, exposures, profiles)


def _relative(profiles: tuple[Profile, Profile | None], days: Period, *, turned: bool) -> Floats:
    """What the day makes of counts per exposure; one on an ordinary day."""
    top, bottom = profiles
    if bottom is None:
        return np.ones(days.days)
    over = top.of(days) / np.maximum(bottom.of(days), 0.01)
    return 1 / np.maximum(over, 0.01) if turned else over


def _stretched(one: Line, first: date, end: date) -> Line:
    """From a day that all lines know; days after the line's last had none of it."""
    known = one.amounts[(first - one.first).days :]
    return Line(first, np.concatenate([known, np.zeros((end - first).days - len(known))]))
