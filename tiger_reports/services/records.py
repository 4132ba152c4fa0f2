"""Records that people keep of a client: problems, goals, activities, decisions and the like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar
from uuid import uuid4

from tiger_reports.model.client import Actor
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.revised import Revision
from tiger_reports.services.guard import require_lead, seen_client
from tiger_reports.services.images import picture_fault
from tiger_reports.services.office import Office
from tiger_reports.services.record_rules import LEADS, check, moved
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit
from tiger_reports.store.state.record_kinds import records_of

T = TypeVar("T")
SHEET = "sheet"
"""Id of a record of which a client has one."""


def listed(office: Office, actor: Actor, client_id: str, kind: type[T]) -> tuple[Record[T], ...]:
    """All records of a kind, in the order in which they were made."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return records_of(kind).listed(session, client_id)


def one(office: Office, actor: Actor, client_id: str, record_id: str, blank: T) -> Record[T]:
    """The record of that id; one that nobody has saved yet says what `blank` says."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        found = records_of(type(blank)).get(session, client_id, record_id)
    return found or Record(record_id, blank)


def add(office: Office, actor: Actor, client_id: str, words: T) -> Record[T]:
    """A new record with an id of its own."""
    made = Record(uuid4().hex, words)
    save(office, actor, client_id, made)
    return one(office, actor, client_id, made.id, words)


def save(office: Office, actor: Actor, client_id: str, mine: Record[T]) -> SavedRecord[T]:
    """Store the words if `mine.rev` is the one that was read; else return both, losing none.

    Raise RefusedError for words that cannot be, such as a password among the accesses, and NotAllowedError
    where only a lead may write.
    """
    client = seen_client(office, actor, client_id)
    _may_write(actor, mine)
    kind = records_of(type(mine.words))
    with office.store.write() as session:
        before = check(session, client, mine)
        saved = kind.save(session, client_id, replace(mine, author=actor.shown), at=office.now())
        if saved.rejected is None:
            moved(session, client, mine.words, before, by=actor.email, at=office.now())
    return saved


def remove(office: Office, actor: Actor, client_id: str, mine: Record[Any]) -> bool:
    """Take a record away, if nobody changed it meanwhile; what it said is kept."""
    client = seen_client(office, actor, client_id)
    _may_write(actor, mine)
    kind = records_of(type(mine.words))
    with office.store.write() as session:
        done = kind.remove(session, client_id, replace(mine, author=actor.shown), at=office.now())
        if done:
            moved(session, client, None, mine, by=actor.email, at=office.now())
            what = f"{kind.kind}.removed"
            audit.record(session, AuditEntry(office.now(), actor.email, what, client_id, mine.id))
    return done


def _may_write(actor: Actor, mine: Record[Any]) -> None:
    if type(mine.words) in LEADS:
        require_lead(actor)


def history(
    office: Office, actor: Actor, client_id: str, kind: type[T], record_id: str
) -> tuple[Revision[T], ...]:
    """Every save of a record, oldest first; those that lost a race are marked."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return records_of(kind).revisions(session, client_id, record_id)


def keep_picture(office: Office, actor: Actor, client_id: str, data: bytes) -> str:
    """Keep a PNG or JPEG for a record; the key under which it is found. Raise RefusedError for others."""
    seen_client(office, actor, client_id)
    if fault := picture_fault(data):
        raise RefusedError(fault)
    return office.store.raw.put(data)


def picture(office: Office, actor: Actor, client_id: str, record: Record[Any]) -> bytes:
    """The picture of one of the client's records, empty when it has none.

    The key is read from the stored record: nobody gets at another file by naming its key.
    """
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        found = records_of(type(record.words)).get(session, client_id, record.id)
    key = getattr(found.words, "picture", "") if found else ""
    return office.store.raw.get(key) if key and office.store.raw.exists(key) else b""
