"""Rows on their way in: a table in memory, or a Parquet file that is never held in memory whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tiger_reports.store.extent import sql_text

Rows = pa.Table | Path
"""All columns of `model.fact.COLUMNS`, one row a stored row."""
BATCH_ROWS = 131_072


def columns_of(rows: Rows, names: Sequence[str]) -> pa.Table:
    """A few columns, whole."""
    if isinstance(rows, Path):
        return pq.read_table(rows, columns=list(names), partitioning=None)
    return rows.select(list(names))


def batches_of(rows: Rows, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    if isinstance(rows, Path):
        with pq.ParquetFile(rows) as file:
            yield from file.iter_batches(BATCH_ROWS, columns=list(names))
    else:
        yield from rows.select(list(names)).to_batches(max_chunksize=BATCH_ROWS)


def sql_of(cursor: duckdb.DuckDBPyConnection, rows: Rows) -> str:
    """The rows in SQL, on this cursor only."""
    if isinstance(rows, Path):
        return f"read_parquet({sql_text(str(rows))}, hive_partitioning = false)"
    cursor.register("new_rows", rows)
    return "new_rows"
