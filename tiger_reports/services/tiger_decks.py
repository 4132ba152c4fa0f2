"""Decks of a cooperation's quarters and years: looked at, refused while something is open, made, kept."""

from __future__ import annotations

from tiger_reports.commentary.tiger_gate import open_items as gate
from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.decks.workbook import appendix as appendix_workbook
from tiger_reports.decks.year import MOST, annual_deck
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.report import MonthState, OpenItem
from tiger_reports.model.slide import Deck
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.decks import Exported, Kept, file_part, finished, keep, with_rows
from tiger_reports.services.guard import require_lead, seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_measuring import Asked
from tiger_reports.services.tiger_report import told_report
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.periods import stretch_name

MAIN_SLIDES = MOST
"""Slides of a year's main part where nobody asks for another number."""


def preview(  # noqa: PLR0913
    office: Office,
    actor: Actor,
    client_id: str,
    asked: Asked,
    language: str | None = None,
    *,
    appendix: bool = False,
    most: int = MAIN_SLIDES,
) -> Deck:
    """The slides as they would be exported now; marked as a draft while something is open."""
    client = seen_client(office, actor, client_id)
    told = language or client.language
    report = _report(office, actor, client, asked, told)
    return deck_of_report(report, told, draft=bool(gate(report)), appendix=appendix, most=most)


def open_items(office: Office, actor: Actor, client_id: str, asked: Asked) -> tuple[OpenItem, ...]:
    """What stands between the period and a deck for the client."""
    return gate(told_report(office, actor, seen_client(office, actor, client_id), asked))


def export(  # noqa: PLR0913
    office: Office,
    actor: Actor,
    client_id: str,
    asked: Asked,
    *,
    language: str | None = None,
    draft: bool = False,
    appendix: bool = False,
    most: int = MAIN_SLIDES,
) -> Exported:
    """Make the deck and keep it; raise RefusedError with what is open, unless only a draft is wanted.

    What goes to the client is the lead's to let out: raise NotAllowedError for anybody else. `appendix`: a
    year's deck with everything behind its few slides, of which there are at most `most`.
    """
    client = seen_client(office, actor, client_id)
    told = language or client.language
    report = _report(office, actor, client, asked, told)
    left = gate(report)
    if left and not draft:
        raise RefusedError("open_items", open_items=left)
    if not draft:
        require_lead(actor)
    deck = deck_of_report(report, told, draft=draft, appendix=appendix, most=most)
    name = _file_name(report, told, draft=draft)
    return keep(office, actor, report, asked.kind, Kept(name, finished(office, client, deck), told, draft))


def workbook(
    office: Office, actor: Actor, client_id: str, asked: Asked, *, language: str | None = None
) -> Exported:
    """The workbook with the same figures as the deck, months as columns."""
    client = seen_client(office, actor, client_id)
    told = language or client.language
    report = _report(office, actor, client, asked, told)
    draft = bool(gate(report))
    name = _file_name(report, told, "xlsx", draft=draft)
    return Exported("", name, appendix_workbook(report, told), "", draft=draft, made_at=office.now())


def deck_of_report(
    report: TigerReport, language: str, *, draft: bool, appendix: bool = False, most: int = MAIN_SLIDES
) -> Deck:
    if report.now.kind is DeckKind.YEAR:
        return annual_deck(report, language, draft=draft, appendix=appendix, most=most)
    return quarter_deck(report, language, draft=draft)


def _report(office: Office, actor: Actor, client: Client, asked: Asked, language: str) -> TigerReport:
    report = told_report(office, actor, client, asked, language)
    if report.state is MonthState.NO_DATA:
        raise RefusedError("no_data_in_period")
    return with_rows(office, client, report)


def _file_name(report: TigerReport, language: str, ending: str = "pptx", *, draft: bool) -> str:
    """`2026-03-17_2026-06-16 Client, quarterly report, Quarter I of the cooperation.pptx`."""
    kind = phrase(f"file.{report.now.kind}", language, name=stretch_name(report.now, language))
    mark = f" {phrase('decks.draft', language).split(' ', maxsplit=1)[0]}" if draft else ""
    days = f"{report.period.start}_{report.period.last_day}"
    return f"{days} {file_part(report.client.name)}, {kind}{mark}.{ending}"
