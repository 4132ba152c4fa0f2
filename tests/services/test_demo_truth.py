"""What the program shows of the demo is what its generator made, channel by channel, to the last cent."""

from __future__ import annotations

import csv
from collections.abc import Iterable

import pytest

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
