"""Columns of the facts table: the normalised row, whose it is, and which import brought it."""

from __future__ import annotations

from collections.abc import Iterator

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
BATCH_ROWS = 131_072


def breakdown_of(frame: pa.Table) -> str:
    """Names of the breakdown columns in which any row says something, joined by commas."""
    filled = (name for name in BREAKDOWNS if frame[name].null_count < frame.num_rows)
    return ",".join(filled)


def tagged(frame: pa.Table, tags: dict[str, str]) -> pa.RecordBatchReader:
    """The frame's rows as the table stores them, in batches: a large file is never held twice."""
    return pa.RecordBatchReader.from_batches(SCHEMA, _batches(frame, tags))


def _batches(frame: pa.Table, tags: dict[str, str]) -> Iterator[pa.RecordBatch]:
    kept = frame.select(list(KEPT)).cast(pa.schema([SCHEMA.field(name) for name in KEPT]))
    for batch in kept.to_batches(max_chunksize=BATCH_ROWS):
        constants = [pa.repeat(tags[name], batch.num_rows) for name in TAGS]
        yield pa.record_batch([*constants, *batch.columns], schema=SCHEMA)
