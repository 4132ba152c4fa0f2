"""The very rows that a figure is made of.

Sums take the rows that count. A ratio takes the rows of accounts that have both of its parts, as the
figure does. Reach comes from the one row that gave it, or from every row that bounds it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from operator import and_

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from tiger_reports.metrics.aggregate import COUNTED, EXACT, REACH, WHOLE_LEVELS, grouped
from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.months import CAMPAIGN, campaign_name, last_names
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.rows import PERIOD, counts, period_index, within
from tiger_reports.metrics.survey import ACCOUNT, account_key
from tiger_reports.metrics.values import measures
from tiger_reports.model.change import Scope
from tiger_reports.model.metric import Kind, Metric, Value
from tiger_reports.model.period import Period

NAMES = ("account", "campaign", "ad_set", "ad", "keyword", "search_term")
PLACE = ("import_id", "source_row", "period_start", "period_end")
SORTED = [("period_start", "ascending"), ("import_id", "ascending"), ("source_row", "ascending")]
APART = "\x1f"


def traced(
    facts: Facts, chosen: Plan, period: Period, scope: Scope, entry: Metric, shown: Value
) -> pa.Table:
    """Rows by day and file: PLACE, NAMES, `panel`, and the metric's measures, null where a row gives none.

    `shown` is the figure itself: it says which row gave a reach.
    """
    wanted = measures(entry)
    rows = _rows(facts, chosen, period, scope, tuple(dict.fromkeys((*wanted, REACH))))
    if scope.campaign:
        rows = rows.filter(_of_campaign(rows, facts, chosen, scope))
    if entry.kind is Kind.NON_ADDITIVE:
        rows = _reach(rows, wanted, shown)
    else:
        rows = rows.filter(rows[COUNTED])
    rows = _with_all(rows, chosen, wanted) if entry.kind is Kind.RATIO else rows
    having = reduce(pc.or_, (pc.is_valid(rows[name]) for name in wanted))
    return rows.filter(having).select([*PLACE, "panel", *NAMES, *wanted]).sort_by(SORTED)


def counted_rows(facts: Facts, chosen: Plan, period: Period) -> pa.Table:
    """`import_id` and `source_row` of every row that counts in the period."""
    marked = _marked(facts, chosen, period).filter(nw.col(COUNTED))
    found: pa.Table = marked.select("import_id", "source_row").collect("pyarrow").to_native()
    return found


def _marked(facts: Facts, chosen: Plan, period: Period) -> Facts:
    at = chosen.periods.index(period)
    days = chosen.counted[at]
    inside = facts.filter(within((days,))).with_columns(period_index(chosen.counted), account_key())
    spans = (nw.col("period_start") == days.start) & (nw.col("period_end") == days.end)
    whole = spans & (nw.col("breakdown") == "") & nw.col("level").is_in(WHOLE_LEVELS)
    counted = counts(chosen) & (nw.col(PERIOD) == at)
    return inside.with_columns(counted.alias(COUNTED), whole.alias(EXACT))


def _rows(facts: Facts, chosen: Plan, period: Period, scope: Scope, wanted: tuple[str, ...]) -> pa.Table:
    marked = _marked(facts, chosen, period).filter(nw.col(COUNTED) | nw.col(EXACT))
    if scope.channel:
        marked = marked.filter(nw.col("panel") == scope.channel)
    known = reduce(and_, (nw.col(name).is_null() for name in wanted))
    columns = [*PLACE, "panel", ACCOUNT, "level", "report", *NAMES, "campaign_id", *wanted, COUNTED, EXACT]
    found: pa.Table = marked.filter(~known).select(columns).collect("pyarrow").to_native()
    return found


def _of_campaign(rows: pa.Table, facts: Facts, chosen: Plan, scope: Scope) -> pa.Array:
    """True for the rows of the campaign, under whatever earlier name they were stored."""
    names = last_names(grouped(facts, chosen, CAMPAIGN)[0])
    pairs = rows.select(["campaign", "campaign_id"]).group_by(["campaign", "campaign_id"]).aggregate([])
    own = [
        _key(row["campaign"], row["campaign_id"])
        for row in pairs.to_pylist()
        if campaign_name({**row, "panel": scope.channel}, names) == scope.campaign
    ]
    filled = [pc.fill_null(rows[name].cast(pa.string()), "") for name in ("campaign", "campaign_id")]
    return pc.is_in(pc.binary_join_element_wise(*filled, APART), pa.array(own, pa.string()))


def _key(campaign: str | None, number: str | None) -> str:
    return f"{campaign or ''}{APART}{number or ''}"


def _with_all(rows: pa.Table, chosen: Plan, wanted: tuple[str, ...]) -> pa.Table:
    """Rows of the accounts that have every measure: the others are left out of the ratio."""
    sums = rows.group_by(["panel", ACCOUNT]).aggregate([(name, "count") for name in wanted])
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    stored = [(row, (row["panel"], chosen.accounts[row["panel"], row[ACCOUNT]])) for row in sums.to_pylist()]
    for row, account in stored:
        having[account] |= {name for name in wanted if row[f"{name}_count"]}
    own = [f"{row['panel']}{APART}{row[ACCOUNT]}" for row, one in stored if having[one] >= set(wanted)]
    keys = pc.binary_join_element_wise(rows["panel"].cast(pa.string()), rows[ACCOUNT].cast(pa.string()), APART)
    return rows.filter(pc.is_in(keys, pa.array(own, pa.string())))


def _reach(rows: pa.Table, wanted: tuple[str, ...], shown: Value) -> pa.Table:
    """The one row that gave the figure; where there is only a bound, every row that bounds it."""
    exact = shown.denominator if REACH != wanted[0] else shown.amount
    gives = pc.is_valid(rows[REACH])
    if exact is not None:
        gives = pc.and_(gives, pc.equal(rows[REACH], exact))
        order = rows.append_column("place", pa.array(range(rows.num_rows))).filter(pc.fill_null(gives, fill_value=False))
        first = order.sort_by([(EXACT, "descending"), ("level", "ascending"), ("report", "ascending")])
        place = first["place"][0].as_py() if first.num_rows else -1
        gives = pc.equal(pa.array(range(rows.num_rows)), place)
    rows = _blank(rows, REACH, gives)
    for name in wanted:
        if name != REACH:
            rows = _blank(rows, name, rows[COUNTED])
    return rows


def _blank(rows: pa.Table, name: str, kept: pa.Array) -> pa.Table:
    """The column with nothing where `kept` is not true."""
    column = pc.if_else(pc.fill_null(kept, fill_value=False), rows[name], pa.scalar(None, pa.float64()))
    return rows.set_column(rows.column_names.index(name), name, column)
