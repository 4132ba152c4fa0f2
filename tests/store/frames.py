"""Tiny frames for the facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pyarrow as pa

from tiger_reports.model.fact import COLUMNS, Grain, Level, column_type
from tiger_reports.model.imports import Upload
from tiger_reports.model.period import Period
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.store.facts import Facts
from tiger_reports.store.schema import TYPES

SCHEMA = pa.schema([pa.field(name, TYPES[column_type(name)]) for name in COLUMNS])
JANUARY = date(2026, 1, 1)


def row(
    day: int, spend: float | None = 1.0, *, account: str | None = "A", days: int = 1, **more: object
) -> dict:
    """One row of January 2026 (day 1 is the first); `days` long."""
    start = JANUARY + timedelta(days=day - 1)
    return {
        "period_start": start,
        "period_end": start + timedelta(days=days),
        "account_id": account,
        "campaign": "Spring",
        "spend": spend,
        **more,
    }


def frame_of(rows: Iterable[dict]) -> pa.Table:
    numbered = [dict.fromkeys(COLUMNS) | r | {"source_row": n} for n, r in enumerate(rows, 2)]
    return pa.Table.from_pylist(numbered, schema=SCHEMA)


def key(
    grain: Grain = Grain.DAY,
    *,
    panel: str = "meta-ads",
    level: Level = Level.CAMPAIGN,
    period: Period | None = None,
) -> ReplaceKey:
    return ReplaceKey(panel, "report", level, grain, period)


def rows_in(facts: Facts, client: str, version: int | None = None) -> list[dict]:
    return facts.scan(client, version).collect().to_arrow().to_pylist()


def by_day(facts: Facts, client: str, version: int | None = None, measure: str = "spend") -> dict[int, float]:
    """Total of each day of January."""
    totals: dict[int, float] = {}
    for r in rows_in(facts, client, version):
        day = (r["period_start"] - JANUARY).days + 1
        totals[day] = totals.get(day, 0.0) + (r[measure] or 0.0)
    return totals


def upload_of(upload_id: str, **more: object) -> Upload:
    """An upload of client `acme` with two rows."""
    known = {
        "client_id": "acme",
        "file": "jan.csv",
        "sha256": "ab" * 32,
        "size": 100,
        "panel": "meta-ads",
        "report": "report",
        "level": Level.CAMPAIGN,
        "grain": Grain.DAY,
        "rows": 2,
    }
    return Upload(id=upload_id, **(known | more))
