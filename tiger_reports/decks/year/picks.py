"""What the specialist picked for the annual report, and which figure or activity stands behind a pick."""

from __future__ import annotations

from datetime import timedelta

from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import Period
from tiger_reports.model.tiger_records import TrackedActivity
from tiger_reports.model.tiger_report import Success, SuccessKind
from tiger_reports.model.year_plan import Pick, PickKind


def picked(telling: TigerTelling, kind: PickKind) -> tuple[Pick, ...]:
    closing = telling.report.closing
    return closing.picked(kind) if closing else ()


def activity_of(telling: TigerTelling, one: Pick) -> TrackedActivity | None:
    """The activity that the pick names by its id, found again under whatever name it has by now."""
    closing = telling.report.closing
    held = closing.activities if closing else ()
    return next((each for each in held if one.activity and each.id == one.activity), None)


def figure_of(telling: TigerTelling, one: Pick) -> Success | None:
    """The figure that the pick names, held against what it was before; None where there is none.

    A record or an improvement of the ranking stays what it was; else it is the figure of the picked month, or
    that of the year. A reached target is no comparison.
    """
    report, period = telling.report, _period(telling, one)
    compared = (each for each in report.successes if each.kind is not SuccessKind.TARGET)
    for candidate in compared:
        same = candidate.metric == one.metric and candidate.scope.channel == one.channel
        if same and candidate.period == period:
            return candidate
    figure = _figure(telling, one)
    if figure is None:
        return None
    return _of_year(one, figure) if period == report.period else _of_month(telling, one, figure, period)


def _period(telling: TigerTelling, one: Pick) -> Period:
    if one.first is None or one.last is None or one.last < one.first:
        return telling.report.period
    return Period(one.first, one.last + timedelta(1))


def _figure(telling: TigerTelling, one: Pick) -> Figure | None:
    if not one.channel:
        return telling.report.figure(one.metric)
    parts = (part for part in telling.report.channels if part.channel == one.channel)
    return next((part.figures[one.metric] for part in parts if one.metric in part.figures), None)


def _of_year(one: Pick, figure: Figure) -> Success | None:
    change: Change = figure.year_ago
    if figure.value.amount is None:
        return None
    return Success(
        SuccessKind.IMPROVEMENT,
        one.metric,
        Scope(one.channel),
        change.period,
        figure.value.amount,
        change.before.amount,
        change.base_period,
        change.relative,
    )


def _of_month(telling: TigerTelling, one: Pick, figure: Figure, period: Period) -> Success | None:
    """Held against the month in the same place of the year before."""
    held = dict(zip(telling.report.months, figure.series, strict=False))
    value = held[period].amount if period in held else None
    if value is None:
        return None
    other = next((each.before for each in telling.report.beside if each.month == period), None)
    before = held[other].amount if other in held else None
    share = (value - before) / abs(before) if before else None
    kind = SuccessKind.IMPROVEMENT
    return Success(kind, one.metric, Scope(one.channel), period, value, before, other, share)
