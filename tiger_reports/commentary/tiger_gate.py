"""What stands between a quarter's or a year's report and a deck for the client: it rests on its months."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.commentary.gate import finding_items
from tiger_reports.model.log import DeckKind
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.report import MonthState
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.panels.catalogue import panel_name

APPROVED = frozenset({MonthState.APPROVED, MonthState.EXPORTED})


def open_items(report: TigerReport) -> tuple[OpenItem, ...]:
    """Everything still open; a month that is not over yet is waited for by nobody."""
    if report.state is MonthState.NO_DATA:
        return (OpenItem("no_data", report.period.key, "import"),)
    return (
        *finding_items(report.notes),
        *_sources(report),
        *_months(report),
        *_drops(report),
        *_proposal(report),
    )


def _sources(report: TigerReport) -> Iterator[OpenItem]:
    """Sources that disagree in one of the months: chosen there, they are settled here."""
    left = (pair for pair in report.notes.comparisons if not pair.settled)
    places = dict.fromkeys((pair.days.month_key, pair.channel, pair.account) for pair in left if pair.days)
    for month, channel, account in places:
        subject = panel_name(channel)
        yield OpenItem("sources_differ", subject, "month", f"sources-{channel}-{account}", month=month)


def _drops(report: TigerReport) -> Iterator[OpenItem]:
    """A drop is told as fully as a rise: by a month's comment, else by the lead's own words."""
    now = report.now
    page, part, stretch = "quarter", "figures", f"{now.year}.{now.number}"
    if now.kind is DeckKind.YEAR:
        page, part, stretch = "year", "now", ""
    for one in report.explained:
        if one.lacking:
            code = "drop_moved" if one.own is not None and one.own.whole else "drop_unexplained"
            yield OpenItem(code, one.change.metric, page, part, stretch=stretch)


def _proposal(report: TigerReport) -> Iterator[OpenItem]:
    """A year ends with a proposal that is concrete: a creative, when what happens, and what it rests on."""
    for code in report.closing.faults if report.closing else ():
        yield OpenItem(code, report.period.key, "year", "story")


def _months(report: TigerReport) -> Iterator[OpenItem]:
    for month, state in report.month_states:
        over = month.end <= report.today
        if over and state not in (MonthState.NO_DATA, *APPROVED):
            yield OpenItem("month_not_approved", month.month_key, "deck", month=month.month_key)
