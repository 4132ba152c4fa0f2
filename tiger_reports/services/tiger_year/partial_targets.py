"""Goals that hold in some months of a quarter or a year: target and result are both of those months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tiger_reports.metrics.pacing import pace_of
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.metrics.sums import joined
from tiger_reports.metrics.values import value
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Client
from tiger_reports.model.period import Period
from tiger_reports.model.report import Report
from tiger_reports.model.target import Pace, Target
from tiger_reports.services.measuring.targets import all_targets, through
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year.measuring import TigerMeasured


def partial_paces(office: Office, client: Client, report: Report, found: TigerMeasured) -> tuple[Pace, ...]:
    """In the order of the matrix; a goal that holds in no whole month of the period is none of its goals."""
    return tuple(_paces(office, client, report, found))


def _paces(office: Office, client: Client, report: Report, found: TigerMeasured) -> Iterator[Pace]:
    for target in all_targets(office, client, report.period):
        months = tuple(one for one in found.frame.now.months if _holds(target, one))
        if target.days == report.period or not months:
            continue
        span = Period(months[0].start, months[-1].end)
        own = next(one for one in all_targets(office, client, span) if one.record == target.record)
        result = _result(found, report, own, months)
        yield pace_of(replace(own, period=report.period), result, through(report), client.pace)


def _holds(target: Target, month: Period) -> bool:
    return target.days.start <= month.start and month.end <= target.days.end


def _result(found: TigerMeasured, report: Report, target: Target, months: tuple[Period, ...]) -> float | None:
    entry, scope = definition(target.metric), _scope(report, target)
    grounds = (*found.measured.grounds, *found.measured.own.grounds)
    held = (one for one in grounds if set(months) <= set(one.plan.periods))
    ground = next((one for one in held if scope is not None and one.tables.of(scope)), None)
    if ground is None or scope is None:
        return None
    return value(entry, joined(ground.sums(entry, scope, month) for month in months)).amount


def _scope(report: Report, target: Target) -> Scope | None:
    """One channel, else all of them, else the only profile that has the figure: profiles are never added."""
    if target.channel:
        return Scope(target.channel)
    if report.figure(target.metric) is not None:
        return Scope()
    having = [part.channel for part in report.own if target.metric in part.figures]
    return Scope(having[0]) if len(having) == 1 else None
