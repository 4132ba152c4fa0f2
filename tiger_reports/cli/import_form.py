"""Stored files as JSON documents."""

from __future__ import annotations

from tiger_reports.cli.file_form import Document, findings_document
from tiger_reports.services.importing.files import Imported, ImportedTable


def import_document(one: Imported, language: str) -> Document:
    return {
        "file": one.name,
        "ok": one.ok,
        "stored": one.stored,
        "tables": [_imported(table) for table in one.tables],
        "findings": findings_document(one.findings, language),
    }


def _imported(table: ImportedTable) -> Document:
    upload, outcome = table.staged.upload, table.outcome
    document: Document = {
        "panel": upload.panel,
        "report": upload.report,
        "rows": upload.rows,
        "sums": upload.sums,
        "import_id": upload.id if outcome and outcome.record else None,
    }
    if outcome:
        plan = outcome.planned
        document |= {
            "unchanged": outcome.unchanged,
            "days_added": len(plan.days_added),
            "days_replaced": len(plan.days_replaced),
            "changes": [
                {
                    "start": change.period.start if change.period else None,
                    "end": change.period.last_day if change.period else None,
                    "measure": change.measure,
                    "before": change.before,
                    "after": change.after,
                }
                for change in plan.changes
            ],
        }
    return document
