"""What stands between a report and a deck for the client."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.model.card import Card, CardState
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.report import DataNotes, MonthReport, MonthState, OpenItem
from tiger_reports.panels.catalogue import panel_name

FEWEST, MOST = 3, 5
"""A month has three to five most important figures."""


NO_RATE = "rate_missing"
"""Money without a rate: mended on the client's page, not by another file."""


def open_items(report: MonthReport) -> tuple[OpenItem, ...]:
    """Everything still open, in the order in which it is mended; empty means the deck may go out.

    The words of a code are `open.<code>` in `text`, with the item's subject.
    """
    if report.state is MonthState.NO_DATA or not _has_figures(report):
        return (OpenItem("no_data", report.period.month_key, "import"),)
    data = (*finding_items(report.notes), *_sources(report.notes), *_restated(report))
    return (*data, *_cards(report.cards), *_key_figures(report), *_approval(report))


def _has_figures(report: MonthReport) -> bool:
    return any(figure.value.amount is not None for figure in report.figures)


def finding_items(notes: DataNotes) -> Iterator[OpenItem]:
    waived = [waiver.finding for waiver in notes.waivers if waiver.finding.severity is not Severity.ERROR]
    for finding in notes.notes:
        if finding.code == NO_RATE:
            subject = f"{finding.details['currency']} → {finding.details['wanted']}"
            yield from [OpenItem(NO_RATE, subject, "client", "rates")] * finding.stops
        elif finding.stops and finding not in waived:
            yield OpenItem("finding", _place(finding), "import", finding.code)


def _place(finding: Finding) -> str:
    return finding.file or finding.code


def _restated(report: MonthReport) -> Iterator[OpenItem]:
    """A sent report whose figures moved: no second deck goes out beside it unless it is issued anew."""
    if report.restated is None or report.state is not MonthState.EXPORTED:
        return
    code = "sent_stands" if report.restated.decided else "figures_changed"
    yield OpenItem(code, report.period.month_key, "deck", "restated")


def _sources(notes: DataNotes) -> Iterator[OpenItem]:
    """One an account, however many of its sources disagree: one choice settles them all."""
    left = (pair for pair in notes.comparisons if not pair.settled)
    for channel, account in dict.fromkeys((pair.channel, pair.account) for pair in left):
        yield OpenItem("sources_differ", panel_name(channel), "month", f"sources-{channel}-{account}")


def _cards(cards: tuple[Card, ...]) -> Iterator[OpenItem]:
    for card in cards:
        if card.comment is not None and card.comment.cause_tag == "data_error":
            yield OpenItem("card_data_error", card.metric, "import", card.key)
        elif card.state is CardState.STALE:
            yield OpenItem("card_stale", card.metric, "comments", card.key)
        elif card.blocking:
            returned = card.comment is not None and card.comment.returned
            code = "card_returned" if returned else f"card_{card.state}"
            yield OpenItem(code, card.metric, "comments", card.key)


def _key_figures(report: MonthReport) -> Iterator[OpenItem]:
    count = len(report.key_figures)
    if not FEWEST <= count <= MOST:
        amount = "none" if not count else "few" if count < FEWEST else "many"
        yield OpenItem(f"key_figures_{amount}", str(count), "comments", "key-figures")
    for figure in report.key_figures:
        if report.figure(figure.metric) is None:
            yield OpenItem("key_figure_gone", figure.metric, "comments", "key-figures")
        elif not figure.sentence.strip():
            yield OpenItem("key_figure_sentence", figure.metric, "comments", "key-figures")


def _approval(report: MonthReport) -> Iterator[OpenItem]:
    if not report.approved_by:
        yield OpenItem("not_approved", report.period.month_key, "deck", "approval")
