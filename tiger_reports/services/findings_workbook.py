"""Findings as a workbook that a specialist can filter, work through and hand on."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiger_reports.model.finding import Finding
from tiger_reports.services.text_cells import write_text
from tiger_reports.text import phrase
from tiger_reports.text.findings import column_name, describe

WIDTHS = {
    "file": 34,
    "row": 8,
    "rows": 18,
    "column": 24,
    "value": 22,
    "severity": 13,
    "what": 60,
    "why": 52,
    "fix": 60,
}
"""Columns in order, and their widths in characters."""

HEADER_FILL = PatternFill("solid", fgColor="E9ECEF")
TOP = Alignment(vertical="top", wrap_text=True)


def findings_workbook(findings: Sequence[Finding], language: str) -> bytes:
    """An .xlsx with one line a finding, in `language`; the header stays in view and filters."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = phrase("finding.sheet.title", language)
    _write(sheet, 1, [phrase(f"finding.sheet.{name}", language) for name in WIDTHS])
    for number, finding in enumerate(findings, 2):
        _write(sheet, number, _line(finding, language))
    _dress(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _line(finding: Finding, language: str) -> list[str | int | None]:
    described = describe(finding, language)
    return [
        finding.file,
        finding.row,
        _rows(finding),
        column_name(finding.column, language) if finding.column else None,
        finding.value,
        phrase(f"finding.sheet.{finding.severity}", language),
        described.title,
        described.why,
        described.fix,
    ]


def _rows(finding: Finding) -> str:
    """The example rows; an ellipsis where the file has more of them."""
    more = ", …" if finding.rows and finding.count > len(finding.rows) else ""
    return ", ".join(map(str, finding.rows)) + more


def _write(sheet: Worksheet, number: int, values: Sequence[str | int | None]) -> None:
    for place, value in enumerate(values, 1):
        cell = sheet.cell(number, place)
        cell.alignment = TOP
        if isinstance(value, str):
            write_text(cell, value)
        else:
            cell.value = value


def _dress(sheet: Worksheet) -> None:
    for place, width in enumerate(WIDTHS.values(), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(1, place).fill = HEADER_FILL
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
