"""Whether an activity moved a figure: before, during and after over equal windows of the same weekdays.

Each day of the activity is paired with the same weekday before it; the interval is that of Student's t
at 95 %.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from tiger_reports.changes.chance import bound
from tiger_reports.model.effect import Effect, EffectVerdict, WhyNot, Window
from tiger_reports.model.metric import Good, Kind, Metric
from tiger_reports.model.period import Period
from tiger_reports.year.effect_windows import after_of, before_of, later_of
from tiger_reports.year.paired_days import (
    MOST_MISSING,
    Days,
    difference,
    figure_at,
    mean_of,
    paired,
    wandering,
)

LEAST_DAYS = 7
CONFIDENCE = 0.95


def effect(entry: Metric, days: Days, ran: Period, today: date, cost: float | None = None) -> Effect:
    """The effect of an activity that ran on the days of `ran`; `today` is the first day without figures.

    Means are a day's figure for sums, the figure itself for ratios. Raises nothing: what cannot be told has
    the verdict `cannot_tell` and says why.
    """
    before, during = _window(entry, days, before_of(ran)), _window(entry, days, ran)
    told = Effect(entry.key, EffectVerdict.CANNOT_TELL, before, during)
    if fault := _fault(days, ran, today):
        return replace(told, why_not=fault)
    change, error, free = difference(entry, days, before_of(ran), ran)
    error = max(error, wandering(entry, days, ran))
    reach = error * bound(1 - CONFIDENCE, free)
    verdict = _verdict(entry.good, change, reach)
    found = replace(told, verdict=verdict, change=change, low=change - reach, high=change + reach)
    found = replace(found, after=_if_over(entry, days, after_of(ran), today))
    return _worth(entry, _lasting(entry, days, ran, today, found), ran, cost)


def _fault(days: Days, ran: Period, today: date) -> WhyNot | None:
    if today < ran.end:
        return WhyNot.NOT_OVER
    if ran.days < LEAST_DAYS:
        return WhyNot.TOO_SHORT
    pairs = paired(days, before_of(ran), ran)
    if not pairs:
        return WhyNot.NO_DATA
    if len(pairs) < max(LEAST_DAYS, math.ceil(ran.days * (1 - MOST_MISSING))):
        return WhyNot.MISSING_DAYS
    return None


def _window(entry: Metric, days: Days, window: Period) -> Window:
    held = [figure for place in range(window.days) if (figure := figure_at(days, window, place)) is not None]
    return Window(window, mean_of(entry, held), window.days - len(held))


def _verdict(good: Good, change: float, reach: float) -> EffectVerdict:
    if not math.isfinite(reach):
        return EffectVerdict.CANNOT_TELL
    if abs(change) <= reach:
        return EffectVerdict.NO_EFFECT
    wanted = change < 0 if good is Good.DOWN else change > 0
    return EffectVerdict.EFFECT if wanted else EffectVerdict.ADVERSE


def _if_over(entry: Metric, days: Days, window: Period, today: date) -> Window | None:
    return _window(entry, days, window) if window.end <= today else None


def _lasting(entry: Metric, days: Days, ran: Period, today: date, found: Effect) -> Effect:
    """The share of the effect that is still there; asked only where there is one."""
    later = _if_over(entry, days, later_of(ran), today)
    if found.verdict is not EffectVerdict.EFFECT or later is None or later.mean is None:
        return replace(found, later=later)
    assert found.before.mean is not None, "an effect has a mean before it"
    assert found.during.mean is not None, "an effect has a mean while it lasts"
    share = (later.mean - found.before.mean) / (found.during.mean - found.before.mean)
    return replace(found, later=later, lasting=share)


def _worth(entry: Metric, found: Effect, ran: Period, cost: float | None) -> Effect:
    """What came on top, and the cost of one of it: nothing where there is no effect."""
    if found.verdict is not EffectVerdict.EFFECT or entry.kind is not Kind.SUM or found.change is None:
        return found
    additional = found.change * ran.days
    price = cost / additional if cost is not None and additional > 0 else None
    return replace(found, additional=additional, cost_per_additional=price)
