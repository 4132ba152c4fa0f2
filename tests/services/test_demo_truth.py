"""What the program shows of the demo is what its generator made, channel by channel, to the last cent."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date

import pytest

from sample_data.posts import COUNTED, load_pages, post_files
from sample_data.world import load_world
from tests.services.writing import LEAD, SAMPLES
from tiger_reports.model.figure import Part
from tiger_reports.model.period import Period, months_up_to, parse_month
from tiger_reports.model.tiger_year import tiger_quarter
from tiger_reports.services.clients import get_client
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.tiger_year.figures import quarter_report

METRICS = ("spend", "impressions", "clicks", "conversions", "conversion_value", "leads")
CLIENTS = ("warsaw", "prague", "berlin")
CENT = 0.006
with (SAMPLES / "truth.csv").open(encoding="utf-8") as file:
    TRUTH = tuple(csv.DictReader(file))


def truth(client: str, kind: str, period: Period) -> dict[str, dict[str, float]]:
    """Sums by channel and metric; what the demo does not hold is absent."""
    wanted = (client, kind, period.start.isoformat())
    lines = [one for one in TRUTH if (one["client"], one["period"], one["first"]) == wanted]
    return {one["channel"]: {metric: float(one[metric]) for metric in METRICS} for one in lines}


def differing(parts: Iterable[Part], told: dict[str, dict[str, float]], at: int | None = None) -> list[str]:
    """Figures that are not what the generator made: those of the period, or of month `at` of their series."""
    shown = {part.channel: part.figures for part in parts}
    found = []
    for channel, metric in ((channel, metric) for channel in shown for metric in METRICS):
        figure = shown[channel].get(metric)
        value = None if figure is None else figure.value if at is None else figure.series[at]
        is_now = value.amount if value else None
        is_true = told.get(channel, {}).get(metric, 0.0)
        if abs((is_now or 0.0) - is_true) > CENT:
            found.append(f"{channel} {metric}: {is_now}, made {is_true}")
    return found + [f"{channel}: not shown" for channel in told.keys() - shown.keys()]


@pytest.mark.parametrize("client", CLIENTS)
def test_every_month_is_what_was_made(office, client):
    """Two reports show the whole of the demo: each has its month and the twelve before it."""
    mine = {line["first"][:7] for line in TRUTH if (line["client"], line["period"]) == (client, "month")}
    seen = set()
    for key in ("2025-09", max(mine)):
        month = parse_month(key)
        parts = month_report(office, LEAD, client, month).channels
        for at, one in enumerate(months_up_to(month, 13)):
            told = truth(client, "month", one)
            assert differing(parts, told, at) == [], one.month_key
            seen |= {one.month_key for _ in told}
    assert seen == mine


@pytest.mark.parametrize("client", CLIENTS)
def test_every_quarter_is_what_was_made(office, client):
    start = get_client(office, LEAD, client).start
    quarters = [(year, number) for year in (1, 2) for number in (1, 2, 3, 4)]
    begun = [asked for asked in quarters if truth(client, "quarter", tiger_quarter(start, *asked))]
    assert len(begun) == {"warsaw": 3, "prague": 5, "berlin": 2}[client]
    for year, number in begun:
        told = truth(client, "quarter", tiger_quarter(start, year, number))
        report = quarter_report(office, LEAD, client, number, year)
        assert differing(report.channels, told) == []
        for metric in METRICS:
            whole = sum(line[metric] for line in told.values())
            figure = report.figure(metric)
            assert (figure.value.amount if figure else 0.0) == pytest.approx(whole, abs=CENT)


@pytest.mark.parametrize("client", ["warsaw", "berlin"])
def test_every_post_is_what_was_made(office, client):
    """The generator's own words and counts, month by month, and the day on which each file was loaded."""
    made = [one for one in post_files(load_world(), load_pages()) if one.page.client == client]
    start = get_client(office, LEAD, client).start
    for month in months_up_to(parse_month("2026-10"), 8):
        shown = {one.key: one for one in month_report(office, LEAD, client, month).posts}
        posts = [post for file in made for post in file.posts if post.published.date() in month]
        told = {post.number: post for post in posts if post.published.date() >= start or start not in month}
        assert {key: (one.title, one.kind) for key, one in shown.items()} == {
            key: (one.text, one.kind) for key, one in told.items()
        }
        for key, one in shown.items():
            figures = {name: getattr(told[key], name) for name in COUNTED if name in one.figures}
            assert dict(one.figures) == figures
            assert {"reach", "views", "reactions", "comments", "shares"} <= figures.keys()
            assert one.link.startswith("https://www.")
            assert one.published < one.counted_on <= date(2026, 11, 4)
