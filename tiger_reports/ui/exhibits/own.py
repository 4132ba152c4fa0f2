"""A profile's or a website's own figures as a table."""

from __future__ import annotations

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import month_title
from tiger_reports.ui.figures import Figures


def own_table(part: Part, period: Period, write: Figures) -> Table:
    """All figures of a profile or a website with both changes; people only between what and what."""
    figures = tuple(figure for figure in part.figures.values() if _known(figure))
    sample = figures[0]
    versus = tuple(Column(write.versus(change)) for change in (sample.previous, sample.year_ago))
    month = Column(month_title(period, write.t.language))
    columns = (Column(panel_name(part.name), numeric=False, weight=3), month, *versus)
    rows = tuple(
        (
            Cell(write.name(figure.metric)),
            Cell(write.bounded(figure), bold=True),
            *(Cell(write.moved(change), change.verdict) for change in (figure.previous, figure.year_ago)),
        )
        for figure in figures
    )
    alt = write.t("ui.month.own_alt", channel=panel_name(part.name))
    return Table(columns, rows, alt, f"own-{part.name}")


def has_own(part: Part) -> bool:
    return any(map(_known, part.figures.values()))


def _known(figure: Figure) -> bool:
    return figure.value.amount is not None or figure.value.lower is not None
