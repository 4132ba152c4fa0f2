"""The onboarding of a client: the welcome, the checklist and its end, purposes of channels."""

from __future__ import annotations

from collections.abc import Mapping

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.onboarding import (
    QUESTIONS,
    Answer,
    Checklist,
    ChecklistItem,
    Closing,
    Purpose,
)
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.records import SHEET, listed, one, save
from tiger_reports.store.state import agency, imports
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.year.checklist import items, standing


def welcome_text(office: Office, actor: Actor, client_id: str) -> str:
    """A welcome to copy, in the client's language and form of address."""
    client = seen_client(office, actor, client_id)
    with office.store.read() as session:
        house = agency.get(session)
    form = "formal" if client.formal else "informal"
    ours = house.name or phrase("welcome.agency", client.language)
    return phrase(
        f"welcome.{form}",
        client.language,
        client=client.name,
        agency=ours,
        start=short_date(client.start, client.language),
        name=actor.name or house.name,
    )


def checklist(office: Office, actor: Actor, client_id: str) -> tuple[Record[ChecklistItem], ...]:
    """The template as this client's people changed it, and their own items."""
    client = seen_client(office, actor, client_id)
    return items(listed(office, actor, client_id, ChecklistItem), client.start)


def progress(office: Office, client: Client, found: tuple[Record[ChecklistItem], ...]) -> Checklist:
    return standing(found, office.today(client))


def close(office: Office, actor: Actor, client_id: str, seen: Record[Closing]) -> SavedRecord[Closing]:
    """End the onboarding; raise RefusedError while a mandatory item is open."""
    client = seen_client(office, actor, client_id)
    words = Closing(office.today(client), actor.shown)
    return save(office, actor, client_id, Record(seen.id, words, seen.rev))


def reopen(office: Office, actor: Actor, client_id: str, seen: Record[Closing]) -> SavedRecord[Closing]:
    return save(office, actor, client_id, Record(seen.id, Closing(), seen.rev))


def closing(office: Office, actor: Actor, client_id: str) -> Record[Closing]:
    return one(office, actor, client_id, SHEET, Closing())


def questions(office: Office, actor: Actor, client_id: str) -> tuple[Record[Answer], ...]:
    """The six strategy questions in their order, answered or not."""
    known = {record.id: record for record in listed(office, actor, client_id, Answer)}
    return tuple(known.get(key) or Record(key, Answer()) for key in QUESTIONS)


def purposes(office: Office, actor: Actor, client_id: str) -> tuple[Record[Purpose], ...]:
    """One a channel that the client has an account or an import of; the record's id is the channel's key."""
    client = seen_client(office, actor, client_id)
    known = {record.id: record for record in listed(office, actor, client_id, Purpose)}
    found = dict.fromkeys((*channels_of(office, client), *known))
    return tuple(known.get(channel) or Record(channel, Purpose()) for channel in found)


def purposes_of(office: Office, client: Client) -> Mapping[str, str]:
    """What each channel is for, by its key; empty where nobody has said it."""
    with office.store.read() as session:
        known = {record.id: record.words.text for record in records_of(Purpose).listed(session, client.id)}
    return dict.fromkeys(channels_of(office, client), "") | known


def channels_of(office: Office, client: Client) -> tuple[str, ...]:
    """Keys of the channels that the client has an account or an import of."""
    with office.store.read() as session:
        stored = [record.upload.panel for record in imports.listed(session, client.id)]
    return tuple(sorted({*stored, *(panel for panel, _ in client.accounts)}))
