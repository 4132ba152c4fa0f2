"""Findings as a workbook that a specialist can filter, work through and hand on."""

from __future__ import annotations

from collections.abc import Sequence

from tiger_reports.model.finding import Finding
from tiger_reports.services.workbook_sheet import workbook
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


def findings_workbook(findings: Sequence[Finding], language: str) -> bytes:
    """An .xlsx with one line a finding, in `language`; the header stays in view and filters."""
    columns = {phrase(f"finding.sheet.{name}", language): width for name, width in WIDTHS.items()}
    lines = (_line(finding, language) for finding in findings)
    return workbook(phrase("finding.sheet.title", language), columns, lines)


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
