"""A month of invented figures with a known truth: two channels, thirteen months, every kind of metric."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from tiger_reports.changes.compare import Side, compare
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Coverage, Reference, Scope
from tiger_reports.model.client import Client
from tiger_reports.model.data_notes import DataNotes
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Kind, Value
from tiger_reports.model.period import Period, month, months_up_to
from tiger_reports.model.report import MonthReport, MonthState

OCTOBER = month(2026, 10)
CURRENCIES = {"pl": "PLN", "cs": "CZK", "ru": "RUB", "en": "EUR"}
CHANNELS = ("google-ads", "meta-ads")
METRICS = (
    "spend",
    "impressions",
    "clicks",
    "ctr",
    "cpc",
    "cpm",
    "conversions",
    "conversion_value",
    "cvr",
    "cpa",
    "aov",
    "roas",
    "leads",
    "cpl",
    "add_to_cart",
    "video_views",
)
MEASURES = {
    "spend": 40_000,
    "impressions": 3_000_000,
    "clicks": 45_000,
    "conversions": 900,
    "conversion_value": 130_000,
    "leads": 400,
    "add_to_cart": 5_000,
    "video_views": 220_000,
}
Sums = dict[str, float]


def synthetic_month(language: str, seed: int) -> MonthReport:
    """A report whose figures are drawn anew for every seed."""
    random = Random(seed)
    months = months_up_to(OCTOBER, 13)
    channels = {name: [_sums(random) for _ in months] for name in CHANNELS}
    whole = [{key: sum(rows[at][key] for rows in channels.values()) for key in MEASURES} for at in range(13)]
    parts = tuple(
        Part(name, {figure.metric: figure for figure in _figures(rows, months, Scope(name))}, name)
        for name, rows in channels.items()
    )
    client = Client("synthetic", "Synthetic", date(2025, 9, 1), CURRENCIES[language], language)
    report = MonthReport(
        client, OCTOBER, Coverage(31, 31), months, _figures(whole, months, Scope()), parts, (), (), (), (),
        DataNotes(version=1), MonthState.CHECKED, date(2026, 11, 4),
    )  # fmt: skip
    return replace(report, today=date(2026, 11, 4))


def _sums(random: Random) -> Sums:
    return {
        key: round(size * random.uniform(0.55, 1.6), 2 if key in ("spend", "conversion_value") else 0)
        for key, size in MEASURES.items()
    }


def _figures(rows: list[Sums], months: tuple[Period, ...], scope: Scope) -> tuple[Figure, ...]:
    found = []
    for key in METRICS:
        series = tuple(Value(_amount(key, row)) for row in rows)
        sides = [Side(period, value) for period, value in zip(months, series, strict=True)]
        previous = compare(metric(key), scope, Reference.PREVIOUS, sides[-1], sides[-2])
        year_ago = compare(metric(key), scope, Reference.YEAR_AGO, sides[-1], sides[0])
        found.append(Figure(key, series[-1], previous, year_ago, series))
    return tuple(found)


def _amount(key: str, row: Sums) -> float:
    entry = metric(key)
    if entry.kind is Kind.RATIO:
        return row[entry.numerator] / row[entry.denominator] * entry.factor
    return row[entry.measure]
