"""When we and a client were in touch, and for how long it has heard nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.contact import Contact, Quiet
from tiger_reports.model.cooperation import resumed_by
from tiger_reports.model.record import Record
from tiger_reports.model.week_note import Note
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.week.rhythm import rhythm_of
from tiger_reports.store.state import pauses
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.year.workdays import working_days_since


def contacts(office: Office, actor: Actor, client_id: str) -> tuple[Record[Contact], ...]:
    """The newest first."""
    client = seen_client(office, actor, client_id)
    with office.store.read() as session:
        found = records_of(Contact).listed(session, client.id)
    return tuple(sorted(found, key=_latest, reverse=True))


def add_contact(office: Office, actor: Actor, client_id: str, contact: Contact) -> Record[Contact]:
    """Raise RefusedError for a day that is still to come."""
    client = seen_client(office, actor, client_id)
    if contact.on > office.today(client):
        raise RefusedError("contact_in_future")
    made = Record(uuid4().hex, contact)
    records.save(office, actor, client_id, made)
    return made


def remove_contact(office: Office, actor: Actor, client_id: str, mine: Record[Contact]) -> bool:
    return records.remove(office, actor, client_id, mine)


def quiet(office: Office, actor: Actor, client_id: str) -> Quiet:
    return quiet_of(office, seen_client(office, actor, client_id))


def quiet_of(office: Office, client: Client) -> Quiet:
    """Working days of the client's country since the last contact; a call ticked on Friday counts as one.

    A pause asks for no contact: days are counted from its end, and while it lasts there are none.
    """
    today, limit = office.today(client), rhythm_of(office, client).contact_limit
    with office.store.read() as session:
        days = [one.words.on for one in records_of(Contact).listed(session, client.id)]
        called = [one.words.called_on for one in records_of(Note).listed(session, client.id)]
        paused = pauses.of_client(session, client.id)
    last = max((day for day in (*days, *called) if day is not None and day <= today), default=None)
    monday = today - timedelta(today.weekday())
    asked = max(last or min(client.start, today), resumed_by(paused, today) or date.min)
    off = any(today in pause for pause in paused)
    silent = 0 if off else working_days_since(client.country, asked, today)
    return Quiet(last, silent, limit, paused=off, this_week=last is not None and last >= monday)


def _latest(record: Record[Contact]) -> tuple[date, datetime]:
    return record.words.on, record.saved_at or datetime.min.replace(tzinfo=UTC)
