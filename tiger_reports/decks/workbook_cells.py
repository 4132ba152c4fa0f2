"""Cells of the appendix: text that can never run, numbers in their metric's format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiger_reports.decks.xml_text import legal
from tiger_reports.model.metric import Metric, Unit

LEAST_WIDTH, MOST_WIDTH = 10, 60
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
    """Columns about as wide as their longest text."""
    for number, column in enumerate(sheet.iter_cols(values_only=True), start=1):
        longest = max((len(str(value)) for value in column if value is not None), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(
            max(longest + 2, LEAST_WIDTH), MOST_WIDTH
        )
