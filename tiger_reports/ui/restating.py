"""Tables of what moved: the report's figures beside today's, by metric and by day."""

from __future__ import annotations

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.restated import MovedDay, MovedFigure, Restated
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import MISSING
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import line, shortened

TEXTS = 3
"""Columns of words in the table of days; amounts follow."""
MOST_ROWS = 60
LONGEST_NAME = 60


def figures_table(found: Restated, write: Figures) -> Table:
    heads = (
        "ui.word.metric",
        "ui.word.month",
        "ui.restated.was",
        "ui.restated.now",
        "ui.restated.difference",
    )
    columns = tuple(Column(write.t(head), numeric=place > 1) for place, head in enumerate(heads))
    newest = sorted(found.figures, key=lambda moved: moved.period, reverse=True)
    rows = tuple(_figure(moved, write) for moved in newest[:MOST_ROWS])
    return Table(columns, rows, write.t("ui.restated.alt"), "restated")


def days_table(found: Restated, write: Figures) -> Table:
    """By campaign where campaigns are known, else of all channels together."""
    t = write.t
    heads = ("ui.word.day", "ui.word.campaign", "ui.import.measure", "ui.restated.was", "ui.restated.now")
    columns = tuple(Column(t(head), numeric=place >= TEXTS) for place, head in enumerate(heads))
    shown = (found.parts or found.days)[:MOST_ROWS]
    return Table(columns, tuple(_day(moved, write) for moved in shown), t("ui.restated.by_day"), "moved-days")


def _figure(moved: MovedFigure, write: Figures) -> tuple[Cell, ...]:
    gone = moved.after is None
    now = write.t("ui.restated.gone") if gone else write.value(moved.metric, moved.after)
    delta = None if moved.after is None else moved.after - moved.before
    return (
        Cell(write.name(moved.metric)),
        Cell(month_title(moved.period, write.t.language)),
        Cell(write.value(moved.metric, moved.before)),
        Cell(now, bold=True),
        Cell(write.delta(moved.metric, delta)),
    )


def _day(moved: MovedDay, write: Figures) -> tuple[Cell, ...]:
    language = write.t.language
    texts = (
        measure_amount(moved.measure, value, write.currency, language)
        for value in (moved.before, moved.after)
    )
    name = " / ".join(part for part in (panel_name(moved.channel), line(moved.campaign)) if part)
    return (
        Cell(short_date(moved.day, language)),
        Cell(shortened(name, LONGEST_NAME) if name else MISSING),
        Cell(measure_name(moved.measure, language)),
        *(Cell(text) for text in texts),
    )
