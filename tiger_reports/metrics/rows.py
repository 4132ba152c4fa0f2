"""Narwhals expressions that say which period a stored row belongs to and whether it counts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import reduce
from itertools import pairwise
from operator import and_, or_

import narwhals as nw

from tiger_reports.metrics.basis import Use
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.survey import ACCOUNT, Slice
from tiger_reports.model.fact import Grain
from tiger_reports.model.period import Period, month_of

PERIOD = "period_index"


def within(periods: tuple[Period, ...]) -> nw.Expr:
    """True for rows between the first and the last day of all periods: lets the engine skip whole files."""
    return _within(Period(min(p.start for p in periods), max(p.end for p in periods)))


def period_index(periods: tuple[Period, ...], *, exact: bool = False) -> nw.Expr:
    """The place of the period that holds the row whole (`exact`: that is the row's span), else null.

    Days and months in a row are told in one step: a comparison for each of them costs the engine more time
    to plan than to run. Asks for rows that are `within` the periods.
    """
    if _are_days_of_a_month(periods):
        return _day_index(periods[0].start)
    if _are_months_in_a_row(periods):
        return _month_index(periods, exact=exact)
    found: nw.Expr = nw.lit(None, dtype=nw.Int64)
    for at, period in enumerate(periods):
        found = nw.when(_exactly(period) if exact else _within(period)).then(nw.lit(at)).otherwise(found)
    return found.alias(PERIOD)


def _are_days_of_a_month(periods: tuple[Period, ...]) -> bool:
    first, last = periods[0].start, periods[-1].start
    together = (first.year, first.month) == (last.year, last.month)
    return together and all(p.days == 1 and p.start.day == first.day + at for at, p in enumerate(periods))


def _day_index(first: date) -> nw.Expr:
    start = nw.col("period_start")
    is_day = start == nw.col("period_end").dt.offset_by("-1d")
    return nw.when(is_day).then(start.dt.day().cast(nw.Int64) - first.day).alias(PERIOD)


def _are_months_in_a_row(periods: tuple[Period, ...]) -> bool:
    """Also where the days before the cooperation are cut off a month."""
    whole = [month_of(period.start) for period in periods]
    ends = all(month.end == period.end for month, period in zip(whole, periods, strict=True))
    return ends and all(one.end == other.start for one, other in pairwise(whole))


def _month_index(periods: tuple[Period, ...], *, exact: bool) -> nw.Expr:
    start, end, first = nw.col("period_start"), nw.col("period_end"), periods[0].start
    month, following = _month_number(start), _month_number(end)
    whole = (following == month + 1) & (end.dt.day() == 1)
    fits = whole & (start.dt.day() == 1) if exact else whole | (following == month)
    for cut in (period for period in periods if not period.is_calendar_month):
        elsewhere = (start < month_of(cut.start).start) | (start >= cut.end)
        fits = (fits & elsewhere) | (_exactly(cut) if exact else _within(cut))
    return nw.when(fits).then(month - (first.year * 12 + first.month)).alias(PERIOD)


def _month_number(day: nw.Expr) -> nw.Expr:
    return day.dt.year().cast(nw.Int64) * 12 + day.dt.month().cast(nw.Int64)


def _within(period: Period) -> nw.Expr:
    return (nw.col("period_start") >= period.start) & (nw.col("period_end") <= period.end)


def _exactly(period: Period) -> nw.Expr:
    return (nw.col("period_start") == period.start) & (nw.col("period_end") == period.end)


def counts(plan: Plan) -> nw.Expr:
    """True for the rows that the plan's bases count; asks for the columns PERIOD and ACCOUNT."""
    uses: dict[int, list[tuple[int, Use]]] = defaultdict(list)
    for basis in plan.bases:
        at = plan.counted.index(basis.period)
        for use in basis.uses:
            uses[id(use.slice)].append((at, use))
    terms = [_of_slice(held, plan) for held in uses.values()]
    return reduce(or_, terms) if terms else nw.col(PERIOD) < 0


def _of_slice(held: list[tuple[int, Use]], plan: Plan) -> nw.Expr:
    entry = held[0][1].slice
    term = _like(entry) & nw.col(PERIOD).is_in([at for at, _ in held])
    for at, use in held:
        left = use.left_out(plan.counted[at])
        if left:
            term = term & ~_spans(entry, left)
    return term


def _like(entry: Slice) -> nw.Expr:
    wanted = {
        "panel": entry.channel,
        ACCOUNT: entry.account,
        "report": entry.report,
        "level": str(entry.level),
        "grain": str(entry.grain),
        "breakdown": entry.breakdown,
        **({"figure": entry.figure} if entry.figure else {}),
    }
    return reduce(and_, (nw.col(name) == value for name, value in wanted.items()))


def _spans(entry: Slice, spans: list[Period]) -> nw.Expr:
    if entry.grain is Grain.DAY:
        days: list[date] = [span.start for span in spans]
        return nw.col("period_start").is_in(days)
    return reduce(or_, map(_exactly, spans))
