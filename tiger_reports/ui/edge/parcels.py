"""The file behind a ticket. Services check the reader's rights again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor
from tiger_reports.model.period import parse_month, parse_period
from tiger_reports.model.week_note import NoteKind
from tiger_reports.services.delivery import decks, jobs, tiger_decks
from tiger_reports.services.delivery.traced_workbook import traced_workbook
from tiger_reports.services.importing import findings_workbook, intake
from tiger_reports.services.importing.template import template
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year import sketches
from tiger_reports.services.tiger_year.measuring import parse_asked
from tiger_reports.services.week import notes as week
from tiger_reports.ui.edge.tickets import Ticket

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
ANY = "application/octet-stream"
EML = "message/rfc822"


@dataclass(frozen=True)
class Parcel:
    name: str
    data: bytes
    media: str


def parcel(office: Office, actor: Actor, ticket: Ticket) -> Parcel | None:
    """None for a kind that nobody knows, and for a file that is gone."""
    pack = PACKERS.get(ticket.kind)
    return pack(office, actor, ticket) if pack else None


def _deck(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    made = decks.sent_file(office, actor, ticket.client, ticket.key)
    return Parcel(made.name, made.data, PPTX)


def _appendix(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    month = parse_month(ticket.key)
    made = decks.appendix(office, actor, ticket.client, month, language=ticket.language or None)
    return Parcel(made.name, made.data, XLSX)


def _stretch_appendix(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    asked, language = parse_asked(ticket.key), ticket.language or None
    made = tiger_decks.workbook(office, actor, ticket.client, asked, language=language)
    return Parcel(made.name, made.data, XLSX)


def _template(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    blank = template(office, actor, ticket.client, parse_month(ticket.key))
    return Parcel(blank.name, blank.data, XLSX)


def _batch(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    name, data = jobs.result_file(office, actor, ticket.key, ticket.language)
    return Parcel(name, data, ZIP)


def _rows(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    days, metric, channel, campaign = json.loads(ticket.key)
    scope = Scope(channel, campaign)
    data = traced_workbook(office, actor, ticket.client, parse_period(days), metric, scope, ticket.language)
    return Parcel(f"{days.replace('/', '_')} {metric} – rows.xlsx", data, XLSX)


def _note(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    day, kind, *person = ticket.key.split(":")
    made = week.mail(office, actor, ticket.client, date.fromisoformat(day), NoteKind(kind), "".join(person))
    return Parcel(made.name, made.data, EML)


def _findings(office: Office, actor: Actor, ticket: Ticket) -> Parcel | None:
    found = next((s for s in intake.staged(office, actor, ticket.client) if s.upload.id == ticket.key), None)
    if found is None:
        return None
    data = findings_workbook.findings_workbook(found.findings, ticket.language)
    return Parcel(f"{found.upload.file.rsplit('.', 1)[0]} – findings.xlsx", data, XLSX)


def _sketch(office: Office, actor: Actor, ticket: Ticket) -> Parcel | None:
    """Never shown by the browser itself, whatever the file says of itself."""
    found = sketches.sketch_file(office, actor, ticket.client, int(ticket.key))
    return Parcel(*found, ANY) if found else None


PACKERS: Mapping[str, Callable[[Office, Actor, Ticket], Parcel | None]] = {
    "deck": _deck,
    "appendix": _appendix,
    "stretch_appendix": _stretch_appendix,
    "template": _template,
    "batch": _batch,
    "findings": _findings,
    "note": _note,
    "trace": _rows,
    "sketch": _sketch,
}
