"""The facts: every figure of every client, one Delta table, one atomic commit an import.

**What an import replaces.** Rows of the same client, panel, report, level, grain and breakdown columns, of
the accounts that the file names, whose days lie inside the file's range. Other accounts, other days and
other kinds of rows stay: another report is another source, and `metrics` says which of them counts. A
row of a range (one row a campaign for a whole month) is replaced when all its days are inside the new
range; when only some are, `plan` returns the finding `stored_range_overlap` and `commit` raises
RangeOverlapError: nobody guesses which row is right. Take the earlier import back with `undo`, or load a
file of the same days.

**Versions.** Every commit is a version, and nothing in it changes any more. `maintain` cleans files
that left the table more than 90 days ago, except those of versions that it is told to keep: pass the
versions of all sent decks.
"""

# ruff: noqa: S608  (SQL is made of our own names; every value in it went through `sql_text`)
from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import duckdb
import narwhals as nw
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError
from duckdb import DuckDBPyRelation

from tiger_reports.model.restate import Committed, Orphan, Planned, ReplaceKey
from tiger_reports.store import history, upkeep
from tiger_reports.store.difference import difference
from tiger_reports.store.errors import BusyError, RangeOverlapError
from tiger_reports.store.extent import SPOKEN_FOR, TABLE, Extent, extent_of, inside, sql_text
from tiger_reports.store.incoming import Rows, columns_of, sql_of
from tiger_reports.store.reading import few_rows, rows_of
from tiger_reports.store.schema import KEPT
from tiger_reports.store.table import Newest, create, open_table, open_version
from tiger_reports.store.writing import write_import

ATTEMPTS = 12
"""Tries against other writers of the same client; the waits between them grow to about 2 s in all."""


@dataclass(frozen=True)
class Facts:
    """The table at `url`, a folder or an object-store address. Safe in threads and processes."""

    url: str
    _engine: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect, compare=False, repr=False)
    _newest: Newest = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        create(self.url)
        object.__setattr__(self, "_newest", Newest(self.url))

    def version(self) -> int:
        return self._newest.version()

    def scan(self, client_id: str, version: int | None = None) -> nw.LazyFrame[DuckDBPyRelation]:
        """One client's rows, now or as they were at `version`; raise VersionGoneError if cleaned away.

        The frame has its own cursor: use one frame in one thread.
        """
        cursor = self._engine.cursor()
        chosen = self.version() if version is None else version
        rows = rows_of(cursor, open_version(self.url, chosen), client_id)
        return nw.from_native(cursor.sql(f"SELECT * FROM {rows}"))

    def held(self, client_id: str, version: int | None = None) -> nw.LazyFrame[Any]:
        """As `scan`, for callers with several questions: few rows are read once and kept in the frame."""
        chosen = self.version() if version is None else version
        few = few_rows(self.url, chosen, client_id)
        return self.scan(client_id, chosen) if few is None else nw.from_native(few).lazy()

    def as_if(
        self, client_id: str, import_id: str, rows: Rows, key: ReplaceKey
    ) -> nw.LazyFrame[DuckDBPyRelation]:
        """What `scan` would give had the rows been stored; nothing is written."""
        cursor = self._engine.cursor()
        extent = _extent(client_id, rows, key)
        stored = rows_of(cursor, open_table(self.url), client_id)
        tags = {**_tags(extent), "import_id": import_id}
        named = ", ".join(f"{sql_text(value)} AS {name}" for name, value in tags.items())
        kept = f"SELECT * FROM {stored} WHERE NOT ({inside(extent)})"
        coming = f"SELECT {named}, {', '.join(KEPT)} FROM {sql_of(cursor, rows)}"
        return nw.from_native(cursor.sql(f"{kept} UNION ALL BY NAME {coming}"))

    def plan(self, client_id: str, rows: Rows, key: ReplaceKey) -> Planned:
        """What `commit` would change; `rows` have all of `model.fact.COLUMNS`."""
        return self._plan(open_table(self.url), _extent(client_id, rows, key), rows)

    def commit(
        self, client_id: str, import_id: str, rows: Rows, key: ReplaceKey, *, known: Planned | None = None
    ) -> Committed:
        """Store the rows in one atomic commit, in place of what `plan` says.

        `known` is an earlier plan of the same rows: it need not be made again where nobody wrote since.
        Raise RangeOverlapError where the plan has an error, BusyError when others keep winning.
        """
        extent = _extent(client_id, rows, key)
        tags = {**_tags(extent), "import_id": import_id}

        def attempt() -> Committed:
            table = open_table(self.url)
            fresh = known if known and known.version == table.version() else None
            planned = fresh or self._plan(table, extent, rows)
            _refuse(planned)
            version = write_import(table, extent, rows, tags, replaces=planned.removed > 0)
            upkeep.compact_if_scattered(table, client_id)
            return Committed(version, planned.added, planned.removed, planned.changes)

        return _insist(attempt, f"client {client_id}")

    def orphans(self, known_import_ids: Collection[str]) -> tuple[Orphan, ...]:
        """Commits still in force whose import nobody registered."""
        return history.orphans(open_table(self.url), known_import_ids)

    def withdrawn(self) -> frozenset[str]:
        """Imports that were undone."""
        return history.withdrawn(open_table(self.url))

    def undo(self, import_id: str) -> Committed:
        """Take an import back: its rows go, what it had replaced returns, later imports keep theirs.

        Raise UnknownImportError, or VersionGoneError where the replaced rows were cleaned away.
        """
        return _insist(
            lambda: history.undo(self._engine.cursor(), open_table(self.url), import_id),
            f"import {import_id}",
        )

    def maintain(self, keep_versions: Collection[int] = (), *, keep_days: int = 90) -> upkeep.Upkeep:
        """Compact clients of many small files, write a checkpoint, clean old files."""
        return upkeep.maintain(self.url, keep_versions, keep_days)

    def _plan(self, table: DeltaTable, extent: Extent, rows: Rows) -> Planned:
        cursor = self._engine.cursor()
        stored = rows_of(cursor, table, extent.client_id)
        return difference(cursor, stored, sql_of(cursor, rows), extent, table.version())


def _extent(client_id: str, rows: Rows, key: ReplaceKey) -> Extent:
    return extent_of(client_id, columns_of(rows, SPOKEN_FOR), key)


def _tags(extent: Extent) -> dict[str, str]:
    return {name: getattr(extent, name) for name in TABLE}


def _refuse(planned: Planned) -> None:
    if planned.refused:
        said = planned.findings[0].details
        raise RangeOverlapError(
            f"stored rows of {said['stored_first_day']} to {said['stored_last_day']} share only some days"
            f" with {said['first_day']} to {said['last_day']}; load a file of the same days, or take back"
            f" import {said['import_id']}"
        )


def _insist(attempt: Callable[[], Committed], what: str) -> Committed:
    """Try again on the newest version when another writer of the same client was faster."""
    for turn in range(ATTEMPTS):
        try:
            return attempt()
        except CommitFailedError:
            time.sleep(random.uniform(0, 0.03 * (turn + 1)))  # noqa: S311  (spreads writers, guards nothing)
    raise BusyError(f"others kept changing the facts of {what}; try again")
