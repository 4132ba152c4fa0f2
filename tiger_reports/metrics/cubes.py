"""Leaf tables: the sums of a few periods over everything that the files cut them by.

Each breakdown is a cube of its own, because panels let only some breakdowns meet and no two add up alike. A
cube holds the finest rows that stand for most of the periods, account by account; an account without such
rows is in other cubes only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import narwhals as nw
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tiger_reports.metrics.basis import LEVELS, PARTIAL
from tiger_reports.metrics.fetch import Facts, collected, null_aware
from tiger_reports.metrics.plan import Plan, plan_of
from tiger_reports.metrics.rows import PERIOD, counts, period_index, within
from tiger_reports.metrics.survey import ACCOUNT, Slice, account_key
from tiger_reports.model.fact import ADDITIVE, DAYS
from tiger_reports.model.period import Period

Numbers = NDArray[np.float64]
ENTITIES = ("campaign", "ad_set", "ad")
CHANNEL = "channel"
CHAIN = (CHANNEL, *ENTITIES)
"""From coarse to fine: the finer tells the coarser."""
OF_A_ROW = (*DAYS, "panel", "account_id", "account", "report", "level", "grain", "breakdown", "figure")
LAST = "last_day"


@dataclass(frozen=True, eq=False)
class Cube:
    """`columns` are the dimensions' values, one a leaf; `sums` by period and measure, NaN where missing.

    `places` are channels and accounts, `place` is that of each leaf. `breakdown` is what the rows are cut by
    beside entities.
    """

    breakdown: tuple[str, ...]
    columns: Mapping[str, NDArray[np.object_]]
    places: tuple[tuple[str, str], ...]
    place: NDArray[np.int64]
    sums: Mapping[Period, Mapping[str, Numbers]]

    @property
    def leaves(self) -> int:
        return len(self.place)

    def amounts(self, period: Period, measure: str) -> Numbers:
        known = self.sums.get(period, {}).get(measure)
        return np.full(self.leaves, np.nan) if known is None else known


def cubes(facts: Facts, chosen: Plan, periods: tuple[Period, ...]) -> tuple[Cube, ...]:
    """The unbroken cube first, then one a breakdown; one query each. `periods` are some of the plan's."""
    asked = tuple(sorted(period for period in periods if period in chosen.periods))
    found = []
    for breakdown, slices in _by_breakdown(chosen.slices).items():
        finest = _finest(slices, chosen, asked)
        narrow = plan_of(finest, tuple(chosen.counted[chosen.periods.index(p)] for p in asked), choices={})
        if narrow.bases:
            found.append(_cube(facts, replace(narrow, periods=asked, accounts=chosen.accounts), breakdown))
    return tuple(cube for cube in found if cube.leaves)


def _by_breakdown(slices: Iterable[Slice]) -> Mapping[str, list[Slice]]:
    found: dict[str, list[Slice]] = defaultdict(list)
    for entry in sorted(slices, key=lambda entry: entry.breakdown):
        if entry.level not in PARTIAL and not entry.figure:
            found[entry.breakdown].append(entry)
    return found


def _finest(slices: list[Slice], chosen: Plan, periods: tuple[Period, ...]) -> tuple[Slice, ...]:
    """Of each account the level that stands for most periods, the finest of those that tie."""
    levels: dict[tuple[str, str], dict[str, set[Period]]] = defaultdict(lambda: defaultdict(set))
    for entry in slices:
        account = (entry.channel, chosen.accounts[entry.channel, entry.account])
        levels[account][entry.level].update(period for period in periods if entry.inside(period))
    best = {
        account: max(held, key=lambda level: (len(held[level]), LEVELS.index(level)))
        for account, held in levels.items()
    }
    return tuple(s for s in slices if s.level == best[s.channel, chosen.accounts[s.channel, s.account]])


def _cube(facts: Facts, chosen: Plan, breakdown: str) -> Cube:
    cuts = tuple(filter(None, breakdown.split(",")))
    measures = [name for name in ADDITIVE if name in chosen.measures]
    rows = _rows(facts, chosen, cuts, measures)
    labels = {CHANNEL: rows["panel"], **{name: _named(rows, name) for name in ENTITIES}}
    labels |= {cut: rows[cut].fillna("") for cut in cuts}
    stored, written = _places(rows["panel"], rows[ACCOUNT])
    accounts = np.array([chosen.accounts[place] for place in written], dtype=object)[stored]
    keys = pd.DataFrame({**labels, ACCOUNT: accounts})
    leaf, firsts = _leaves(keys)
    columns = {name: keys[name].to_numpy(dtype=object)[firsts] for name in labels}
    place, places = _places(keys[CHANNEL].iloc[firsts], keys[ACCOUNT].iloc[firsts])
    sums = {}
    for at, period in enumerate(chosen.periods):
        here = rows[PERIOD].to_numpy() == at
        amounts = {name: rows[name].to_numpy(float)[here] for name in measures}
        sums[period] = {name: _summed(leaf[here], held, len(firsts)) for name, held in amounts.items()}
    return Cube(cuts, columns, places, place, sums)


def _rows(facts: Facts, chosen: Plan, cuts: tuple[str, ...], measures: list[str]) -> pd.DataFrame:
    """One row a period, account and leaf as the files name it."""
    named = [part for entity in ENTITIES for part in (entity, f"{entity}_id")]
    needed = facts.filter(within(chosen.counted)).select(*OF_A_ROW, *named, *cuts, *measures)
    marked = needed.with_columns(period_index(chosen.counted), account_key()).filter(counts(chosen))
    grouped = marked.group_by(PERIOD, "panel", ACCOUNT, *named, *cuts)
    told = collected(grouped.agg(nw.col("period_end").max().alias(LAST), *null_aware(measures)))
    frame: pd.DataFrame = told.to_pandas()
    return frame


def _named(rows: pd.DataFrame, entity: str) -> pd.Series[str]:
    """The last name of each id in its channel, the id where it never had one; no id: the name."""
    number, name = rows[f"{entity}_id"], rows[entity]
    if number.isna().all():
        return name.fillna("")
    dated = pd.DataFrame({"panel": rows["panel"], "id": number, "name": name, LAST: rows[LAST]}).dropna()
    last = dated.sort_values([LAST, "name"]).drop_duplicates(["panel", "id"], keep="last")
    known = pd.Series(last["name"].to_numpy(), pd.MultiIndex.from_frame(last[["panel", "id"]]))
    wanted = pd.MultiIndex.from_arrays([rows["panel"], number])
    found = pd.Series(known.reindex(wanted).to_numpy(), rows.index)
    return found.fillna(name).fillna(number).fillna("")


def _places(
    channel: pd.Series[str], account: pd.Series[str]
) -> tuple[NDArray[np.int64], tuple[tuple[str, str], ...]]:
    """The place of each row among all pairs of channel and account, and the pairs."""
    code, firsts = _leaves(pd.DataFrame({CHANNEL: channel, ACCOUNT: account}))
    return code, tuple(zip(channel.iloc[firsts], account.iloc[firsts], strict=True))


def _leaves(keys: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The leaf of each row, and the first row of each leaf."""
    code = np.zeros(len(keys), dtype=np.int64)
    for name in keys:
        own, values = pd.factorize(keys[name])
        code = np.unique(code * max(1, len(values)) + own, return_inverse=True)[1].astype(np.int64)
    firsts = np.unique(code, return_index=True)[1] if len(code) else code
    return code, np.asarray(firsts, dtype=np.int64)


def _summed(leaf: NDArray[np.int64], amounts: Numbers, count: int) -> Numbers:
    """Null-aware: NaN where no row of a leaf has the figure."""
    known = ~np.isnan(amounts)
    total = np.bincount(leaf[known], amounts[known], count)
    return np.where(np.bincount(leaf[known], minlength=count) > 0, total, np.nan)
