"""The Delta table under the facts: making it, opening it, which files hold one client."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import deltalake
import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Schema, Transaction, WriterProperties
from pydantic import TypeAdapter

from tiger_reports.store.errors import VersionGoneError
from tiger_reports.store.extent import Extent
from tiger_reports.store.schema import SCHEMA

KEEP_LOG_DAYS = 3650
"""The log of commits stays, so that any version that `maintain` was told to keep can be opened."""

JUDGED_BY = "panel,level,grain,breakdown,import_id,period_start,period_end,account_id,account"
"""Columns whose least and greatest value the log keeps for each file: a replacement skips other files."""

CONFIGURATION = {
    "delta.checkpointInterval": "50",
    "delta.dataSkippingStatsColumns": JUDGED_BY,
    "delta.logRetentionDuration": f"interval {KEEP_LOG_DAYS} days",
    "delta.enableExpiredLogCleanup": "false",
}
WRITER = WriterProperties(compression="ZSTD", max_row_group_size=131_072)
"""Small row groups: the writer holds one of them in memory, and readers may take several at once."""
OPEN_VERSIONS = 32
_EXTENT = TypeAdapter(Extent)


def create(url: str) -> None:
    """Make the table where there is none, add columns to an older one; harmless when two processes do it."""
    if DeltaTable.is_deltatable(url):
        add_columns(DeltaTable(url))
        return
    if is_local(url):
        local_path(url).mkdir(parents=True, exist_ok=True)
    DeltaTable.create(
        url, SCHEMA, mode="ignore", name="facts", partition_by=["client_id"], configuration=CONFIGURATION
    )


@dataclass(frozen=True)
class Newest:
    """Asks the log for the newest version, without reading again what it read before. Safe in threads."""

    url: str
    _turn: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    _tables: list[DeltaTable] = field(default_factory=list, repr=False, compare=False)

    def version(self) -> int:
        with self._turn:
            if not self._tables:
                self._tables.append(open_table(self.url))
            self._tables[0].update_incremental()
            return self._tables[0].version()


@lru_cache(maxsize=OPEN_VERSIONS)
def open_version(url: str, version: int) -> DeltaTable:
    """A version does not change any more, so it is opened once."""
    return open_table(url, version)


def add_columns(table: DeltaTable) -> None:
    """Add the columns that an older program did not know; its files stay, their rows have nothing there."""
    missing = _missing(table)
    if not missing:
        return
    try:
        table.alter.add_columns(list(Schema.from_arrow(pa.schema(missing)).fields))
    except deltalake.exceptions.DeltaError:
        if _missing(DeltaTable(table.table_uri)):  # else another process was faster
            raise


def _missing(table: DeltaTable) -> list[pa.Field[Any]]:
    known = {field.name for field in table.schema().fields}
    return [field for field in SCHEMA if field.name not in known]


def open_table(url: str, version: int | None = None) -> DeltaTable:
    try:
        return DeltaTable(url, version=version)
    except deltalake.exceptions.DeltaError as error:
        if version is None:
            raise
        raise VersionGoneError(f"version {version} of the facts cannot be opened: {error}") from error


def live_files(table: DeltaTable, client_id: str) -> list[str]:
    """Addresses of the Parquet files that hold one client's rows at the table's version."""
    return list(table.file_uris(file_pruning_predicate=[("client_id", "=", client_id)]))


def is_local(url: str) -> bool:
    return urlparse(url).scheme in ("", "file")


def local_path(url: str) -> Path:
    return Path(unquote(urlparse(url).path)) if url.startswith("file:") else Path(url)


def local_files(table: DeltaTable, client_id: str) -> list[Path]:
    """As `live_files`, as paths: the root is escaped as an address, the rest is as it stands on disk."""
    root = urlparse(table.table_uri).path
    return [
        local_path(table.table_uri) / file.removeprefix("file://").removeprefix(root)
        for file in live_files(table, client_id)
    ]


def stamp(table: DeltaTable, client_id: str, facts: dict[str, Any]) -> CommitProperties:
    """What a commit says of itself.

    Its transaction id is the client: of two commits to one client made from the same version the
    protocol lets only one through, and those of different clients never meet.
    """
    turn = (table.transaction_version(client_id) or 0) + 1
    return CommitProperties(
        custom_metadata={"tiger": json.dumps({"client_id": client_id, **facts}, ensure_ascii=False)},
        app_transactions=[Transaction(client_id, turn)],
    )


def said_import(import_id: str, extent: Extent) -> dict[str, Any]:
    return {"import_id": import_id, "extent": _EXTENT.dump_python(extent, mode="json")}


def extent_from(said: dict[str, Any]) -> Extent:
    return _EXTENT.validate_python(said["extent"])


def stamps(table: DeltaTable, last: int | None = None) -> list[tuple[int, int, dict[str, Any]]]:
    """(version, time in ms, what the commit said) of our own among the `last` commits, oldest first."""
    entries = (entry for entry in table.history(last) if "tiger" in entry)
    found = [(entry["version"], entry["timestamp"], json.loads(entry["tiger"])) for entry in entries]
    return sorted(found, key=lambda one: one[0])
