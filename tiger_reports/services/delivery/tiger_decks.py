"""Decks of a cooperation's quarters and years: looked at, refused while something is open, made, kept."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.decks.workbook import appendix as appendix_workbook
from tiger_reports.decks.year import MOST, annual_deck
from tiger_reports.decks.year_end import year_end_deck
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.report import MonthState
from tiger_reports.model.slide import Deck
from tiger_reports.services.delivery.decks import Exported, Kept, file_part, finished, keep, with_rows
from tiger_reports.services.guard import require_lead, seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import Told, told
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
    spoken = language or client.language
    whole = _told(office, actor, client, asked, spoken)
    return deck_of(whole, spoken, draft=bool(whole.open_items), appendix=appendix, most=most)


def open_items(office: Office, actor: Actor, client_id: str, asked: Asked) -> tuple[OpenItem, ...]:
    """What stands between the period and a deck for the client."""
    return told(office, actor, seen_client(office, actor, client_id), asked).open_items


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
    year's deck with everything behind its few slides, of which there are at most `most`. The last quarter's
    deck holds the year's: what the year still lacks is open there too.
    """
    client = seen_client(office, actor, client_id)
    spoken = language or client.language
    whole = _told(office, actor, client, asked, spoken)
    left = whole.open_items
    if left and not draft:
        raise RefusedError("open_items", open_items=left)
    if not draft:
        require_lead(actor)
    deck = deck_of(whole, spoken, draft=draft, appendix=appendix, most=most)
    made = Kept(_file_name(whole, spoken, draft=draft), finished(office, client, deck), spoken, draft)
    return keep(office, actor, whole.report, asked.kind, made)


def workbook(
    office: Office, actor: Actor, client_id: str, asked: Asked, *, language: str | None = None
) -> Exported:
    """The workbook with the same figures as the deck, months as columns."""
    client = seen_client(office, actor, client_id)
    spoken = language or client.language
    whole = _told(office, actor, client, asked, spoken)
    draft = bool(whole.open_items)
    name = _file_name(whole, spoken, "xlsx", draft=draft)
    made = appendix_workbook(whole.report, spoken)
    return Exported("", name, made, "", draft=draft, made_at=office.now())


def deck_of(
    whole: Told, language: str, *, draft: bool, appendix: bool = False, most: int = MAIN_SLIDES
) -> Deck:
    report, year = whole.report, whole.year
    if year is not None:
        return year_end_deck(report, year, language, draft=draft, appendix=appendix, most=most)
    if report.now.kind is DeckKind.YEAR:
        return annual_deck(report, language, draft=draft, appendix=appendix, most=most)
    return quarter_deck(report, language, draft=draft)


def _told(office: Office, actor: Actor, client: Client, asked: Asked, language: str) -> Told:
    whole = told(office, actor, client, asked, language)
    if whole.report.state is MonthState.NO_DATA:
        raise RefusedError("no_data_in_period")
    return replace(
        whole,
        report=with_rows(office, client, whole.report),
        year=with_rows(office, client, whole.year) if whole.year else None,
    )


def _file_name(whole: Told, language: str, ending: str = "pptx", *, draft: bool) -> str:
    """`2026-03-17_2026-06-16 Client, quarterly report, Quarter I of the cooperation.pptx`."""
    report = whole.report
    key = "year_end" if whole.year else report.now.kind
    kind = phrase(f"file.{key}", language, name=stretch_name(report.now, language))
    mark = f" {phrase('decks.draft', language).split(' ', maxsplit=1)[0]}" if draft else ""
    days = f"{report.period.start}_{report.period.last_day}"
    return f"{days} {file_part(report.client.name)}, {kind}{mark}.{ending}"
