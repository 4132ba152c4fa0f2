"""What an import would change: stored totals against the file's, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isclose

import duckdb

from tiger_reports.model.fact import ADDITIVE, BREAKDOWNS, IDENTITY
from tiger_reports.model.finding import EXAMPLE_ROWS, Finding, Severity
from tiger_reports.model.period import Period
from tiger_reports.model.restate import DayChange, GoneRow, Planned
from tiger_reports.store.extent import Extent, inside, perhaps_same_account, straddling

Totals = Mapping[Period | None, Mapping[str, float | None]]

SAME_TO = 1e-9
"""Relative: two sums of the same cells in another order differ by less."""

COMPARED = (*ADDITIVE, "reach")
"""Reach is compared only where one row stands for the whole period: it never adds up."""

ENTITY = ("campaign_id", "campaign", "ad_set_id", "ad_set", "ad_id", "ad")
REST = tuple(name for name in (*IDENTITY, *BREAKDOWNS) if name not in (*ENTITY, "account_id", "account"))
NAMES = ("campaign", "ad_set", "ad", *REST)


def difference(
    stored: duckdb.DuckDBPyRelation, new: duckdb.DuckDBPyRelation, extent: Extent, version: int
) -> Planned:
    """Compare the client's rows at `version` with the rows of the file."""
    old = stored.filter(inside(extent))
    before, after = _totals(old), _totals(new)
    rows_gone, gone = _gone(old, new)
    both = _periods(set(before) & set(after))
    return Planned(
        version=version,
        added=_count(new),
        removed=_count(old),
        days_added=_periods(set(after) - set(before)),
        days_replaced=both,
        days_gone=_periods(set(before) - set(after)),
        changes=_changes(before, after),
        rows_gone=rows_gone,
        gone=gone,
        findings=(*_straddled(stored, extent), *_doubted(stored, extent)),
    )


def _count(rows: duckdb.DuckDBPyRelation) -> int:
    count: int = rows.aggregate("count(*)").fetchall()[0][0]
    return count


def _totals(rows: duckdb.DuckDBPyRelation) -> Totals:
    """Sum of each measure in each period; a measure whose cells are all empty stays None."""
    sums = [f"sum({measure})" for measure in ADDITIVE]
    alone = "CASE WHEN count(*) = 1 THEN max(reach) END"
    found = rows.aggregate(
        f"period_start, period_end, {', '.join(sums)}, {alone}", "period_start, period_end"
    )
    return {_period(row[0], row[1]): dict(zip(COMPARED, row[2:], strict=True)) for row in found.fetchall()}


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


def _gone(old: duckdb.DuckDBPyRelation, new: duckdb.DuckDBPyRelation) -> tuple[int, tuple[GoneRow, ...]]:
    """Rows of the store without a counterpart in the file: by id, by name where there is none."""
    pairs = [f"coalesce({key}, {name})" for key, name in zip(ENTITY[::2], ENTITY[1::2], strict=True)]
    columns = ", ".join(["period_start", "period_end", *pairs, *REST])
    gone = old.select(columns).except_(new.select(columns))
    count = _count(gone)
    shown = gone.order("ALL").limit(EXAMPLE_ROWS).fetchall() if count else []
    return count, tuple(_gone_row(row) for row in shown)


def _gone_row(row: tuple[object, ...]) -> GoneRow:
    return GoneRow(_period(row[0], row[1]), tuple(str(name) for name in row[2:] if name is not None))


def _straddled(stored: duckdb.DuckDBPyRelation, extent: Extent) -> tuple[Finding, ...]:
    """Ranges that the file covers only in part: replacing would lose days, keeping would double them."""
    return _overlaps(stored.filter(straddling(extent)), extent, "stored_range_overlap", Severity.ERROR)


def _doubted(stored: duckdb.DuckDBPyRelation, extent: Extent) -> tuple[Finding, ...]:
    rows = stored.filter(perhaps_same_account(extent))
    return _overlaps(rows, extent, "stored_account_unclear", Severity.BLOCKING)


def _overlaps(
    rows: duckdb.DuckDBPyRelation, extent: Extent, code: str, severity: Severity
) -> tuple[Finding, ...]:
    """One finding an earlier import, with both ranges; days in `details` are inclusive."""
    by_import = rows.aggregate("import_id, min(period_start), max(period_end), count(*)", "import_id")
    return tuple(
        Finding(code, severity, count=count, details=_both(extent, _period(start, end), import_id))
        for import_id, start, end, count in by_import.order("ALL").fetchall()
    )


def _both(extent: Extent, stored: Period | None, import_id: str) -> dict[str, str | int | float]:
    return {
        "import_id": import_id,
        "stored_first": stored.start.isoformat() if stored else "",
        "stored_last": stored.last_day.isoformat() if stored else "",
        "first": extent.period.start.isoformat() if extent.period else "",
        "last": extent.period.last_day.isoformat() if extent.period else "",
    }


def _period(start: object, end: object) -> Period | None:
    return Period(start, end) if isinstance(start, date) and isinstance(end, date) else None


def _periods(found: set[Period | None]) -> tuple[Period, ...]:
    return tuple(sorted(period for period in found if period is not None))


def _order(period: Period | None) -> tuple[date, date]:
    return (period.start, period.end) if period else (date.min, date.min)
