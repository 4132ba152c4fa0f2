"""Cells of the appendix: text that can never run, numbers in their metric's format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiger_reports.decks.xml_text import legal
from tiger_reports.model.metric import Metric, Unit

LEAST_WIDTH, MOST_WIDTH, HEAD_WIDTH = 12, 60, 22
LINE_POINTS = 15
HEAD_ROOM = 1.5
"""Bold words take more room than figures, and lines end between them."""
LONGEST_TEXT = 32_767
"""Characters that a cell holds."""


@dataclass(frozen=True)
class Number:
    """A figure with the format in which the cell shows it."""

    value: float
    format: str = "#,##0"


Content = str | Number | date | None


@dataclass(frozen=True)
class Line:
    cells: tuple[Content, ...]
    bold: bool = False


def figure(metric: Metric, value: float | None) -> Content:
    """A metric's value as a number; missing stays an empty cell."""
    return None if value is None else Number(value, metric_format(metric))


def metric_format(metric: Metric) -> str:
    decimals = "." + "0" * metric.decimals if metric.decimals else ""
    if metric.unit is Unit.PERCENT:
        return f"0{decimals}%"
    return "#,##0" if metric.unit is Unit.COUNT else f"#,##0{decimals}"


def percent_change(relative: float | None) -> Content:
    return None if relative is None else Number(relative, "+0.0%;-0.0%;0.0%")


def write_line(sheet: Worksheet, row: int, line: Line) -> None:
    for column, content in enumerate(line.cells, start=1):
        if content is None:
            continue
        cell = sheet.cell(row=row, column=column)
        assert isinstance(cell, Cell), "no cells are merged here"
        _write(cell, content)
        if line.bold:
            cell.font = Font(bold=True)


def _write(cell: Cell, content: str | Number | date) -> None:
    match content:
        case Number():
            cell.value, cell.number_format = content.value, content.format
        case datetime() | date():
            cell.value = content
        case str():
            cell.value = legal(content)[:LONGEST_TEXT]
            cell.data_type = "s"  # a campaign named `=cmd` is a name, never a formula
            cell.quotePrefix = content[:1] in "=+-@"


def widen(sheet: Worksheet) -> None:
    """Columns about as wide as the longest text below their head, whose own words are broken into lines."""
    lines = 1
    for number, column in enumerate(sheet.iter_cols(), start=1):
        head, *below = (0 if cell.value is None else len(_shown(cell.value)) for cell in column)
        width = min(max(min(head, HEAD_WIDTH), *below, LEAST_WIDTH - 2) + 2, MOST_WIDTH)
        sheet.column_dimensions[get_column_letter(number)].width = width
        figures = any(isinstance(cell.value, int | float) for cell in column)
        column[0].alignment = Alignment("right" if figures else None, "top", wrap_text=True)
        lines = max(lines, ceil(HEAD_ROOM * head / width))
    sheet.row_dimensions[1].height = LINE_POINTS * lines


def _shown(value: object) -> str:
    """A figure takes the room of its two decimals, not of all that it is stored with."""
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
