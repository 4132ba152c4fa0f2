"""Cards, levers and segments of one client's month, held against one DuckDB group-by over the same rows.

Two months of 50,000 leaves each: campaign, ad set and ad, cut by age, gender and device. Ten metrics are
explained, from the stored rows to the evidence.
"""

from __future__ import annotations

import duckdb
import narwhals as nw
import numpy as np
import pyarrow as pa

from benchmarks.bench import Bench
from benchmarks.measure import Result, medians
from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.evidence import Tables, evidence
from tiger_reports.metrics.cubes import cubes
from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.months import channels_and_campaigns, together
from tiger_reports.metrics.plan import plan
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.values import value
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Reference, Scope
from tiger_reports.model.fact import MEASURES, TEXTS
from tiger_reports.model.period import Period, month
from tiger_reports.store.schema import TAGS

BAR = 2.0
"""Seconds for all of a month's cards."""
LEAVES, SEED = 50_000, 20261031
SIZES = {"ad": 834, "age": 6, "gender": 2, "device": 5}
MONTHS = (month(2026, 9), month(2026, 10))
EXPLAINED = (
    "spend",
    "impressions",
    "clicks",
    "conversions",
    "conversion_value",
    "ctr",
    "cpc",
    "cvr",
    "cpa",
    "roas",
)
DIMENSIONS = ("campaign", "ad_set", "ad", "age", "gender", "device")
SUMS = ("spend", "impressions", "clicks", "conversions", "conversion_value")


def run(bench: Bench) -> list[Result]:
    connection = duckdb.connect()
    rows = pa.concat_tables([_leaves(at, period) for at, period in enumerate(MONTHS)])
    connection.register("rows", rows)
    columns = ", ".join((*DIMENSIONS, "period_start"))
    grouped = f"SELECT {columns}, {', '.join(f'sum({name})' for name in SUMS)} FROM rows GROUP BY {columns}"
    facts = nw.from_native(connection.sql("SELECT * FROM rows"))
    bench.say(f"{len(rows):,} leaf rows, {len(EXPLAINED)} metrics, {bench.rounds} rounds")
    named = sum(bool(told.found and told.found.segments) for told in _explained(facts))
    ours, theirs = medians(
        bench.rounds, lambda: _explained(facts), lambda: connection.sql(grouped).to_arrow_table()
    )
    return [
        Result(f"cards of a month, {len(rows):,} leaf rows", ours, BAR, "s"),
        Result("  cards / one group-by over the same rows", ours / theirs),
        Result(f"  metrics of {len(EXPLAINED)} whose segment was found", named, unit=""),
    ]


def _explained(facts: Facts) -> list[Evidence]:
    """From the rows to the evidence of every metric; nothing is kept from the round before."""
    then, now = MONTHS
    chosen = plan(facts, MONTHS)
    channels, campaigns = channels_and_campaigns(facts, chosen)
    tables = Tables(together(channels), channels, campaigns)
    held = cubes(facts, chosen, MONTHS)
    return [evidence(_change(key, tables, now, then), tables, held) for key in EXPLAINED]


def _change(key: str, tables: Tables, now: Period, then: Period):  # noqa: ANN202  (a change, or none)
    sums = tables.of(Scope())
    after, before = (Side(period, value(metric(key), sums[period])) for period in (now, then))
    return compare(metric(key), Scope(), Reference.PREVIOUS, after, before)


def _leaves(at: int, period: Period) -> pa.Table:
    """One month; in the second one device brings half, and one campaign is clicked on less."""
    random = np.random.default_rng(SEED + at)
    ad, age, gender, device = (
        part[:LEAVES] for part in np.unravel_index(np.arange(LEAVES), tuple(SIZES.values()))
    )
    volume = np.random.default_rng(SEED).lognormal(6, 1, LEAVES)
    volume = np.where((device == 1) & (at == 1), volume * 0.5, volume)
    impressions = random.poisson(volume * random.gamma(60, 1 / 60, LEAVES)).astype(float)
    clicks = random.binomial(impressions.astype(int), np.where((ad // 42 == 3) & (at == 1), 0.012, 0.03))
    conversions = random.binomial(clicks, 0.1).astype(float)
    figures = {
        "spend": impressions * 0.02 * random.lognormal(0, 0.1, LEAVES),
        "impressions": impressions,
        "clicks": clicks.astype(float),
        "conversions": conversions,
        "conversion_value": conversions * random.gamma(9, 20, LEAVES),
    }
    texts = {
        "campaign": ad // 42,
        "ad_set": ad // 6,
        "ad": ad,
        "age": age,
        "gender": gender,
        "device": device,
    }
    tags = {
        "client_id": "one",
        "panel": "meta-ads",
        "report": "ads",
        "level": "ad",
        "grain": "month",
        "breakdown": "age,device,gender",
        "import_id": f"i{at}",
        "currency": "PLN",
    }
    columns = {name: pa.nulls(LEAVES, pa.string()) for name in (*TEXTS, *TAGS)}
    columns |= {name: pa.nulls(LEAVES, pa.float64()) for name in MEASURES}
    columns |= {name: pa.array(np.char.add(f"{name} ", held.astype(str))) for name, held in texts.items()}
    columns |= {name: pa.repeat(tag, LEAVES) for name, tag in tags.items()}
    columns |= {name: pa.array(held) for name, held in figures.items()}
    columns |= {"period_start": pa.repeat(period.start, LEAVES), "period_end": pa.repeat(period.end, LEAVES)}
    return pa.table(columns)
