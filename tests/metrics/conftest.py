from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import duckdb
import narwhals as nw
import pyarrow as pa
import pytest

from tiger_reports.model.fact import DAYS, MEASURES, PROVENANCE, TEXTS

STORED = ("client_id", "panel", "report", "level", "grain", "breakdown", "import_id")
PLAIN = {
    "client_id": "demo",
    "panel": "meta-ads",
    "report": "table",
    "level": "campaign",
    "grain": "day",
    "breakdown": "",
    "import_id": "i1",
    "account_id": "a1",
    "currency": "PLN",
}
SCHEMA = pa.schema(
    [(name, pa.date32()) for name in DAYS]
    + [(name, pa.string()) for name in (*TEXTS, *STORED)]
    + [(name, pa.float64()) for name in MEASURES]
    + [(name, pa.int64()) for name in PROVENANCE]
)

Rows = Callable[..., nw.LazyFrame[Any]]


@pytest.fixture(params=("many rows in DuckDB", "few rows in memory"))
def facts(request: pytest.FixtureRequest) -> Rows:
    """Stored rows from short mappings: `day` stands for a day row, `span` for first and last day."""
    connection = duckdb.connect()

    def build(*rows: Mapping[str, Any]) -> nw.LazyFrame[Any]:
        table = pa.Table.from_pylist([_row(row) for row in rows], schema=SCHEMA)
        few = request.param == "few rows in memory"
        return nw.from_native(table).lazy() if few else nw.from_native(connection.from_arrow(table))

    return build


def _row(short: Mapping[str, Any]) -> dict[str, Any]:
    row = dict.fromkeys(SCHEMA.names) | PLAIN | dict(short)
    if "day" in short:
        row |= {"period_start": short["day"], "period_end": short["day"] + timedelta(1)}
    if "span" in short:
        first, last = short["span"]
        row |= {"period_start": first, "period_end": last + timedelta(1)}
        row["grain"] = short.get("grain", "range")
    return {name: row[name] for name in SCHEMA.names}


@pytest.fixture
def october() -> Callable[[int], date]:
    return lambda day: date(2026, 10, day)
