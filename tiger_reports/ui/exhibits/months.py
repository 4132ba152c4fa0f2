"""Thirteen months of a figure, as columns and as the table below them."""

from __future__ import annotations

from tiger_reports.changes.breaks import touching
from tiger_reports.decks.pictures.writer import number_format
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.change import Scope
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Unit, Value
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthReport
from tiger_reports.text.dates import month_short, month_title
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures


def month_columns(figure: Figure, report: MonthReport, write: Figures) -> ColumnChart:
    """Thirteen months: this one and the same one a year ago stand out."""
    last = len(report.months) - 1
    marked = {last: Role.NOW, 0: Role.YEAR_AGO}
    name, as_line = write.name(figure.metric), definition(figure.metric).unit in (Unit.PERCENT, Unit.FACTOR)
    labelled = {0, last - 1, last} if as_line else set(range(last + 1))
    return ColumnChart(
        name=f"months-{figure.metric}",
        title=name,
        categories=tuple(month_short(month, write.t.language) for month in report.months),
        series=(
            Series(
                name,
                tuple(value.amount for value in figure.series),
                Role.PREVIOUS,
                tuple(
                    write.value(figure.metric, value, short=True) if place in labelled else ""
                    for place, value in enumerate(figure.series)
                ),
                tuple(marked.get(place, Role.PREVIOUS) for place in range(last + 1)),
            ),
        ),
        number_format=number_format(figure.metric),
        alt=_months_alt(figure, report, write),
        as_line=as_line,
        shaded=tuple(at for at, month in enumerate(report.months) if month.end <= report.client.start),
        marks=_marks(figure, report, write),
        links=tuple(
            _way(report, month, figure.metric, value)
            for month, value in zip(report.months, figure.series, strict=True)
        ),
    )


def _marks(figure: Figure, report: MonthReport, write: Figures) -> tuple[tuple[int, str], ...]:
    """Where the figure began to mean something else, and the sentence that says so."""
    channels = [part.channel for part in report.channels]
    return tuple(
        (place, write.broken(one))
        for one in touching(report.breaks, figure.metric, channels)
        for place, month in enumerate(report.months)
        if one.day in month
    )


def months_table(figure: Figure, report: MonthReport, write: Figures) -> Table:
    columns = (Column(write.t("ui.word.month"), numeric=False), Column(write.name(figure.metric)))
    rows = tuple(
        (
            Cell(_month(month, report, write)),
            Cell(write.value(figure.metric, value), link=_way(report, month, figure.metric, value)),
        )
        for month, value in zip(report.months, figure.series, strict=True)
    )
    return Table(columns, rows, _months_alt(figure, report, write), f"months-{figure.metric}")


def _month(month: Period, report: MonthReport, write: Figures) -> str:
    """The month's name; one before the cooperation says so."""
    name = month_title(month, write.t.language)
    return f"{name} ({write.t('ui.baseline.word')})" if month.end <= report.client.start else name


def _way(report: MonthReport, month: Period, metric: str, value: Value) -> str:
    """To the rows of a figure of all channels; a month without the figure has none."""
    return "" if value.amount is None else figure_address(report.client.id, month, metric, Scope())


def _months_alt(figure: Figure, report: MonthReport, write: Figures) -> str:
    return write.t(
        "ui.month.series_alt",
        metric=write.name(figure.metric),
        first=month_title(report.months[0], write.t.language),
        last=month_title(report.months[-1], write.t.language),
        value=write.value(figure.metric, figure.value),
    )
