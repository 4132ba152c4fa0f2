"""Channels or campaigns of a month: their level and both changes, as bars and as the table below them."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.decks.pictures.writer import number_format
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.variance import VarianceBars, VariancePanel
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.report import MonthReport
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import shortened

LONGEST_NAME = 40
MOST_ROWS = 10
"""Bars that a reader can still compare; the table beside them has every row."""


def parts_variance(
    parts: tuple[Part, ...], metric: str, write: Figures, ways: Callable[[Part], str] | None = None
) -> VarianceBars:
    """Parts that have the metric, largest first, with both changes in the metric's own unit."""
    shown = ranked(parts, metric)[:MOST_ROWS]
    figures = tuple(part.figures[metric] for part in shown)
    previous, yearly = figures[0].previous, figures[0].year_ago
    name = write.name(metric)
    panels = (
        VariancePanel("level", name, "", (_before(figures, write), _now(figures, metric, write))),
        _change_panel(write, metric, tuple(figure.previous for figure in figures), previous),
        _change_panel(write, metric, tuple(figure.year_ago for figure in figures), yearly),
    )
    alt = write.t("ui.month.by_part_alt", metric=name, n=len(shown))
    names = tuple(shortened(panel_name(part.name), LONGEST_NAME) for part in shown)
    links = tuple(map(ways, shown)) if ways else ()
    return VarianceBars(names, panels, number_format(metric), "", alt, links)


def way_of_part(report: MonthReport, metric: str, part: Part) -> str:
    """To the rows of a channel's or campaign's figure of the month."""
    scope = Scope(part.channel, part.name if part in report.campaigns else "")
    return figure_address(report.client.id, report.period, metric, scope)


def ranked(parts: tuple[Part, ...], metric: str) -> tuple[Part, ...]:
    having = [part for part in parts if metric in part.figures and _amount(part, metric) is not None]
    return tuple(sorted(having, key=lambda part: -(_amount(part, metric) or 0.0)))


def parts_table(
    report: MonthReport, metric: str, heading: str, write: Figures, *, channels: bool = False
) -> Table:
    """Every channel, or campaign with its channel, its two changes and the way to its rows."""
    parts = report.campaigns if channels else report.channels
    rows = tuple(_part_row(report, part, metric, write, channels=channels) for part in ranked(parts, metric))
    first = Column(heading, numeric=False, weight=3)
    channel = (Column(write.t("ui.word.channel"), numeric=False, weight=1.5),) if channels else ()
    sample = next((part.figures[metric] for part in parts if metric in part.figures), None)
    versus = tuple(Column(write.versus(c)) for c in (sample.previous, sample.year_ago)) if sample else ()
    columns = (first, *channel, Column(write.name(metric)), *versus)
    return Table(
        columns,
        rows,
        write.t("ui.month.by_part_alt", metric=write.name(metric), n=len(rows)),
        f"parts-{metric}",
    )


def _amount(part: Part, metric: str) -> float | None:
    return part.figures[metric].value.amount


def _part_row(
    report: MonthReport, part: Part, metric: str, write: Figures, *, channels: bool
) -> tuple[Cell, ...]:
    figure = part.figures[metric]
    changes = (figure.previous, figure.year_ago)
    moved = tuple(Cell(write.moved(change), change.verdict) for change in changes)
    channel = (Cell(panel_name(part.channel)),) if channels else ()
    way = way_of_part(report, metric, part)
    return (
        Cell(panel_name(part.name)),
        *channel,
        Cell(write.value(metric, figure.value), bold=True, link=way),
        *moved,
    )


def _before(figures: tuple[Figure, ...], write: Figures) -> Series:
    values = tuple(figure.previous.before.amount for figure in figures)
    return Series(write.versus(figures[0].previous), values, Role.PREVIOUS)


def _now(figures: tuple[Figure, ...], metric: str, write: Figures) -> Series:
    values = tuple(figure.value.amount for figure in figures)
    labels = tuple(write.value(metric, value, short=True) for value in values)
    return Series(write.name(metric), values, Role.NOW, labels)


def _change_panel(write: Figures, metric: str, changes: tuple[Change, ...], sample: Change) -> VariancePanel:
    labels = tuple(write.delta(metric, change.delta) for change in changes)
    roles = tuple(Role.of(change.verdict) for change in changes)
    series = Series(
        write.versus(sample), tuple(change.delta for change in changes), Role.NEUTRAL, labels, roles
    )
    return VariancePanel(str(sample.reference), f"Δ {write.versus(sample)}", "", (series,))
