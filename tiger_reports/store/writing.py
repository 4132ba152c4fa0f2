"""Writing one import as one commit."""

from __future__ import annotations

from pathlib import Path

from deltalake import DeltaTable, write_deltalake

from tiger_reports.store.appending import append_rows
from tiger_reports.store.extent import Extent, inside
from tiger_reports.store.incoming import Rows, batches_of
from tiger_reports.store.schema import KEPT, tagged
from tiger_reports.store.staged import is_stored_form
from tiger_reports.store.table import WRITER, is_local, said_import, stamp, stamps


def write_import(
    table: DeltaTable, extent: Extent, rows: Rows, tags: dict[str, str], *, replaces: bool
) -> int:
    """Write the rows, instead of the extent's rows where it `replaces` any; return the version made."""
    coming = tagged(batches_of(rows, KEPT), tags)
    base = table.version()
    properties = stamp(table, extent.client_id, said_import(tags["import_id"], extent))
    if replaces:
        write_deltalake(
            table,
            coming,
            mode="overwrite",
            predicate=inside(extent),
            writer_properties=WRITER,
            commit_properties=properties,
        )
    elif is_local(table.table_uri):
        ready = rows if isinstance(rows, Path) and is_stored_form(rows, tags) else coming
        append_rows(table, extent.client_id, ready, properties)
    else:
        write_deltalake(table, coming, mode="append", writer_properties=WRITER, commit_properties=properties)
    return version_of(table, base, "import_id", tags["import_id"])


def version_of(table: DeltaTable, base: int, kind: str, import_id: str) -> int:
    """The version after `base` whose commit says so; others may have committed since."""
    recent = stamps(table, table.version() - base)
    return max(version for version, _, said in recent if said.get(kind) == import_id)
