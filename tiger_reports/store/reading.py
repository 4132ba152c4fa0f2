"""Stored rows for DuckDB: one engine in the process, one cursor a caller."""

# ruff: noqa: S608  (SQL is made of our own names; every value in it went through `sql_text`)
from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from pyarrow.dataset import Dataset

from tiger_reports.store.errors import VersionGoneError
from tiger_reports.store.extent import sql_text
from tiger_reports.store.schema import SCHEMA, TAGS
from tiger_reports.store.table import is_local, live_files, local_files

OWN = tuple(name for name in SCHEMA.names if name != TAGS[0])
SQL_TYPES = {pa.string(): "VARCHAR", pa.float64(): "DOUBLE", pa.date32(): "DATE", pa.int64(): "BIGINT"}


def rows_of(cursor: duckdb.DuckDBPyConnection, table: DeltaTable, client_id: str) -> str:
    """SQL of one client's rows at the table's version, and nobody else's; use it on the same cursor.

    Local files are read by DuckDB itself; an object store through Arrow, which carries its own
    access. The file list is the log's: files of other versions or clients are never opened.
    """
    if not live_files(table, client_id):
        return named(cursor, f"none_{table.version()}", SCHEMA.empty_table())
    if not is_local(table.table_uri):
        chosen = table.to_pyarrow_dataset(file_pruning_predicate=[("client_id", "=", client_id)])
        return named(cursor, f"stored_{table.version()}", chosen)
    files = local_files(table, client_id)
    _all_there(files)
    paths = ", ".join(sql_text(str(file)) for file in files)
    read = f"read_parquet([{paths}], union_by_name = true, hive_partitioning = false)"
    return f"(SELECT {sql_text(client_id)} AS client_id, {_columns(files)} FROM {read})"


def _columns(files: list[Path]) -> str:
    """Every column of the facts; one that none of the files knows yet is null."""
    held = frozenset().union(*map(_names, files))
    missing = {name: f"NULL::{SQL_TYPES[SCHEMA.field(name).type]}" for name in OWN if name not in held}
    return ", ".join(f"{missing[name]} AS {name}" if name in missing else name for name in OWN)


@lru_cache(maxsize=4096)
def _names(file: Path) -> frozenset[str]:
    """Columns of a Parquet file; a file of the table never changes."""
    return frozenset(pq.read_schema(file).names)


def named(cursor: duckdb.DuckDBPyConnection, name: str, rows: pa.Table | Dataset) -> str:
    """Give Arrow rows a name in SQL that only this cursor knows."""
    cursor.register(name, rows)
    return f"(SELECT * FROM {name})"


def _all_there(files: list[Path]) -> None:
    gone = next((file for file in files if not file.exists()), None)
    if gone is not None:
        raise VersionGoneError(f"a file of that version of the facts was cleaned away: {gone.name}")
