"""What cannot be added, of figures stored one by one: people over days, and counts of a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import narwhals as nw

from tiger_reports.metrics.fetch import Facts, Row, fetch
from tiger_reports.metrics.parts import Place
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.rows import PERIOD, counts, period_index, within
from tiger_reports.metrics.sums import Bounds
from tiger_reports.metrics.survey import ACCOUNT, account_key
from tiger_reports.model.fact import STANDING, UNIQUE

NEVER_ADDED = (*UNIQUE, *STANDING)
COUNTED, WHOLE = "counted", "whole"


def bounds_apart(facts: Facts, plan: Plan) -> Mapping[Place, Mapping[str, Bounds]]:
    """Bounds by period, channel, account and measure; one row a day and figure is read."""
    found: dict[tuple[Place, str], list[Row]] = defaultdict(list)
    for row in _rows(facts, plan):
        place = (row[PERIOD], row["panel"], plan.accounts[row["panel"], row[ACCOUNT]])
        found[place, row["figure"]].append(row)
    bounds: dict[Place, dict[str, Bounds]] = defaultdict(dict)
    for (place, measure), rows in found.items():
        known = _standing(rows, measure) if measure in STANDING else _people(rows, measure)
        if known:
            bounds[place][measure] = known
    return bounds


def _rows(facts: Facts, plan: Plan) -> list[Row]:
    names = sorted({entry.figure for entry in plan.slices} & set(NEVER_ADDED))
    if not names:
        return []
    whole = (nw.col("breakdown") == "") & ~period_index(plan.counted, exact=True).is_null()
    rows = facts.filter(within(plan.counted), nw.col("figure").is_in(names))
    rows = rows.with_columns(period_index(plan.counted), account_key())
    rows = rows.with_columns(counts(plan).alias(COUNTED), whole.alias(WHOLE))
    told = rows.filter(nw.col(COUNTED) | nw.col(WHOLE))
    return fetch(told.select(PERIOD, "panel", ACCOUNT, "figure", "period_end", COUNTED, WHOLE, *names))


def _standing(rows: list[Row], measure: str) -> Bounds:
    """The last count of the period."""
    last = max(rows, key=lambda row: row["period_end"])[measure]
    return Bounds(last, last, last)


def _people(rows: list[Row], measure: str) -> Bounds | None:
    """The period's own figure where a row gives it; else at least the largest, at most the sum."""
    whole = [row[measure] for row in rows if row[WHOLE]]
    if whole:
        return Bounds(whole[0], whole[0], whole[0])
    known = [row[measure] for row in rows if row[COUNTED]]
    return Bounds(max(known), sum(known)) if known else None
