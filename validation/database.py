"""An in-memory DuckDB that holds one file under test and what the client's record says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

import duckdb
import pyarrow as pa

from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.period import Period
from validation.rule import Table

SMALL = 50_000
"""Up to so many rows the frame is copied: each query is then 2 ms faster. Above it, scanning the
Arrow columns where they lie costs less than the copy and no memory."""

FACTS = """
CREATE {kind} facts AS
SELECT *, coalesce(account_id, account, '') AS owner,
       coalesce(search_term, keyword, ad, ad_set, campaign) AS entity
FROM frame
"""
RECORDS: Mapping[str, Mapping[str, pa.DataType]] = {
    "subject": {
        "panel": pa.string(),
        "kind": pa.string(),
        "level": pa.string(),
        "currency": pa.string(),
        "first": pa.date32(),
        "until": pa.date32(),
        "export_day": pa.date32(),
    },
    "expected": {
        "currency": pa.string(),
        "first": pa.date32(),
        "until": pa.date32(),
        "since": pa.date32(),
        "today": pa.date32(),
    },
    "pauses": {"first": pa.date32(), "until": pa.date32()},
    "rated": {"currency": pa.string()},
    "totals": {
        "source_row": pa.int64(),
        "label": pa.string(),
        "measure": pa.string(),
        "amount": pa.float64(),
    },
    "history": {"month": pa.string(), "measure": pa.string(), "per_day": pa.float64()},
    "accounts": {"account": pa.string(), "foreign_one": pa.bool_()},
    "stored": {"measure": pa.string(), "amount": pa.float64()},
    "tolerances": {
        "measure": pa.string(),
        "share": pa.float64(),
        "least": pa.float64(),
        "never_fails": pa.bool_(),
    },
}
"""The small tables beside `facts` and their columns. `until` is the first day after."""


@contextmanager
def database(frame: pa.Table, subject: Subject, expected: Expected) -> Iterator[duckdb.DuckDBPyConnection]:
    """`facts` beside the small tables of RECORDS: `subject`, `expected`, `rated`, `totals` ...

    Every value reaches DuckDB as data, never inside SQL text. Raises MemoryError where the rows have no room.
    """
    with duckdb.connect(":memory:") as connection:
        connection.register("frame", frame)
        try:
            connection.execute(FACTS.format(kind="TABLE" if frame.num_rows <= SMALL else "VIEW"))
            for name, rows in _records(subject, expected).items():
                connection.register(name, _table(name, rows))
            yield connection
        except duckdb.OutOfMemoryException as full:
            raise MemoryError(str(full)) from full


def prepare(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table], lists: Mapping[str, str]) -> None:
    for table in tables:
        connection.execute(f"CREATE TABLE {table.name} AS {table.query(lists)}")


def entities(connection: duckdb.DuckDBPyConnection, rows: Iterable[int]) -> dict[int, str]:
    """The finest name in each of some rows, by row number."""
    wanted = list(rows)
    if not wanted:
        return {}
    query = (
        "SELECT source_row, entity FROM facts WHERE list_contains($wanted, source_row) AND entity IS NOT NULL"
    )
    return dict(connection.execute(query, {"wanted": wanted}).fetchall())


def _records(subject: Subject, expected: Expected) -> dict[str, Iterable[tuple[object, ...]]]:
    first, until = _days(subject.period)
    return {
        "subject": [
            (
                subject.panel,
                str(subject.kind),
                str(subject.level),
                subject.currency,
                first,
                until,
                subject.export_day,
            )
        ],
        "expected": [(expected.currency, *_days(expected.period), expected.since, expected.today)],
        "pauses": [_days(days) for days in expected.pauses],
        "rated": [(code,) for code in expected.rated],
        "totals": _totals(subject),
        "history": expected.history,
        "accounts": _accounts(expected),
        "stored": expected.stored_totals,
        "tolerances": expected.tolerances,
    }


def _totals(subject: Subject) -> Sequence[tuple[object, ...]]:
    return [
        (total.row, total.label, measure, amount)
        for total in subject.totals
        if total.covers_rows
        for measure, amount in total.values.items()
    ]


def _accounts(expected: Expected) -> Sequence[tuple[object, ...]]:
    """Known accounts and those of other clients; one that both have is the client's own."""
    own, foreign = set(expected.accounts), set(expected.foreign_accounts)
    return [(name, False) for name in sorted(own)] + [(name, True) for name in sorted(foreign - own)]


def _days(period: Period | None) -> tuple[date | None, date | None]:
    return (period.start, period.end) if period else (None, None)


def _table(name: str, rows: Iterable[tuple[object, ...]]) -> pa.Table:
    kinds = RECORDS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(kinds)
    return pa.table({key: pa.array(column, kinds[key]) for key, column in zip(kinds, columns, strict=True)})
