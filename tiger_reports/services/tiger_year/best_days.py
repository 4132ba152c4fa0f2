"""The days of a year on which its results were highest."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.metrics.registry import metric
from tiger_reports.model.client import Client
from tiger_reports.model.metric import Good, Kind
from tiger_reports.model.outlook import BestDay
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.measuring.day_figures import day_figures
from tiger_reports.services.office import Office

FEWEST = 60
"""Days that a record stands out from."""


def best_days(office: Office, client: Client, report: TigerReport) -> tuple[BestDay, ...]:
    """Of counted figures that are better the higher; a price on one day rests on too little."""
    keys = [one.key for one in headline_metrics(report.figures, report.goals)]
    counted = [key for key in keys if metric(key).kind is Kind.SUM and metric(key).good is Good.UP]
    return tuple(_best(office, client, report, counted))


def _best(office: Office, client: Client, report: TigerReport, keys: list[str]) -> Iterator[BestDay]:
    for key in keys:
        days = day_figures(office, client, key, (), report.period)
        held = {day: one.numerator for day, one in days.items() if day in report.period}
        if len(held) >= FEWEST:
            best = max(held, key=lambda day: held[day])
            yield BestDay(key, best, held[best], sum(held.values()) / len(held))
