"""Columns of the facts table: the normalised row, whose it is, and which import brought it."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from tiger_reports.model.fact import BREAKDOWNS, COLUMNS, REPORTED, column_type

TYPES = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "integer": pa.int64()}
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


def tagged(batches: Iterable[pa.RecordBatch], tags: dict[str, str]) -> pa.RecordBatchReader:
    """Batches of the columns KEPT as the table stores them, one at a time: a file is never held whole."""
    return pa.RecordBatchReader.from_batches(SCHEMA, (_tagged(batch, tags) for batch in batches))


def _tagged(batch: pa.RecordBatch, tags: dict[str, str]) -> pa.RecordBatch:
    constants = [pa.repeat(tags[name], batch.num_rows) for name in TAGS]
    kept = [batch[name].cast(SCHEMA.field(name).type) for name in KEPT]
    return pa.record_batch([*constants, *kept], schema=SCHEMA)
