"""Sums grouped by period, channel, account and any text columns: one query."""

from __future__ import annotations

import narwhals as nw

from tiger_reports.metrics.fetch import Facts, Row, fetch, null_aware
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.rows import PERIOD, counts, period_index, within
from tiger_reports.metrics.survey import ACCOUNT, account_key
from tiger_reports.model.fact import ADDITIVE, BOUNDS, DAYS, MEASURES, Level

REACH, RESULTS = "reach", "results"
COUNTED, EXACT = "counted", "exact"
GROUP = (PERIOD, "panel", ACCOUNT, "report", "level", COUNTED, EXACT)
OF_A_ROW = (*DAYS, "panel", "account_id", "account", "report", "level", "grain", "breakdown", "figure")
WHOLE_LEVELS = tuple(str(level) for level in (Level.ACCOUNT, Level.CAMPAIGN, Level.AD_SET, Level.AD))


def grouped(facts: Facts, plan: Plan, columns: tuple[str, ...] = ()) -> tuple[list[Row], list[Row]]:
    """Rows that count, and rows whose reach spans exactly one of the periods.

    One row a group with its sums (null where no row has the measure) and what `Part` needs to know. Reach
    comes from unbroken rows, whether or not their money counts: a group may be in both lists.
    """
    exact = _spanning(plan)
    needed = facts.filter(within(plan.counted)).select(*dict.fromkeys((*_needed(plan), *columns)))
    marked = needed.with_columns(*_added(plan)).with_columns(counts(plan).alias(COUNTED), exact.alias(EXACT))
    told = marked.filter(nw.col(COUNTED) | nw.col(EXACT))
    rows = fetch(told.group_by(*GROUP, *columns).agg(*_wanted(plan)))
    return [row for row in rows if row.get(COUNTED)], [row for row in rows if row.get(EXACT)]


def _needed(plan: Plan) -> list[str]:
    """Stored columns that the query reads: each step costs time for every column that it carries along."""
    wanted = plan.measures | {REACH, "impressions"}
    texts = ["result_type"] * (RESULTS in wanted) + [BOUNDS] * plan.has_bounds
    return [*OF_A_ROW, *texts, *(name for name in MEASURES if name in wanted)]


def _spanning(plan: Plan) -> nw.Expr:
    together = (entry for entry in plan.slices if not entry.figure)
    spans = (span for entry in together if REACH in entry.measures for span in entry.spans)
    if set(plan.counted).isdisjoint(spans):
        return nw.lit(value=False)
    whole = (nw.col("breakdown") == "") & nw.col("level").is_in(WHOLE_LEVELS) & nw.col("figure").is_null()
    return whole & ~period_index(plan.counted, exact=True).is_null()


def _added(plan: Plan) -> list[nw.Expr]:
    added = [period_index(plan.counted), account_key(), _unknown_reach()]
    added += [_typed()] * (RESULTS in plan.measures)
    return added + [_bound(name) for name in ADDITIVE if plan.has_bounds]


def _wanted(plan: Plan) -> list[nw.Expr]:
    wanted = [nw.col("period_end").max().alias("last_day"), *_reach()]
    wanted += null_aware(name for name in ADDITIVE if name in plan.measures)
    wanted += _types() * (RESULTS in plan.measures)
    return wanted + [nw.col(f"{name}_bound").max() for name in ADDITIVE if plan.has_bounds]


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
