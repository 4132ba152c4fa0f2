"""Which figures a client is shown first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tiger_reports.metrics.registry import headlines, metric
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Metric


def headline_metrics(figures: Iterable[Figure], goals: Sequence[str] = ()) -> tuple[Metric, ...]:
    """Headlines among the figures that have a value; whole ones before those that a channel lacks.

    `goals` are the metrics of the strategic matrix, the most important first: they lead, headline or not.
    """
    have = {figure.metric: figure for figure in figures if figure.value.amount is not None}
    lacking = {key for key, figure in have.items() if figure.value.lacks}
    led = tuple(metric(key) for key in goals if key in have)
    return (*led, *(entry for entry in headlines(have.keys(), lacking) if entry not in led))
