"""Which figure is the month's main result, and what one of it costs: by what the data have."""

from __future__ import annotations

from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.model.figure import Figure

RESULTS = ("conversions", "purchases", "leads", "results", "link_clicks", "clicks", "impressions")
COSTS = {
    "conversions": "cpa",
    "purchases": "cost_per_purchase",
    "leads": "cpl",
    "results": "cost_per_result",
    "link_clicks": "link_cpc",
    "clicks": "cpc",
    "impressions": "cpm",
}


def main_result(telling: Telling) -> Figure | None:
    """The first of the results that the month has; a whole account without results shows impressions."""
    figures = (telling.report.figure(metric) for metric in RESULTS)
    return next((figure for figure in figures if present(figure)), None)


def cost_of_result(telling: Telling) -> Figure | None:
    result = main_result(telling)
    figure = telling.report.figure(COSTS[result.metric]) if result else None
    return figure if present(figure) else None
