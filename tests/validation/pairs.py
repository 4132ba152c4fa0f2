"""The pairs of `sample_data/checks`, read and checked."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import sample_data
from tests.validation.frames import LIMITS
from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.finding import Finding
from tiger_reports.model.period import parse_month
from tiger_reports.panels import ReadTable, read_file
from tiger_reports.panels.catalogue import panel_kind
from validation import check

FOLDER = Path(sample_data.__file__).parent / "checks"
CASES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/case.toml")))


def case(code: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / code / "case.toml").read_text("utf-8"))


def expected(code: str) -> Expected:
    said = case(code).get("expected", {})
    month = said.pop("month", None)
    days = {name: date.fromisoformat(said.pop(name)) for name in ("since", "today") if name in said}
    lists = {
        name: tuple(tuple(each) if isinstance(each, list) else each for each in value)
        for name, value in said.items()
        if isinstance(value, list)
    }
    plain = {name: value for name, value in said.items() if isinstance(value, str)}
    period = parse_month(month) if month else None
    return Expected(period=period, tolerances=LIMITS, **days, **lists, **plain)


def subject(table: ReadTable, file: str) -> Subject:
    return Subject(
        file=file,
        panel=table.panel,
        report=table.report,
        level=table.level,
        grain=table.grain,
        currency=table.currency,
        period=table.period,
        headers=table.headers,
        totals=table.totals,
        export_day=table.export_day,
        kind=panel_kind(table.panel),
    )


def found(path: Path, wanted: Expected) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What the reader found, and what the rules found."""
    read = read_file(path, name=path.name)
    reader = tuple(read.findings) + tuple(each for table in read.tables for each in table.findings)
    ruled = tuple(
        each
        for table in read.tables
        for each in check(table.frame, subject(table, read.name), wanted).findings
    )
    return reader, ruled
