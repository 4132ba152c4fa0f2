"""Sums over the rows that count, grouped by period, channel, account and any text columns: one query."""

from __future__ import annotations

import narwhals as nw

from tiger_reports.metrics.fetch import Facts, Row, fetch
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.rows import PERIOD, counts, period_index, within
from tiger_reports.metrics.survey import ACCOUNT, account_key
from tiger_reports.model.fact import ADDITIVE, BOUNDS, Level

REACH = "reach"
WHOLE_LEVELS = tuple(str(level) for level in (Level.ACCOUNT, Level.CAMPAIGN, Level.AD_SET, Level.AD))


def sum_rows(facts: Facts, plan: Plan, columns: tuple[str, ...] = ()) -> list[Row]:
    """One row a group with its sums (null where no row has the measure) and what `Part` needs to know."""
    added = [period_index(plan.counted), account_key()]
    wanted = [nw.col("period_end").max().alias("last_day")]
    wanted += [_null_aware_sum(name) for name in ADDITIVE if name in plan.measures]
    for measure, before, after in ((REACH, [_unknown_reach()], _reach()), ("results", [_typed()], _types())):
        if measure in plan.measures:
            added, wanted = added + before, wanted + after
    if plan.has_bounds:
        added += [_bound(name) for name in ADDITIVE]
        wanted += [nw.col(f"{name}_bound").max() for name in ADDITIVE]
    counting = facts.filter(within(plan.counted)).with_columns(*added).filter(counts(plan))
    return fetch(counting.group_by(PERIOD, "panel", ACCOUNT, *columns).agg(*wanted))


def reach_rows(facts: Facts, plan: Plan, columns: tuple[str, ...] = ()) -> list[Row]:
    """Reach of unbroken rows that span exactly one of the periods, whether or not their money counts."""
    spanning = [e for e in plan.slices if REACH in e.measures and not set(plan.counted).isdisjoint(e.spans)]
    if not spanning:
        return []
    added = (period_index(plan.counted, exact=True), account_key(), _unknown_reach())
    whole = (nw.col("breakdown") == "") & nw.col("level").is_in(WHOLE_LEVELS)
    spanned = facts.filter(within(plan.counted)).with_columns(*added)
    exact = spanned.filter(~nw.col(PERIOD).is_null() & whole)
    return fetch(exact.group_by(PERIOD, "panel", ACCOUNT, "report", "level", *columns).agg(*_reach()))


def _types() -> list[nw.Expr]:
    return [nw.col("type").min().alias("type_min"), nw.col("type").max().alias("type_max")]


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
