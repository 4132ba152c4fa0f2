"""Stored rows as DuckDB relations: one engine in the process, one cursor a caller."""

from __future__ import annotations

from pathlib import Path

import duckdb
from deltalake import DeltaTable

from tiger_reports.store.errors import VersionGoneError
from tiger_reports.store.extent import sql_text
from tiger_reports.store.schema import SCHEMA, TAGS
from tiger_reports.store.table import is_local, live_files, local_files

REST = ", ".join(name for name in SCHEMA.names if name != TAGS[0])


def rows_of(cursor: duckdb.DuckDBPyConnection, table: DeltaTable, client_id: str) -> duckdb.DuckDBPyRelation:
    """One client's rows at the table's version, and nobody else's.

    Local files are read by DuckDB itself; an object store through Arrow, which carries its own
    access. The file list is the log's: files of other versions or clients are never opened.
    """
    if not live_files(table, client_id):
        return cursor.from_arrow(SCHEMA.empty_table())
    if not is_local(table.table_uri):
        chosen = table.to_pyarrow_dataset(file_pruning_predicate=[("client_id", "=", client_id)])
        return cursor.from_arrow(chosen).select(", ".join(SCHEMA.names))
    files = local_files(table, client_id)
    _all_there(files)
    read = cursor.read_parquet([str(file) for file in files], union_by_name=True, hive_partitioning=False)
    return read.select(f"{sql_text(client_id)} AS client_id, {REST}")


def _all_there(files: list[Path]) -> None:
    gone = next((file for file in files if not file.exists()), None)
    if gone is not None:
        raise VersionGoneError(f"a file of that version of the facts was cleaned away: {gone.name}")
