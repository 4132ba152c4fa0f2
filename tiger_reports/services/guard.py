"""Rights, checked at the start of every use case, whatever the page showed."""

from __future__ import annotations

from tiger_reports.model.client import Actor, Client, Role
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.store.errors import UnknownClientError
from tiger_reports.store.state import clients


def seen_client(office: Office, actor: Actor, client_id: str) -> Client:
    """The client, if it exists and is the actor's to see; the two failures look alike from outside."""
    if not actor.may_see(client_id):
        raise NotAllowedError
    try:
        with office.store.read() as session:
            return clients.get(session, client_id)
    except UnknownClientError as unknown:
        raise NotAllowedError from unknown


def require_lead(actor: Actor) -> None:
    if actor.role not in (Role.LEAD, Role.ADMIN):
        raise NotAllowedError("lead_only")
