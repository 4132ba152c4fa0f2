"""What a figure does in months without an activity: they control what its days show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from tiger_reports.model.effect import Window
from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period, month_of, overlap, previous_month
from tiger_reports.year.paired_days import MOST_MISSING, DayFigure, Days

BEFORE, AFTER = 4, 2
FEWEST = 2


def control_span(ran: Period) -> Period:
    """All days that control months may have."""
    months = tuple(_months(ran))
    return Period(months[0].start, months[-1].end)


def control_months(
    entry: Metric, days: Days, ran: Period, today: date, others: Collection[Period] = ()
) -> tuple[Window, ...]:
    """Whole months around `ran` in which neither it nor one of `others` ran, oldest first.

    The mean of a month counts each weekday as often as the activity's own days do. Empty where fewer than two
    months are known.
    """
    found = [
        Window(month, _mean(entry, held, ran), month.days - len(held))
        for month in _months(ran)
        if month.end <= today and not any(overlap(month, one) for one in (ran, *others))
        for held in (_held(days, month),)
        if len(held) >= month.days * (1 - MOST_MISSING)
    ]
    known = tuple(window for window in found if window.mean is not None)
    return known if len(known) >= FEWEST else ()


def _months(ran: Period) -> Iterator[Period]:
    """Calendar months from some before the first day's to some after the last day's."""
    month = month_of(ran.start)
    for _ in range(BEFORE):
        month = previous_month(month)
    last = month_of(ran.last_day)
    for _ in range(AFTER):
        last = month_of(last.end)
    while month.start <= last.start:
        yield month
        month = month_of(month.end)


def _held(days: Days, month: Period) -> dict[date, DayFigure]:
    each = (month.start + timedelta(at) for at in range(month.days))
    return {day: figure for day in each if (figure := days.get(day)) is not None}


def _mean(entry: Metric, held: dict[date, DayFigure], ran: Period) -> float | None:
    """By the weekdays of `ran`; None where the month lacks one of them."""
    by_weekday: dict[int, list[DayFigure]] = defaultdict(list)
    for day, figure in held.items():
        by_weekday[day.weekday()].append(figure)
    above = below = 0.0
    for at in range(ran.days):
        same = by_weekday.get((ran.start + timedelta(at)).weekday())
        if not same:
            return None
        above += sum(one.numerator for one in same) / len(same)
        below += sum(one.denominator for one in same) / len(same)
    return above / below * entry.factor if below else None
