"""Which figures of a month are not final yet, and which days were cut off by their export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tiger_reports.metrics.maturity import Windows, settles_on, window
from tiger_reports.metrics.registry import metric
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.period import Period

PARTIAL_DAY = "partial_day"


def windows_of(channels: Iterable[str], used: Iterable[ImportRecord]) -> Windows:
    """The attribution window of each channel, as its files state it, else its default."""
    settings: dict[str, set[str]] = defaultdict(set)
    for record in used:
        settings[record.upload.panel].update(record.upload.attributions)
    return {channel: window(channel, settings[channel]) for channel in channels}


def dated(figures: Iterable[Figure], period: Period, windows: Windows, today: date) -> tuple[Figure, ...]:
    """The figures with the day on which each is final, where that day is still to come."""
    return tuple(_dated(figure, period, windows, today) for figure in figures)


def dated_part(part: Part, period: Period, windows: Windows, today: date) -> Part:
    own = {name: days for name, days in windows.items() if name == part.channel}
    figures = {key: _dated(figure, period, own, today) for key, figure in part.figures.items()}
    return replace(part, figures=figures)


def partial_days(records: Iterable[ImportRecord], period: Period) -> tuple[tuple[str, date], ...]:
    """(channel, day) of days that were not over when their file was written, unless a later file has them.

    `records` in the order in which they were stored.
    """
    open_days: dict[tuple[str, date], bool] = {}
    for record in records:
        panel, days = record.upload.panel, record.upload.period
        cut = {day for finding in record.findings if (day := _cut_day(finding)) is not None}
        for place in open_days:
            if place[0] == panel and days and place[1] in days:
                open_days[place] = False
        open_days |= {(panel, day): True for day in cut if day in period}
    return tuple(sorted(place for place, still in open_days.items() if still))


def _dated(figure: Figure, period: Period, windows: Mapping[str, int], today: date) -> Figure:
    if figure.value.amount is None:
        return figure
    having = [channel for channel in windows if channel not in figure.value.lacks]
    day = settles_on(metric(figure.metric), period, having, windows)
    return replace(figure, final_on=day) if today < day and metric(figure.metric).settles_late else figure


def _cut_day(finding: Finding) -> date | None:
    said = finding.details.get("last_day") if finding.code == PARTIAL_DAY else None
    return date.fromisoformat(str(said)) if said else None
