"""The log of commits: imports that nobody registered, and taking an import back."""

# ruff: noqa: S608  (SQL is made of our own names; every value in it went through `sql_text`)
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import duckdb
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from tiger_reports.model.period import overlap
from tiger_reports.model.restate import Committed, Orphan
from tiger_reports.store.difference import difference
from tiger_reports.store.errors import UnknownImportError
from tiger_reports.store.extent import ANY, TABLE, Extent, inside, sql_text
from tiger_reports.store.reading import named, rows_of
from tiger_reports.store.schema import SCHEMA
from tiger_reports.store.table import WRITER, extent_from, open_table, stamp, stamps
from tiger_reports.store.writing import version_of


@dataclass(frozen=True)
class Import:
    """One import as its commit tells it."""

    import_id: str
    version: int
    at_ms: int
    extent: Extent


def orphans(table: DeltaTable, known_import_ids: Collection[str]) -> tuple[Orphan, ...]:
    return tuple(
        Orphan(done.import_id, done.extent.client_id, done.version, done.at_ms)
        for done in _in_force(table)
        if done.import_id not in known_import_ids
    )


def withdrawn(table: DeltaTable) -> frozenset[str]:
    """Imports that were undone and did not come again."""
    undone = {said["undo"] for _, _, said in stamps(table) if "undo" in said}
    return frozenset(undone - {done.import_id for done in _in_force(table)})


def undo(cursor: duckdb.DuckDBPyConnection, table: DeltaTable, import_id: str) -> Committed:
    """Make the extent of the import what it would be had the import never come.

    That is: rows of every other import there, less what still later imports replaced.
    """
    imports = _in_force(table)
    target = next((done for done in imports if done.import_id == import_id), None)
    if target is None:
        raise UnknownImportError(f"no import {import_id} is in force")
    client_id = target.extent.client_id
    stored = rows_of(cursor, table, client_id)
    rest = _without(cursor, table, stored, target, imports)
    planned = difference(cursor, stored, named(cursor, "rest", rest), target.extent, table.version())
    write_deltalake(
        table,
        rest,
        mode="overwrite",
        predicate=inside(target.extent),
        writer_properties=WRITER,
        commit_properties=stamp(table, client_id, {"undo": import_id}),
    )
    version = version_of(table, planned.version, "undo", import_id)
    return Committed(version, planned.added, planned.removed, planned.changes)


def _in_force(table: DeltaTable) -> tuple[Import, ...]:
    """Imports that were not undone, oldest first. An id that was committed twice counts as its last."""
    found: dict[str, Import] = {}
    for version, at_ms, said in stamps(table):
        found.pop(said.get("undo", ""), None)
        if "import_id" in said:
            found.pop(said["import_id"], None)
            done = Import(said["import_id"], version, at_ms, extent_from(said))
            found[done.import_id] = done
    return tuple(found.values())


def _without(
    cursor: duckdb.DuckDBPyConnection,
    table: DeltaTable,
    stored: str,
    target: Import,
    imports: tuple[Import, ...],
) -> pa.Table:
    """Rows of the target's extent if the target had never been.

    What stands there beside the target came later; what came earlier is read from its own version.
    """
    here = inside(target.extent)
    others = [done for done in imports if done is not target and _meet(done.extent, target.extent)]
    parts = [_arrow(cursor, stored, f"{here} AND import_id <> {sql_text(target.import_id)}")]
    for done in (done for done in others if done.version < target.version):
        was = rows_of(cursor, open_table(table.table_uri, done.version), done.extent.client_id)
        hidden = [f"NOT ({inside(later.extent)})" for later in others if later.version > done.version]
        mine = [here, f"import_id = {sql_text(done.import_id)}", *hidden]
        parts.append(_arrow(cursor, was, " AND ".join(mine)))
    return pa.concat_tables(parts)


def _arrow(cursor: duckdb.DuckDBPyConnection, rows: str, where: str) -> pa.Table:
    query = f"SELECT {', '.join(SCHEMA.names)} FROM {rows} WHERE {where}"
    found: pa.Table = cursor.sql(query).to_arrow_table()
    return found.cast(SCHEMA)


def _meet(one: Extent, other: Extent) -> bool:
    """Whether two extents can share rows; accounts are left to the SQL."""
    if any(_apart(getattr(one, name), getattr(other, name), name) for name in TABLE):
        return False
    if one.period is None or other.period is None:
        return one.period is other.period
    return overlap(one.period, other.period) is not None


def _apart(one: str, other: str, name: str) -> bool:
    return one != other and not (name in ANY and "" in (one, other))
