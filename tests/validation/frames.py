"""Frames of normalised rows from a few literal values."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from tiger_reports.metrics.tolerance import tolerances
from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.fact import COLUMNS, Grain, Level, column_type
from tiger_reports.model.finding import Finding
from validation import check

KINDS = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "integer": pa.int64()}
DAY = date(2026, 10, 1)


def frame_of(*rows: dict[str, Any]) -> pa.Table:
    """One row a dict; the day is 1 October 2026 and the currency zloty unless said."""
    full = [_row(number, row) for number, row in enumerate(rows, 2)]
    return pa.table(
        {name: pa.array([row.get(name) for row in full], KINDS[column_type(name)]) for name in COLUMNS}
    )


def _row(number: int, row: dict[str, Any]) -> dict[str, Any]:
    start = row.get("period_start", DAY)
    return {
        "source_row": number,
        "period_start": start,
        "period_end": start + timedelta(1) if start else None,
        "campaign": "Synthetic",
        "campaign_id": f"id-{number}",
        "currency": "PLN",
        **row,
    }


def subject_of(**known: Any) -> Subject:
    plain = {
        "file": "file.csv",
        "panel": "meta-ads",
        "report": "any",
        "level": Level.CAMPAIGN,
        "grain": Grain.DAY,
        "currency": "PLN",
        "period": None,
    }
    return Subject(**{**plain, **known})


LIMITS = tuple((name, *astuple(entry)) for name, entry in tolerances().items())
"""How far two sources may lie apart, as services tell it."""


def findings_in(frame: pa.Table, *, about: Subject | None = None, **known: Any) -> dict[str, Finding]:
    """Findings by code; `known` is what the client's record says."""
    return {
        each.code: each
        for each in check(frame, about or subject_of(), Expected(**{"tolerances": LIMITS} | known)).findings
    }
