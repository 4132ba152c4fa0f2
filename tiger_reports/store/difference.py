"""What an import would change: stored totals against the file's, before anything is written."""

# ruff: noqa: S608  (SQL is made of our own names; every value in it went through `sql_text`)
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isclose
from typing import Any

import duckdb

from tiger_reports.model.fact import ADDITIVE, BREAKDOWNS, IDENTITY, POST, PUBLISHED, STANDING, UNIQUE
from tiger_reports.model.finding import EXAMPLE_ROWS, Finding, Severity
from tiger_reports.model.period import Period
from tiger_reports.model.restate import DayChange, GoneRow, Planned
from tiger_reports.store.extent import Extent, inside, perhaps_same_account, straddling

Totals = Mapping[Period | None, Mapping[str, float | None]]

SAME_TO = 1e-9
"""Relative: two sums of the same cells in another order differ by less."""

NEVER_ADDED = (*UNIQUE, *STANDING)
COMPARED = (*ADDITIVE, *NEVER_ADDED)
"""What never adds up is compared only where one row stands for the whole period."""

PAIRS = (("campaign_id", "campaign"), ("ad_set_id", "ad_set"), ("ad_id", "ad"))
"""An entity is its id; its name where a row has no id."""

MEANINGS = ("currency", "result_type", "attribution")
"""Attributes that decide what the numbers of a row mean."""

SEGMENT = "segment"
OF_SEGMENTS = (SEGMENT, PUBLISHED, *POST, *NEVER_ADDED)
"""What a file of segments may tell anew while the sums of its days stay: a post's words, people reached."""

OTHERS = tuple(
    name
    for name in (*IDENTITY, *BREAKDOWNS, "figure")
    if name not in ("account_id", "account", *(one for pair in PAIRS for one in pair))
)


def difference(
    cursor: duckdb.DuckDBPyConnection, stored: str, new: str, extent: Extent, version: int
) -> Planned:
    """Compare the client's rows at `version` (SQL `stored`) with those of the file (SQL `new`)."""
    old = f"(SELECT * FROM {stored} WHERE {inside(extent)})"
    removed, before = _totals(cursor, old)
    added, after = _totals(cursor, new)
    rows_gone, gone = _gone(cursor, old, new) if removed else (0, ())
    return Planned(
        version=version,
        added=added,
        removed=removed,
        days_added=_periods(set(after) - set(before)),
        days_replaced=_periods(set(before) & set(after)),
        days_gone=_periods(set(before) - set(after)),
        changes=_changes(before, after),
        rows_gone=rows_gone,
        gone=gone,
        findings=_overlaps(cursor, stored, extent),
        recoded=bool(removed and added) and _recoded(cursor, old, new, extent),
    )


def _totals(cursor: duckdb.DuckDBPyConnection, rows: str) -> tuple[int, Totals]:
    """Number of rows, and the sum of each measure in each period.

    A measure whose cells are all empty stays None.
    """
    sums = ", ".join(f"sum({measure})" for measure in ADDITIVE)
    alone = ", ".join(
        f"CASE WHEN count(*) FILTER (figure IS NULL OR figure = '{measure}') = 1 THEN max({measure}) END"
        for measure in NEVER_ADDED
    )
    query = f"SELECT count(*), period_start, period_end, {sums}, {alone} FROM {rows} GROUP BY 2, 3"
    found = _all(cursor, query)
    totals = {_period(row[1], row[2]): dict(zip(COMPARED, row[3:], strict=True)) for row in found}
    return sum(row[0] for row in found), totals


def _changes(before: Totals, after: Totals) -> tuple[DayChange, ...]:
    """Differences of the periods that were stored, those that the file empties included."""
    nothing: Mapping[str, float | None] = dict.fromkeys(COMPARED)
    compared = (
        DayChange(period, measure, before[period][measure], after.get(period, nothing)[measure])
        for period in sorted(before, key=_order)
        for measure in COMPARED
    )
    return tuple(change for change in compared if not _same(change.before, change.after))


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=SAME_TO, abs_tol=SAME_TO)


def _gone(cursor: duckdb.DuckDBPyConnection, old: str, new: str) -> tuple[int, tuple[GoneRow, ...]]:
    """Rows of the store without a counterpart in the file, told apart by a 64-bit hash of their names."""
    entities = ", ".join([f"coalesce({number}, {name})" for number, name in PAIRS])
    columns = f"period_start, period_end, {entities}, {', '.join(OTHERS)}"
    left = (
        f"SELECT o.row_key, o.n - coalesce(f.n, 0) AS n FROM {_counted(old, columns)} o"
        f" LEFT JOIN {_counted(new, columns)} f USING (row_key) WHERE o.n > coalesce(f.n, 0)"
    )
    ((count,),) = _all(cursor, f"SELECT coalesce(sum(n), 0)::BIGINT FROM ({left})")
    if not count:
        return 0, ()
    keys = f"SELECT row_key FROM ({left})"
    query = f"SELECT {columns} FROM {old} WHERE hash({columns}) IN ({keys}) ORDER BY ALL"
    rows = _all(cursor, f"{query} LIMIT {min(count, EXAMPLE_ROWS)}")
    return count, tuple(GoneRow(_period(row[0], row[1]), tuple(filter(None, row[2:]))) for row in rows)


def _recoded(cursor: duckdb.DuckDBPyConnection, old: str, new: str, extent: Extent) -> bool:
    """Whether equal numbers mean something else: of the periods of both, the sets of meanings differ."""
    told = OF_SEGMENTS if SEGMENT in extent.breakdown.split(",") else ()
    columns = f"period_start, period_end, {', '.join((*MEANINGS, *told))}"
    both = (
        f"(SELECT period_start, period_end FROM {old} INTERSECT SELECT period_start, period_end FROM {new})"
    )
    kept = "USING (period_start, period_end)"
    sides = [f"SELECT DISTINCT {columns} FROM {rows} JOIN {both} {kept}" for rows in (old, new)]
    left, right = sides
    query = f"SELECT count(*) FROM (({left} EXCEPT {right}) UNION ALL ({right} EXCEPT {left}))"
    ((count,),) = _all(cursor, query)
    return bool(count)


def _counted(rows: str, columns: str) -> str:
    return f"(SELECT hash({columns}) AS row_key, count(*) AS n FROM {rows} GROUP BY 1)"


def _overlaps(cursor: duckdb.DuckDBPyConnection, stored: str, extent: Extent) -> tuple[Finding, ...]:
    """What neither replacing nor keeping would get right, one finding an earlier import.

    A range that the file covers only in part: replacing would lose days, keeping would double them.
    Rows that name an account beside rows that do not: perhaps the same figures, perhaps not.
    """
    crossing, unclear = straddling(extent), perhaps_same_account(extent)
    query = (
        f"SELECT ({crossing}), import_id, min(period_start), max(period_end), count(*)"
        f" FROM {stored} WHERE ({crossing}) OR ({unclear}) GROUP BY 1, 2 ORDER BY 1 DESC, 2"
    )
    return tuple(
        Finding(
            "stored_range_overlap" if crosses else "stored_account_unclear",
            Severity.ERROR if crosses else Severity.BLOCKING,
            count=count,
            details=_both(extent.period, _period(start, end), import_id),
        )
        for crosses, import_id, start, end, count in _all(cursor, query)
    )


def _both(new: Period | None, stored: Period | None, import_id: str) -> dict[str, str | int | float]:
    """What the finding's sentence names; days are inclusive, and left out where rows carry none."""
    named: dict[str, str | int | float] = {"import_id": import_id}
    if new:
        named |= {"first_day": new.start.isoformat(), "last_day": new.last_day.isoformat()}
    if stored:
        named["stored_first_day"] = stored.start.isoformat()
        named["stored_last_day"] = stored.last_day.isoformat()
    return named


def _all(cursor: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = cursor.execute(query).fetchall()
    return found


def _period(start: date | None, end: date | None) -> Period | None:
    return Period(start, end) if start and end else None


def _periods(found: set[Period | None]) -> tuple[Period, ...]:
    return tuple(sorted(period for period in found if period is not None))


def _order(period: Period | None) -> tuple[date, date]:
    return (period.start, period.end) if period else (date.min, date.min)
