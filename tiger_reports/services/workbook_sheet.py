"""A plain sheet that people filter and hand on: text stays text, the header stays in view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

HEADER_FILL = PatternFill("solid", fgColor="E9ECEF")
TOP = Alignment(vertical="top", wrap_text=True)
CONTROLS = {number: None for number in range(32) if chr(number) not in "\t\n\r"}
"""Characters that a workbook cannot hold."""
LONGEST_TITLE = 31

Value = str | int | float | date | None


def workbook(title: str, columns: Mapping[str, int], lines: Iterable[Sequence[Value]]) -> bytes:
    """An .xlsx of one sheet; `columns` are headings and their widths in characters."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title[:LONGEST_TITLE]
    _write(sheet, 1, list(columns))
    for number, line in enumerate(lines, 2):
        _write(sheet, number, line)
    _dress(sheet, columns)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write(sheet: Worksheet, number: int, values: Sequence[Value]) -> None:
    for place, value in enumerate(values, 1):
        cell = sheet.cell(number, place)
        cell.alignment = TOP
        if isinstance(value, str):
            _write_text(cell, value)
        else:
            cell.value = value


def _write_text(cell: Cell | MergedCell, text: str) -> None:
    """Text stays text: a value that begins with `=` from somebody's file must never run as a formula."""
    cell.value = text.translate(CONTROLS)
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


def _dress(sheet: Worksheet, columns: Mapping[str, int]) -> None:
    for place, width in enumerate(columns.values(), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(1, place).fill = HEADER_FILL
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
