"""The very rows that a figure is made of.

Sums take the rows that count. A ratio takes the rows of accounts that have both of its parts, as the
figure does. Reach comes from the one row that gave it, or from every row that bounds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any

import narwhals as nw

from tiger_reports.metrics.aggregate import COUNTED, EXACT, REACH, WHOLE_LEVELS, grouped
from tiger_reports.metrics.fetch import Facts, Row
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
SORTED = ("period_start", "import_id", "source_row")
APART = "\x1f"
INDEX = "place"

Rows = nw.DataFrame[Any]
"""By day and file: PLACE, NAMES, and the metric's measures, null where a row gives none."""


def traced(facts: Facts, chosen: Plan, period: Period, scope: Scope, entry: Metric, shown: Value) -> Rows:
    """The rows of a figure; `shown` is the figure itself: it says which row gave a reach."""
    wanted = measures(entry)
    rows = _rows(facts, chosen, period, scope, tuple(dict.fromkeys((*wanted, REACH))))
    if scope.campaign:
        rows = rows.filter(_of_campaign(rows, facts, chosen, scope))
    match entry.kind:
        case Kind.SUM:
            rows = rows.filter(nw.col(COUNTED))
        case Kind.RATIO:
            rows = _with_all(rows.filter(nw.col(COUNTED)), chosen, wanted)
        case Kind.NON_ADDITIVE:
            rows = _reach(rows, wanted, shown)
    having = reduce(or_, (~nw.col(name).is_null() for name in wanted))
    return rows.filter(having).select(*PLACE, *NAMES, *wanted).sort(*SORTED)


def by_file(rows: Rows, wanted: tuple[str, ...]) -> Iterator[tuple[str, list[int], Mapping[str, float]]]:
    """Import id, row numbers, and the sum of each measure that any of its rows has."""
    for name in sorted(rows["import_id"].unique().to_list()):
        own = rows.filter(nw.col("import_id") == name)
        sums = {measure: float(own[measure].sum()) for measure in wanted if own[measure].count()}
        yield name, own["source_row"].to_list(), sums


def page(rows: Rows, first: int, count: int | None) -> list[Row]:
    last = len(rows) if count is None else first + count
    return list(rows[first:last].rows(named=True))


def place_of(rows: Rows, day: date) -> int:
    """Place of the first row that begins on `day` or later."""
    return len(rows.filter(nw.col("period_start") < day))


def counted_rows(facts: Facts, chosen: Plan, period: Period) -> Mapping[str, list[int]]:
    """Row numbers that count in the period, by import."""
    marked = _marked(facts, chosen, period).filter(nw.col(COUNTED))
    rows = marked.select("import_id", "source_row").collect("pyarrow")
    return {name: numbers for name, numbers, _ in by_file(rows, ())}


def _marked(facts: Facts, chosen: Plan, period: Period) -> Facts:
    at = chosen.periods.index(period)
    days = chosen.counted[at]
    inside = facts.filter(within((days,))).with_columns(period_index(chosen.counted), account_key())
    spans = (nw.col("period_start") == days.start) & (nw.col("period_end") == days.end)
    whole = spans & (nw.col("breakdown") == "") & nw.col("level").is_in(WHOLE_LEVELS)
    counted = counts(chosen) & (nw.col(PERIOD) == at)
    return inside.with_columns(counted.alias(COUNTED), whole.alias(EXACT))


def _rows(facts: Facts, chosen: Plan, period: Period, scope: Scope, wanted: tuple[str, ...]) -> Rows:
    marked = _marked(facts, chosen, period).filter(nw.col(COUNTED) | nw.col(EXACT))
    if scope.channel:
        marked = marked.filter(nw.col("panel") == scope.channel)
    empty = reduce(and_, (nw.col(name).is_null() for name in wanted))
    columns = [*PLACE, "panel", ACCOUNT, "level", "report", *NAMES, "campaign_id", *wanted, COUNTED, EXACT]
    return marked.filter(~empty).select(columns).collect("pyarrow")


def _of_campaign(rows: Rows, facts: Facts, chosen: Plan, scope: Scope) -> nw.Expr:
    """True for the rows of the campaign, under whatever earlier name they were stored."""
    names = last_names(grouped(facts, chosen, CAMPAIGN)[0])
    pairs = rows.select(*CAMPAIGN).unique().rows(named=True)
    own = [
        APART.join(row[name] or "" for name in CAMPAIGN)
        for row in pairs
        if campaign_name({**row, "panel": scope.channel}, names) == scope.campaign
    ]
    filled = [nw.col(name).cast(nw.String).fill_null("") for name in CAMPAIGN]
    return _among(nw.concat_str(*filled, separator=APART), own)


def _with_all(rows: Rows, chosen: Plan, wanted: tuple[str, ...]) -> Rows:
    """Rows of the accounts that have every measure: the others are left out of the ratio."""
    counted = rows.group_by("panel", ACCOUNT).agg(*(nw.col(name).count() for name in wanted)).rows(named=True)
    stored = [(row, (row["panel"], chosen.accounts[row["panel"], row[ACCOUNT]])) for row in counted]
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row, account in stored:
        having[account] |= {name for name in wanted if row[name]}
    own = [f"{row['panel']}{APART}{row[ACCOUNT]}" for row, one in stored if having[one] >= set(wanted)]
    return rows.filter(_among(nw.concat_str("panel", ACCOUNT, separator=APART), own))


def _among(key: nw.Expr, known: list[str]) -> nw.Expr:
    """`is_in` that also knows the empty list: Arrow gives that no type."""
    return key.is_in(known) if known else key.is_null() & ~key.is_null()


def _reach(rows: Rows, wanted: tuple[str, ...], shown: Value) -> Rows:
    """The one row that gave the figure; where there is only a bound, every row that bounds it."""
    exact = shown.amount if wanted[0] == REACH else shown.denominator
    rows = rows.with_row_index(INDEX)
    gives = ~nw.col(REACH).is_null()
    if exact is not None:
        same = rows.filter(nw.col(REACH) == exact).sort(
            EXACT, "level", "report", descending=[True, False, False]
        )
        gives = nw.col(INDEX) == same[INDEX][0]
    blanks = [
        nw.when(gives if name == REACH else nw.col(COUNTED)).then(nw.col(name)).alias(name) for name in wanted
    ]
    return rows.with_columns(*blanks)
