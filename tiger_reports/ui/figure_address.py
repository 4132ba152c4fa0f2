"""The address of one figure: the page that leads from it to the rows of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, parse_period
from tiger_reports.model.report import Report
from tiger_reports.model.slide import Shown

METRIC, CHANNEL, CAMPAIGN, DAY, DAYS = "metric", "channel", "campaign", "day", "days"
SLUG = "figure"


@dataclass(frozen=True)
class Asked:
    """Which figure of which days somebody looks at."""

    period: Period
    metric: str
    scope: Scope
    day: date | None = None  # whose rows are shown first


def figure_address(client: str, period: Period, metric: str, scope: Scope, day: date | None = None) -> str:
    """Relative to any page; `period` is a month, or any other days that a report of the cooperation has."""
    when = {"month": period.key} if period.is_calendar_month else {DAYS: period.key}
    query = {"client": client, **when, METRIC: metric}
    named = {CHANNEL: scope.channel, CAMPAIGN: scope.campaign, DAY: day.isoformat() if day else ""}
    return f"{SLUG}?{urlencode(query | {name: value for name, value in named.items() if value})}"


def asked_period(query: Mapping[str, str], month: Period) -> Period:
    """The days that the address names, else the month."""
    try:
        return parse_period(query.get(DAYS, ""))
    except ValueError:
        return month


def asked_figure(query: Mapping[str, str], report: Report, period: Period) -> Asked:
    """What the address asks for, as far as the report has it; else the first figure of everything."""
    scope = Scope(query.get(CHANNEL, ""), query.get(CAMPAIGN, ""))
    scope = scope if scope in scopes(report) else Scope()
    metric, known = query.get(METRIC, ""), metrics_in(report, scope)
    return Asked(
        period,
        metric if metric in known else next(iter(known), ""),
        scope,
        _day(query.get(DAY, ""), period),
    )


def metrics_in(report: Report, scope: Scope) -> tuple[str, ...]:
    """Metrics that may be asked for: of a profile or website only its own."""
    own = next((part for part in report.own if part.channel == scope.channel), None)
    return tuple(own.figures) if own else tuple(figure.metric for figure in report.figures)


def _day(text: str, period: Period) -> date | None:
    """A day of the period; None for anything else that an address may say."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day in period else None


def scopes(report: Report) -> tuple[Scope, ...]:
    """Everything, each channel, each campaign, each profile: in the order of the page."""
    channels = (Scope(part.name) for part in report.channels)
    campaigns = (Scope(part.channel, part.name) for part in report.campaigns)
    own = (Scope(part.channel) for part in report.own)
    return (Scope(), *channels, *campaigns, *own)


def scope_of(shown: Shown, report: Report) -> Scope | None:
    """The scope of a figure on a slide; None where the report has no such part."""
    return next((scope for scope in scopes(report) if scope.key == shown.scope), None)
