"""Keeping the facts quick and small: compaction, checkpoints, cleaning."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from tiger_reports.store.table import WRITER, live_files, open_table

SCATTERED = 24
"""Files of one client from which a read pays for opening them; compaction makes one of them again."""


@dataclass(frozen=True)
class Upkeep:
    """What `maintain` did; `version` is the newest afterwards."""

    compacted: tuple[str, ...]
    files_removed: int
    version: int


def compact_if_scattered(table: DeltaTable, client_id: str, most: int = SCATTERED) -> bool:
    """Rewrite a client's many files as one; leave it to the next import when someone writes just now."""
    if len(live_files(table, client_id)) < most:
        return False
    try:
        table.optimize.compact(partition_filters=[("client_id", "=", client_id)], writer_properties=WRITER)
    except CommitFailedError:
        return False
    return True


def maintain(url: str, keep_versions: Collection[int], keep_days: int) -> Upkeep:
    table = open_table(url)
    clients = sorted({str(part["client_id"]) for part in table.partitions()})
    compacted = tuple(client for client in clients if compact_if_scattered(table, client, most=4))
    table.create_checkpoint()
    removed = table.vacuum(
        retention_hours=keep_days * 24,
        dry_run=False,
        enforce_retention_duration=False,
        keep_versions=sorted(keep_versions),
    )
    return Upkeep(compacted, len(removed), table.version())
