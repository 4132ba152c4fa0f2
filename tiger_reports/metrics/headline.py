"""Which figures a client is shown first."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.metrics.registry import headlines
from tiger_reports.model.metric import Metric
from tiger_reports.model.report import Figure


def headline_metrics(figures: Iterable[Figure]) -> tuple[Metric, ...]:
    """Headlines among the figures that have a value; whole ones before those that a channel lacks."""
    have = [figure for figure in figures if figure.value.amount is not None]
    return headlines(
        {figure.metric for figure in have}, {figure.metric for figure in have if figure.value.lacks}
    )
