"""Stored rows for DuckDB: one engine in the process, one cursor a caller."""

# ruff: noqa: S608  (SQL is made of our own names; every value in it went through `sql_text`)
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from pyarrow.dataset import Dataset

from tiger_reports.store.errors import VersionGoneError
from tiger_reports.store.extent import sql_text
from tiger_reports.store.schema import SCHEMA, TAGS, or_null
from tiger_reports.store.table import is_local, live_files, local_files, open_version

OWN = tuple(name for name in SCHEMA.names if name != TAGS[0])
FEW = 50_000
"""Rows that are read at once: planning a query over their files takes longer than adding them up."""
HELD = 4
"""Clients whose few rows stay in memory: some 30 MB each at most."""


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
    held = frozenset().union(*(_footer(file).names for file in files))
    return f"(SELECT {sql_text(client_id)} AS client_id, {or_null(OWN, held)} FROM {read})"


@lru_cache(maxsize=HELD)
def few_rows(url: str, version: int, client_id: str) -> pa.Table | None:
    """One client's rows in memory; None where they are too many to be held there, or lie elsewhere."""
    table = open_version(url, version)
    if not is_local(table.table_uri):
        return None
    files = local_files(table, client_id)
    _all_there(files)
    if sum(_footer(file).rows for file in files) > FEW:
        return None
    parts = (pq.ParquetFile(file).read(sorted(_footer(file).filled), use_threads=False) for file in files)
    rows = pa.concat_tables([SCHEMA.empty_table(), *parts], promote_options="default").combine_chunks()
    owner = pa.repeat(client_id, rows.num_rows)
    return rows.set_column(rows.column_names.index(TAGS[0]), SCHEMA.field(TAGS[0]), owner)


@dataclass(frozen=True)
class _Footer:
    """What a Parquet file says of itself: its columns, those that hold anything, and the number of rows."""

    names: frozenset[str]
    filled: frozenset[str]
    rows: int


@lru_cache(maxsize=4096)
def _footer(file: Path) -> _Footer:
    """A file of the table never changes."""
    told = pq.read_metadata(file)
    groups = [told.row_group(at) for at in range(told.num_row_groups)]
    columns = [[group.column(at).statistics for group in groups] for at in range(told.num_columns)]
    names = told.schema.names
    filled = (
        name
        for name, chunks in zip(names, columns, strict=True)
        if any(chunk is None or chunk.num_values for chunk in chunks)
    )
    return _Footer(frozenset(names), frozenset(filled), told.num_rows)


def named(cursor: duckdb.DuckDBPyConnection, name: str, rows: pa.Table | Dataset) -> str:
    """Give Arrow rows a name in SQL that only this cursor knows."""
    cursor.register(name, rows)
    return f"(SELECT * FROM {name})"


def _all_there(files: list[Path]) -> None:
    gone = next((file for file in files if not file.exists()), None)
    if gone is not None:
        raise VersionGoneError(f"a file of that version of the facts was cleaned away: {gone.name}")
