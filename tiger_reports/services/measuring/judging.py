"""Which figures of a month matter: the judgement of `changes`, with what the client's records know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tiger_reports.changes.band import band
from tiger_reports.changes.breaks import comparable_since
from tiger_reports.changes.counted import counted
from tiger_reports.changes.feasts import feasts
from tiger_reports.changes.judging import Setting, book_of, judged
from tiger_reports.changes.notable import thresholds
from tiger_reports.metrics.maturity import young_from
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.client import Client
from tiger_reports.model.figure import Figure
from tiger_reports.model.judgement import ExpectedDay
from tiger_reports.services.measuring.maturing import dated
from tiger_reports.services.measuring.measure import Measured

KEPT = 64


@dataclass(frozen=True)
class Standpoint:
    """What a judgement depends on beside the facts: windows, today, what moved, targets, goals."""

    windows: tuple[tuple[str, int], ...]
    today: date
    restated: frozenset[str] = frozenset()
    targets: tuple[tuple[str, float], ...] = ()
    goals: tuple[str, ...] = ()


@lru_cache(maxsize=KEPT)
def judged_figures(client: Client, measured: Measured, at: Standpoint) -> tuple[Figure, ...]:
    """The figures with the day on which each is final and with what their changes ask for."""
    period, windows = measured.frame.period, dict(at.windows)
    periods = measured.frame.periods
    setting = Setting(
        tables=measured.tables,
        months=periods,
        limits=thresholds(client.thresholds),
        feasts=feasts(client.country, periods[0].start.year, period.end.year),
        since=client.start,
        young_from=young_from(period, windows, at.today),
        targets=dict(at.targets),
        restated=at.restated,
        goals=at.goals,
        breaks=measured.breaks,
        pauses=measured.pauses,
    )
    return judged(dated(measured.figures, period, windows, at.today), setting)


def expected_days(client: Client, measured: Measured, change: Change) -> tuple[ExpectedDay, ...]:
    """Normal variation day by day of the whole client's figure; empty where no daily rows are known."""
    if change.scope != Scope():
        return ()
    period, periods = change.period, measured.frame.periods
    book = book_of(measured.tables, client.start)
    known = feasts(client.country, periods[0].start.year, period.end.year)
    channels = [scope.channel for scope in measured.tables.channels]
    began = comparable_since(measured.breaks, measured.pauses, change.metric, channels, period.start)
    held = counted(metric(change.metric), book, period, known, began)
    return band(held, period) if held else ()
