"""The address of one figure: the page that leads from it to the rows of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthReport, Report
from tiger_reports.model.slide import Shown

METRIC, CHANNEL, CAMPAIGN, DAY = "metric", "channel", "campaign", "day"
SLUG = "figure"


@dataclass(frozen=True)
class Asked:
    """Which figure of a month somebody looks at."""

    metric: str
    scope: Scope
    day: date | None = None  # whose rows are shown first


def figure_address(client: str, month: Period, metric: str, scope: Scope, day: date | None = None) -> str:
    """Relative to any page."""
    query = {"client": client, "month": month.month_key, METRIC: metric}
    named = {CHANNEL: scope.channel, CAMPAIGN: scope.campaign, DAY: day.isoformat() if day else ""}
    return f"{SLUG}?{urlencode(query | {name: value for name, value in named.items() if value})}"


def asked_figure(query: Mapping[str, str], report: MonthReport) -> Asked:
    """What the address asks for, as far as the month has it; else the first figure of everything."""
    known = {figure.metric for figure in report.figures}
    scope = Scope(query.get(CHANNEL, ""), query.get(CAMPAIGN, ""))
    metric = query.get(METRIC, "")
    return Asked(
        metric if metric in known else next(iter(figure.metric for figure in report.figures), ""),
        scope if scope in scopes(report) else Scope(),
        _day(query.get(DAY, ""), report.period),
    )


def _day(text: str, month: Period) -> date | None:
    """A day of the month; None for anything else that an address may say."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day in month else None


def scopes(report: Report) -> tuple[Scope, ...]:
    """Everything, each channel, each campaign: in the order of the page."""
    channels = (Scope(part.name) for part in report.channels)
    campaigns = (Scope(part.channel, part.name) for part in report.campaigns)
    return (Scope(), *channels, *campaigns)


def scope_of(shown: Shown, report: Report) -> Scope | None:
    """The scope of a figure on a slide; None where the month has no such part."""
    return next((scope for scope in scopes(report) if scope.key == shown.scope), None)
