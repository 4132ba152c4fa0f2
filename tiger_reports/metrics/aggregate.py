"""Sums over the rows that count, grouped by period, channel, account and any text columns: one query."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pyarrow as pa

from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.rows import PERIOD, counts, period_index
from tiger_reports.metrics.survey import ACCOUNT, Facts, Row, account_key
from tiger_reports.model.fact import ADDITIVE, BOUNDS, Level

WHOLE_LEVELS = tuple(str(level) for level in (Level.ACCOUNT, Level.CAMPAIGN, Level.AD_SET, Level.AD))


def sum_rows(facts: Facts, plan: Plan, columns: tuple[str, ...] = ()) -> list[Row]:
    """One row a group with its sums (null where no row has the measure) and what `Part` needs to know."""
    prepared = facts.with_columns(period_index(plan.counted), account_key(), _typed(), _unknown_reach())
    wanted = [*map(_null_aware_sum, ADDITIVE), *_reach(), nw.col("period_end").max().alias("last_day")]
    wanted += [nw.col("type").min().alias("type_min"), nw.col("type").max().alias("type_max")]
    if any(entry.has_bounds for entry in plan.slices):
        prepared = prepared.with_columns(_bound(name) for name in ADDITIVE)
        wanted += [nw.col(f"{name}_bound").max() for name in ADDITIVE]
    return _fetch(prepared.filter(counts(plan)).group_by(PERIOD, "panel", ACCOUNT, *columns).agg(*wanted))


def reach_rows(facts: Facts, plan: Plan, columns: tuple[str, ...] = ()) -> list[Row]:
    """Reach of unbroken rows that span exactly one of the periods, whether or not their money counts."""
    if not any(entry.has_reach for entry in plan.slices):
        return []
    exact = facts.with_columns(
        period_index(plan.counted, exact=True), account_key(), _unknown_reach()
    ).filter(~nw.col(PERIOD).is_null() & (nw.col("breakdown") == "") & nw.col("level").is_in(WHOLE_LEVELS))
    return _fetch(exact.group_by(PERIOD, "panel", ACCOUNT, "report", "level", *columns).agg(*_reach()))


def _typed() -> nw.Expr:
    return nw.when(~nw.col("results").is_null()).then(nw.col("result_type")).alias("type")


def _unknown_reach() -> nw.Expr:
    """1 where a row was shown to somebody and does not say to how many."""
    shown = nw.col("impressions").is_null() | (nw.col("impressions") > 0)
    return (shown & nw.col("reach").is_null()).cast(nw.Int64).alias("reach_unknown")


def _reach() -> list[nw.Expr]:
    return [
        nw.col("reach").sum().alias("reach_sum"),
        nw.col("reach").max().alias("reach_max"),
        nw.col("reach").count().alias("reach_n"),
        nw.col("reach_unknown").sum(),
        nw.len().alias("rows"),
        nw.col("impressions").sum().alias("shown"),
    ]


def _bound(measure: str) -> nw.Expr:
    """1 where the cell gave only a bound: `impressions<5` among bounds joined by `;`."""
    text = nw.concat_str(nw.lit(";"), nw.col(BOUNDS))
    return text.str.contains(f";{measure}[<>]").cast(nw.Int64).alias(f"{measure}_bound")


def _null_aware_sum(measure: str) -> nw.Expr:
    column = nw.col(measure)
    return nw.when(column.count() > 0).then(column.sum()).alias(measure)


def _fetch(grouped: Facts) -> list[Row]:
    """Rows as mappings, without the columns in which no row has anything."""
    table: pa.Table = grouped.collect("pyarrow").to_native()
    filled = [name for name in table.column_names if table[name].null_count < table.num_rows]
    columns = [_cells(table[name]) for name in filled]
    return [dict(zip(filled, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: pa.ChunkedArray[Any]) -> list[Any]:
    """Plain values; by way of numpy for numbers, which is thirty times as fast."""
    if not pa.types.is_floating(column.type):
        return list(column.to_pylist())
    return [None if cell != cell else cell for cell in column.to_numpy().tolist()]  # noqa: PLR0124
