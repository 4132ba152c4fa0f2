"""The file behind a ticket. Services check the reader's rights again."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor
from tiger_reports.model.period import parse_month
from tiger_reports.services import decks, findings_workbook, intake
from tiger_reports.services.office import Office
from tiger_reports.services.traced_workbook import traced_workbook
from tiger_reports.ui.edge.tickets import Ticket

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Parcel:
    name: str
    data: bytes
    media: str


def parcel(office: Office, actor: Actor, ticket: Ticket) -> Parcel | None:
    match ticket.kind:
        case "deck":
            made = decks.sent_file(office, actor, ticket.client, ticket.key)
            return Parcel(made.name, made.data, PPTX)
        case "appendix":
            month = parse_month(ticket.key)
            made = decks.appendix(office, actor, ticket.client, month, language=ticket.language or None)
            return Parcel(made.name, made.data, XLSX)
        case "findings":
            return _findings(office, actor, ticket)
        case "trace":
            return _rows(office, actor, ticket)
    return None


def _rows(office: Office, actor: Actor, ticket: Ticket) -> Parcel:
    month, metric, channel, campaign = json.loads(ticket.key)
    scope = Scope(channel, campaign)
    data = traced_workbook(office, actor, ticket.client, parse_month(month), metric, scope, ticket.language)
    return Parcel(f"{month} {metric} – rows.xlsx", data, XLSX)


def _findings(office: Office, actor: Actor, ticket: Ticket) -> Parcel | None:
    found = next((s for s in intake.staged(office, actor, ticket.client) if s.upload.id == ticket.key), None)
    if found is None:
        return None
    data = findings_workbook.findings_workbook(found.findings, ticket.language)
    return Parcel(f"{found.upload.file.rsplit('.', 1)[0]} – findings.xlsx", data, XLSX)
