"""Columns of the facts table: the normalised row, whose it is, and which import brought it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pyarrow as pa

from tiger_reports.model.fact import BREAKDOWNS, COLUMNS, REPORTED, column_type

TYPES = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "integer": pa.int64()}
SQL_TYPES = {pa.string(): "VARCHAR", pa.float64(): "DOUBLE", pa.date32(): "DATE", pa.int64(): "BIGINT"}
TAGS = ("client_id", "panel", "report", "level", "grain", "breakdown", "import_id")
"""Text columns that the store adds, never null; `breakdown` names the file's breakdown columns."""

KEPT = tuple(name for name in COLUMNS if name not in REPORTED)
SCHEMA = pa.schema(
    [pa.field(name, pa.string(), nullable=False) for name in TAGS]
    + [pa.field(name, TYPES[column_type(name)]) for name in KEPT]
)


def breakdown_of(frame: pa.Table) -> str:
    """Names of the breakdown columns in which any row says something, joined by commas."""
    filled = (name for name in BREAKDOWNS if frame[name].null_count < frame.num_rows)
    return ",".join(filled)


def or_null(names: Iterable[str], held: Collection[str]) -> str:
    """SQL of some columns; those that are not `held` are null."""
    missing = {name: f"NULL::{SQL_TYPES[SCHEMA.field(name).type]}" for name in names if name not in held}
    return ", ".join(f"{missing[name]} AS {name}" if name in missing else name for name in names)


def tagged(batches: Iterable[pa.RecordBatch], tags: dict[str, str]) -> pa.RecordBatchReader:
    """Batches of columns of KEPT as the table stores them, one at a time: a file is never held whole."""
    return pa.RecordBatchReader.from_batches(SCHEMA, (_tagged(batch, tags) for batch in batches))


def _tagged(batch: pa.RecordBatch, tags: dict[str, str]) -> pa.RecordBatch:
    constants = [pa.repeat(tags[name], batch.num_rows) for name in TAGS]
    held = set(batch.schema.names)
    nothing: dict[Any, Any] = {kind: pa.nulls(batch.num_rows).cast(kind) for kind in set(SCHEMA.types)}
    fields = (SCHEMA.field(name) for name in KEPT)
    kept = [batch[one.name].cast(one.type) if one.name in held else nothing[one.type] for one in fields]
    return pa.record_batch([*constants, *kept], schema=SCHEMA)
