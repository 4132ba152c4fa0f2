"""Saving one record of a client: kept with its author, nobody's words overwritten."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tiger_reports.model.client import Actor
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.services.office import Office
from tiger_reports.store.state.records import Records

T = TypeVar("T")


def save_record(
    office: Office, actor: Actor, client_id: str, kind: Records[T], mine: Record[T]
) -> SavedRecord[T]:
    """Store the words if `mine.rev` is the one that was read; rights were asked before."""
    with office.store.write() as session:
        return kind.save(session, client_id, replace(mine, author=actor.shown), at=office.now())


def remove_record(office: Office, actor: Actor, client_id: str, kind: Records[T], mine: Record[T]) -> bool:
    """Take a record away if nobody changed it meanwhile; what it said is kept as revisions."""
    with office.store.write() as session:
        return kind.remove(session, client_id, replace(mine, author=actor.shown), at=office.now())
