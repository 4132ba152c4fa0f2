"""The part of a change that the calendar makes: more days, other weekdays, holidays."""

from __future__ import annotations

from tiger_reports.changes.profile import Profile
from tiger_reports.model.judgement import Calendar
from tiger_reports.model.metric import Kind, Metric
from tiger_reports.model.period import Period


def calendar(
    metric: Metric, amounts: tuple[float, float], periods: tuple[Period, Period], factor: float | None = None
) -> Calendar | None:
    """The change from the first of `amounts` to the second, split; the three parts add up to it.

    `factor` is what the calendar alone would multiply the figure by, None where no days are known: then
    only the length of the periods is told, of a sum. None where neither is.
    """
    before, after = amounts
    base, period = periods
    length = before * (period.days / base.days - 1) if metric.kind is Kind.SUM else 0.0
    if factor is None:
        return Calendar(length, 0.0, after - before - length) if metric.kind is Kind.SUM else None
    weekdays = before * factor - before - length
    return Calendar(length, weekdays, after - before - length - weekdays)


def multiplied(profiles: tuple[Profile, Profile | None], periods: tuple[Period, Period]) -> float:
    """What the calendar makes of a figure from the first period to the second; of a ratio two profiles."""
    top, bottom = profiles
    own = _ratio(top, periods)
    return own if bottom is None else own / _ratio(bottom, periods)


def _ratio(one: Profile, periods: tuple[Period, Period]) -> float:
    base, period = (one.load(each) for each in periods)
    return period / base if base > 0 and period > 0 else 1.0
