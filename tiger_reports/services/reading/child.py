"""The child: answers one request a line until its input ends. It holds no store and knows no client."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tiger_reports.model.fact import BREAKDOWNS, COLUMNS, MEASURES, REPORTED
from tiger_reports.panels import DateOrder, ReadFile, ReadOptions, ReadTable, read_file
from tiger_reports.panels.catalogue import networks_of
from tiger_reports.panels.currency import MONEY
from tiger_reports.panels.redact import redacted
from tiger_reports.services.reading import limits
from tiger_reports.services.reading.table import (
    Checked,
    CheckRequest,
    Dropped,
    Fault,
    FileRead,
    ReadRequest,
    TableRead,
)
from tiger_reports.services.reading.wire import Message, decode, encode
from tiger_reports.store.schema import KEPT
from tiger_reports.store.staged import read_staged, write_staged


def main() -> None:
    answers = _private_stdout()
    limits.limit_memory()
    for line in sys.stdin.buffer:
        limits.limit_cpu()
        answers.write(encode(_guarded(decode(line))))
        answers.flush()
        pa.default_memory_pool().release_unused()  # else the next file's rows would lie beside this one's
    os._exit(0)  # without the interpreter's farewell, in which the database library reports its own leaks


def _private_stdout() -> BinaryIO:
    """The answers' own channel; whatever a library prints goes to stderr instead."""
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return channel


def _guarded(request: Message) -> Message:
    try:
        return answer(request)
    except MemoryError:
        return Fault("memory")
    except Exception as fault:  # noqa: BLE001  (the edge: a fault here must not cost the next file)
        sys.excepthook(type(fault), fault, fault.__traceback__)
        return Fault(type(fault).__name__)


def answer(request: Message) -> Message:
    if isinstance(request, ReadRequest):
        return read(request)
    if isinstance(request, CheckRequest):
        return check(request)
    _checker()
    return Checked(0, ())


_unchecked: dict[Path, pa.Table] = {}
"""Rows of the file that was read last: mostly they are checked next, and need not be read from the disk."""


def read(request: ReadRequest) -> FileRead:
    _unchecked.clear()
    options = ReadOptions(
        panel=request.panel,
        currency=request.currency,
        year=request.year,
        date_order=DateOrder(request.date_order) if request.date_order else None,
        period=request.period,
        mapping=dict(request.mapping),
        channel=request.channel,
        known=request.known,
    )
    found = read_file(request.path, name=request.name, options=options)
    tables = tuple(_table(table, request.out / f"{i}.parquet") for i, table in enumerate(found.tables))
    return FileRead(found.name, tables, found.findings, found.outlines, _redacted(request, found))


def _redacted(request: ReadRequest, found: ReadFile) -> Path | None:
    if not found.personal:
        return None
    copy = request.out / "redacted"
    copy.write_bytes(redacted(request.path, found.delimiter, found.personal))
    return copy


def check(request: CheckRequest) -> Checked:
    report = _checker()(_rows(request.frame), request.subject, request.expected)
    return Checked(report.run, report.findings)


def _rows(path: Path) -> pa.Table:
    """The rows; columns without any value share one array a type, or they would take most of the memory."""
    known = _unchecked.pop(path, None)
    if known is not None:
        return known
    rows, rates = read_staged(path, KEPT), _rates(path)
    held = pq.read_table(rates, partitioning=None) if rates.exists() else rows
    nothing = pa.nulls(rows.num_rows, pa.float64())
    for name in REPORTED:
        rows = rows.append_column(name, held[name] if name in held.column_names else nothing)
    return rows.select(COLUMNS)


def _rates(path: Path) -> Path:
    """Rates as the panel printed them lie beside the rows: they are checked, and not stored."""
    return path.with_suffix(".rates.parquet")


def _table(table: ReadTable, path: Path) -> TableRead:
    told, _unchecked[path] = _told(table, path), table.frame
    write_staged(path, table.frame, told.tags)
    if printed := [name for name in REPORTED if _filled(table, name)]:
        pq.write_table(table.frame.select(printed), _rates(path), compression="zstd")
    return told


def _told(table: ReadTable, path: Path) -> TableRead:
    return TableRead(
        id=uuid4().hex,
        panel=table.panel,
        report=table.report,
        language=table.language,
        level=table.level,
        grain=table.grain,
        encoding=table.encoding,
        currency=table.currency,
        period=table.period,
        headers=dict(table.headers),
        rows=table.frame.num_rows,
        rows_read=table.rows_read,
        dropped=tuple(Dropped(drop.row, drop.reason) for drop in table.dropped),
        totals=table.totals,
        sums=_sums(table),
        accounts=_accounts(table),
        breakdowns=tuple(name for name in BREAKDOWNS if _filled(table, name)),
        unknown_columns=table.unknown_columns,
        signs=table.signs,
        export_day=table.export_day,
        findings=table.findings,
        frame=path,
        column_map=table.column_map,
        timezone=table.timezone,
        attributions=_distinct(table, "attribution"),
    )


def _filled(table: ReadTable, column: str) -> bool:
    return bool(table.frame[column].null_count < table.frame.num_rows)


def _sums(table: ReadTable) -> dict[str, float | None]:
    """Sums of the measures that the file has; None where all its cells are empty or no sum makes sense."""
    present = (name for name in MEASURES if name in table.headers)
    mixed = MONEY if len(_distinct(table, "currency")) > 1 else ()
    return {
        name: None if name in mixed else pc.sum(table.frame[name], min_count=1).as_py() for name in present
    }


def _accounts(table: ReadTable) -> tuple[str, ...]:
    """Ids of the accounts in the table, else their names, else nothing; a network is nobody's account."""
    named = next((name for name in ("account_id", "account") if _filled(table, name)), None)
    if named is None:
        return ()
    networks = networks_of(table.panel)
    return tuple(value for value in _distinct(table, named) if value not in networks)


def _distinct(table: ReadTable, column: str) -> tuple[str, ...]:
    return tuple(sorted(value for value in pc.unique(table.frame[column]).to_pylist() if value is not None))


@cache
def _checker():  # type: ignore[no-untyped-def]  # noqa: ANN202  (the check function, loaded once: seconds)
    from validation import check

    return check


if __name__ == "__main__":
    main()
