"""Decks of a month: looked at, refused while something is open, made, kept, and handed out again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import TypeVar
from uuid import uuid4

from tiger_reports.commentary.gate import open_items as gate
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.workbook import appendix as appendix_workbook
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import AuditEntry, DeckKind, SentDeck
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthReport, MonthState, Report
from tiger_reports.model.slide import Deck
from tiger_reports.services.delivery.tracing import rows_by_file
from tiger_reports.services.guard import seen_client
from tiger_reports.services.months.reports import build_report
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit, decks
from tiger_reports.text.catalogue import phrase

Told = TypeVar("Told", bound=Report)


@dataclass(frozen=True)
class Exported:
    """A file ready to hand out; `id` finds it again among the kept decks."""

    id: str
    name: str
    data: bytes
    sha256: str
    draft: bool
    made_at: datetime


@dataclass(frozen=True)
class Kept:
    """A finished file before it is kept."""

    name: str
    data: bytes
    language: str
    draft: bool


def preview(office: Office, actor: Actor, client_id: str, month: Period, language: str | None = None) -> Deck:
    """The slides as they would be exported now; marked as a draft while something is open."""
    client = seen_client(office, actor, client_id)
    report = _report(office, client, month, language)
    return monthly_deck(report, language or client.language, draft=bool(gate(report)))


def open_items(office: Office, actor: Actor, client_id: str, month: Period) -> tuple[OpenItem, ...]:
    """What stands between the month and a client-ready deck, each with the page that mends it."""
    client = seen_client(office, actor, client_id)
    return gate(build_report(office, client, month, client.language))


def export(
    office: Office,
    actor: Actor,
    client_id: str,
    month: Period,
    *,
    language: str | None = None,
    draft: bool = False,
) -> Exported:
    """Make the deck and keep it; raise RefusedError with what is open, unless only a draft is wanted."""
    client = seen_client(office, actor, client_id)
    report = _report(office, client, month, language)
    left = gate(report)
    if left and not draft:
        raise RefusedError("open_items", open_items=left)
    deck = monthly_deck(report, language or client.language, draft=draft)
    data, told = finished(office, client, deck), language or client.language
    name = _file_name(client, month, told, "pptx", draft=draft)
    return keep(office, actor, report, DeckKind.MONTH, Kept(name, data, told, draft))


def appendix(
    office: Office, actor: Actor, client_id: str, month: Period, *, language: str | None = None
) -> Exported:
    """The workbook with the same figures as the deck."""
    client = seen_client(office, actor, client_id)
    report = _report(office, client, month, language)
    data = appendix_workbook(report, language or client.language)
    name = _file_name(client, month, language or client.language, "xlsx", draft=bool(gate(report)))
    return Exported("", name, data, "", draft=bool(gate(report)), made_at=office.now())


def sent(office: Office, actor: Actor, client_id: str, kind: DeckKind | None = None) -> tuple[SentDeck, ...]:
    """Decks that were made for the client, of one kind or of all, drafts included; the newest first."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        made = decks.listed(session, client_id)
    return tuple(deck for deck in made if kind in (None, deck.kind))


def sent_file(office: Office, actor: Actor, client_id: str, deck_id: str) -> Exported:
    """A kept deck, byte for byte as it was made."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        found = decks.get(session, client_id, deck_id)
    if found is None:
        raise RefusedError("deck_unknown")
    data = office.store.decks.get(found.sha256)
    return Exported(found.id, found.file, data, found.sha256, found.draft, found.made_at)


def _report(office: Office, client: Client, month: Period, language: str | None) -> MonthReport:
    report = build_report(office, client, month, language or client.language)
    if report.state is MonthState.NO_DATA:
        raise RefusedError("no_data")
    return with_rows(office, client, report)


def with_rows(office: Office, client: Client, report: Told) -> Told:
    """The report with the rows of each file that count in its days."""
    rows = rows_by_file(office, client, report.period)
    named = tuple(replace(one, counted=rows.get(one.import_id, ())) for one in report.notes.sources)
    return replace(report, notes=replace(report.notes, sources=named))


def logo_of(office: Office, client: Client) -> bytes:
    return office.store.raw.get(client.brand.logo) if client.brand.logo else b""


def finished(office: Office, client: Client, deck: Deck) -> bytes:
    """The file of a deck; raise RefusedError where it does not pass its own checks."""
    data = render(deck, client.brand, logo_of(office, client))
    if faults := deck_faults(data):
        raise RefusedError("deck_faulty", {"faults": "; ".join(faults)})
    return data


def keep(office: Office, actor: Actor, report: Report, kind: DeckKind, deck: Kept) -> Exported:
    """Keep a finished deck among those that were made; a client's deck of a month closes the month."""
    client, now = report.client, office.now()
    sha256 = office.store.decks.put(BytesIO(deck.data))
    made = SentDeck(
        id=uuid4().hex,
        client_id=client.id,
        kind=kind,
        period=report.period,
        language=deck.language,
        sha256=sha256,
        file=deck.name,
        version=report.notes.version,
        made_at=now,
        made_by=actor.shown,
        draft=deck.draft,
    )
    with office.store.write() as session:
        decks.record(session, made)
        if kind is DeckKind.MONTH and not deck.draft:
            reach(session, client.id, report.period.month_key, MonthState.EXPORTED, by=actor.email, at=now)
        audit.record(session, AuditEntry(now, actor.email, "deck.made", client.id, deck.name))
    return Exported(made.id, deck.name, deck.data, sha256, deck.draft, now)


def _file_name(client: Client, month: Period, language: str, ending: str, *, draft: bool) -> str:
    """`2026-10 Client, monthly report.pptx` in the deck's language; no sign that a file system minds."""
    kind = phrase("file.monthly_draft" if draft else "file.monthly", language)
    return f"{month.month_key} {file_part(client.name)}, {kind}.{ending}"


def file_part(name: str) -> str:
    """A name without the signs that a file system minds."""
    return "".join(char for char in name if char.isalnum() or char in " .-_()&").strip()
