"""What stands between a report and a deck for the client."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.commentary.checked import faulty
from tiger_reports.commentary.warnings import WARNINGS
from tiger_reports.model.card import Card, CardState
from tiger_reports.model.data_notes import DataNotes
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.panels.catalogue import panel_name

FEWEST, MOST = 3, 5
"""A month has three to five most important figures."""


NO_RATE = "rate_missing"
"""Money without a rate: mended on the client's page, not by another file."""


OVERRIDABLE = frozenset({"card_open", "card_drafted", "card_returned", "card_stale", "card_unreviewed"})
"""What a lead may let through with a reason: words that are missing, never data that are wrong."""


def open_items(report: MonthReport) -> tuple[OpenItem, ...]:
    """Everything still open, in the order in which it is mended; empty means the deck may go out.

    The words of a code are `open.<code>` in `text`, with the item's subject. What a standing override covers
    is not among them.
    """
    return tuple(item for item in _all_items(report) if not _covered(report, item))


def overridden(report: MonthReport) -> tuple[OpenItem, ...]:
    """Open items that a lead's override lets through."""
    return tuple(item for item in _all_items(report) if _covered(report, item))


def _covered(report: MonthReport, item: OpenItem) -> bool:
    return report.override is not None and report.override.covers(item, report.notes.version)


def _all_items(report: MonthReport) -> tuple[OpenItem, ...]:
    if report.state is MonthState.NO_DATA or not _has_figures(report):
        return (OpenItem("no_data", report.period.month_key, "import"),)
    data = (*finding_items(report.notes), *_sources(report.notes), *_restated(report))
    return (
        *data,
        *_cards(report),
        *_key_figures(report),
        *_figures_in_words(report),
        *_approval(report),
    )


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


def _cards(report: MonthReport) -> Iterator[OpenItem]:
    for card in report.cards:
        code = _card_code(card)
        if code:
            page = "import" if code == "card_data_error" else "comments"
            yield OpenItem(code, card.metric, page, card.key, _owes(report, card), _asked(card))


def _card_code(card: Card) -> str:
    """Why a card stands in the way; empty where it does not."""
    if card.comment is not None and card.comment.cause_tag == "data_error":
        return "card_data_error"
    if card.state is CardState.STALE:
        return "card_stale"
    if fault := faulty(() if card.comment is None or card.comment.internal else card.claims):
        return f"card_{fault}"
    if card.blocking:
        return "card_returned" if card.comment is not None and card.comment.returned else f"card_{card.state}"
    return "card_unreviewed" if card.waits_for_review else ""


def _owes(report: MonthReport, card: Card) -> str:
    """Who wrote last, else whose report it is; a review is owed by anybody else."""
    if card.waits_for_review:
        return ""
    return (card.comment.author if card.comment else "") or report.specialist


def _asked(card: Card) -> tuple[str, ...]:
    """Fields of words that were begun; of those not begun everything is missing."""
    if card.state is not CardState.DRAFTED:
        return ()
    return tuple(name for name in card.missing if name not in WARNINGS)


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


def _figures_in_words(report: MonthReport) -> Iterator[OpenItem]:
    """Sentences of key figures and the plan, whose numbers are not the report's."""
    for figure in report.key_figures:
        own = [claim for claim in report.claims if claim.field == f"key_figures:{figure.metric}"]
        if fault := faulty(own):
            yield OpenItem(f"key_figure_{fault}", figure.metric, "comments", "key-figures")
    planned = [claim for claim in report.claims if claim.field.startswith("plan:")]
    if fault := faulty(planned):
        yield OpenItem(f"plan_{fault}", report.period.month_key, "comments", "plan")


def _approval(report: MonthReport) -> Iterator[OpenItem]:
    if not report.approved_by:
        yield OpenItem("not_approved", report.period.month_key, "deck", "approval")
