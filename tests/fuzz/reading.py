"""Mutants go the real way: through the reading child, then through every check."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from tiger_reports.services.importing.checking import FileCheck, check_file
from tiger_reports.services.importing.options import Options
from tiger_reports.services.reading import Reader

TODAY = date(2026, 11, 4)
OURS = {"reader_fault", "reader_crashed", "reader_too_slow"}
"""What must never be said of a file: the fault would be ours."""


def checked(reader: Reader, data: bytes, name: str = "export.csv") -> FileCheck:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(data)
        one = check_file(reader, path, Options(), TODAY)
    said = {finding.code for finding in one.findings}
    assert not said & OURS, (said & OURS, [f for f in one.findings if f.code in OURS])
    for table in one.tables:
        assert table.read.rows_read == table.read.rows + len(table.read.dropped)
    return one


def sums(one: FileCheck) -> dict[str, float]:
    """Spend, impressions and clicks of the file's only table, without cents that rounding leaves."""
    (table,) = one.tables
    found = table.read.sums
    return {
        name: round(found[name] or 0.0, 4) for name in ("spend", "impressions", "clicks") if name in found
    }
