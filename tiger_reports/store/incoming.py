"""Rows on their way in: a table in memory, or a Parquet file that is never held in memory whole."""

# ruff: noqa: S608  (SQL is made of our own names; every value in it went through `sql_text`)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tiger_reports.store.extent import sql_text
from tiger_reports.store.schema import KEPT, or_null
from tiger_reports.store.staged import read_staged

Rows = pa.Table | Path
"""Columns of `model.fact.COLUMNS`, one row a stored row; a file may leave out those that hold nothing."""
BATCH_ROWS = 131_072


def columns_of(rows: Rows, names: Sequence[str]) -> pa.Table:
    """A few columns, whole."""
    if isinstance(rows, Path):
        return read_staged(rows, names)
    return rows.select(list(names))


def batches_of(rows: Rows, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Some of the columns, as far as they are there."""
    if isinstance(rows, Path):
        with pq.ParquetFile(rows) as file:
            held = set(file.schema_arrow.names)
            yield from file.iter_batches(BATCH_ROWS, columns=[name for name in names if name in held])
    else:
        yield from rows.select(list(names)).to_batches(max_chunksize=BATCH_ROWS)


def sql_of(cursor: duckdb.DuckDBPyConnection, rows: Rows) -> str:
    """The rows in SQL, on this cursor only."""
    if isinstance(rows, Path):
        columns = or_null(KEPT, pq.read_schema(rows).names)
        return f"(SELECT {columns} FROM read_parquet({sql_text(str(rows))}, hive_partitioning = false))"
    cursor.register("new_rows", rows)
    return "new_rows"
