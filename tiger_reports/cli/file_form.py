"""Checked files as JSON documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from tiger_reports.model.finding import Finding
from tiger_reports.services.importing.checking import FileCheck, TableCheck
from tiger_reports.services.reading import TableRead
from tiger_reports.text.findings import describe

Document = dict[str, Any]


def check_document(one: FileCheck, language: str) -> Document:
    """One file; its only table's keys beside the file's own, several under `tables`."""
    document: Document = {"file": one.name, "ok": one.ok}
    if len(one.tables) == 1:
        document |= _table(one.tables[0])
    elif one.tables:
        document["tables"] = [
            _table(table) | {"findings": findings_document(table.findings, language)} for table in one.tables
        ]
    else:
        document |= {"panel": None, "report": None, "rows": 0, "rows_dropped": [], "sums": {}}
        document["columns"] = [asdict(column) for outline in one.outlines for column in outline.columns]
    return document | {"findings": findings_document(one.findings, language)}


def _table(table: TableCheck) -> Document:
    read = table.read
    total = next((entry for entry in read.totals if entry.covers_rows), None)
    return {
        "panel": read.panel,
        "report": read.report,
        "language": read.language,
        "level": read.level,
        "encoding": read.encoding,
        "rows": read.rows,
        "rows_read": read.rows_read,
        "rows_dropped": [{"row": drop.row, "reason": drop.reason} for drop in read.dropped],
        "currency": read.currency,
        "timezone": read.timezone or None,
        "first_date": read.period.start if read.period else None,
        "last_date": read.period.last_day if read.period else None,
        "time_grain": read.grain,
        "sums": _sums(read),
        "declared_totals": dict(total.values) if total else {},
        "unknown_columns": read.unknown_columns,
        "signs": read.signs,
    }


def _sums(read: TableRead) -> Mapping[str, float | None]:
    """`clicks` is all clicks where the file has them, else the click figure that it has."""
    sums = dict(read.sums)
    if "clicks" not in sums and "link_clicks" in sums:
        sums["clicks"] = sums["link_clicks"]
    return sums


def findings_document(findings: tuple[Finding, ...], language: str) -> list[Document]:
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "row": finding.row,
            "rows": finding.rows,
            "count": finding.count,
            "column": finding.column,
            "value": finding.value,
            "message": describe(finding, language).title,
            "why": describe(finding, language).why,
            "fix": describe(finding, language).fix,
        }
        for finding in findings
    ]
