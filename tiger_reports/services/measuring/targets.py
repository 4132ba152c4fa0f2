"""Targets of a client's periods: they come from the strategic matrix and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tiger_reports.metrics.pacing import holds_on, pace_of, target_of
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.client import Client
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.goal import Goal
from tiger_reports.model.period import Period, overlap
from tiger_reports.model.record import Record
from tiger_reports.model.report import Report
from tiger_reports.model.target import Pace, Target
from tiger_reports.services.office import Office
from tiger_reports.store.state import pauses
from tiger_reports.store.state.record_kinds import records_of


def all_targets(office: Office, client: Client, period: Period) -> tuple[Target, ...]:
    """The client's targets of a period, those of single channels too, in the order of the matrix."""
    with office.store.read() as session:
        paused = pauses.of_client(session, client.id)
    found = (target_of(one.words, period, client.start, one.id, paused) for one in matrix(office, client))
    return tuple(target for target in found if target is not None)


def chosen_metrics(office: Office, client: Client, period: Period) -> tuple[str, ...]:
    """Metrics of goals that hold in the period, first things first: they lead every report.

    A goal of one channel leads nothing: the report's figure is that of all channels together.
    """
    held = (
        one.words
        for one in matrix(office, client)
        if one.words.metric in metrics() and not one.words.channel and _holds(one.words, client, period)
    )
    return tuple(dict.fromkeys(goal.metric for goal in held))


def matrix(office: Office, client: Client) -> tuple[Record[Goal], ...]:
    """The lines of the strategic matrix, in the order that people gave them."""
    with office.store.read() as session:
        found = records_of(Goal).listed(session, client.id)
    return tuple(sorted(found, key=lambda one: one.words.rank))


def paces(report: Report, targets: Iterable[Target]) -> tuple[Pace, ...]:
    """Each target beside the period's figure; what was due by the days of the data is the expectation."""
    reached = through(report)
    found = []
    for target in targets:
        figure = _figure(report, target)
        result = figure.value.amount if figure else None
        found.append(pace_of(target, result, reached, report.client.pace))
    return tuple(found)


def through(report: Report) -> date:
    """The first day after those that the data cover, were none missing between them; pauses are no gaps."""
    first = max(report.client.start, report.period.start)
    days = (first + timedelta(at) for at in range((report.period.end - first).days))
    worked = [day for day in days if not any(day in pause for pause in report.pauses)]
    left = worked[report.coverage.days :]
    return min(left[0] if left else report.period.end, max(report.today, report.period.start))


def aimed(
    figures: tuple[Figure, ...], targets: Mapping[str, Target], channel: str = ""
) -> tuple[Figure, ...]:
    """The figures, each with its target where it has one."""
    keyed = ((one, targets.get(f"{channel}:{one.metric}" if channel else one.metric)) for one in figures)
    return tuple(replace(one, target=target.value) if target else one for one, target in keyed)


def aimed_part(part: Part, targets: Mapping[str, Target]) -> Part:
    """A channel's figures with the targets that are the channel's own."""
    figures = {one.metric: one for one in aimed(tuple(part.figures.values()), targets, part.channel)}
    return replace(part, figures=figures)


def _figure(report: Report, target: Target) -> Figure | None:
    if not target.channel:
        return report.figure(target.metric) or _of(report.own, target.metric)
    return _of(
        tuple(p for p in (*report.channels, *report.own) if p.channel == target.channel), target.metric
    )


def _of(parts: tuple[Part, ...], metric: str) -> Figure | None:
    """The figure of the only part that has it: figures of profiles are never added."""
    having = [part.figures[metric] for part in parts if metric in part.figures]
    return having[0] if len(having) == 1 else None


def _holds(goal: Goal, client: Client, period: Period) -> bool:
    held = holds_on(goal, client.start)
    return held is not None and overlap(held, period) is not None
