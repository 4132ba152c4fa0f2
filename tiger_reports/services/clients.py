"""Clients of the agency: their records and their brand."""

from __future__ import annotations

import re
from dataclasses import replace

from tiger_reports.model.client import LANGUAGES, Actor, Client
from tiger_reports.model.log import AuditEntry
from tiger_reports.services.guard import require_lead, seen_client
from tiger_reports.services.images import picture_fault
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reopen_months
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.errors import AccountTakenError, ClientExistsError, StaleError
from tiger_reports.store.state import accounts, audit, clients, users

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
MOST_PERCENT = 1000
CURRENCY = re.compile(r"[A-Z]{3}")


def list_clients(office: Office, actor: Actor) -> tuple[Client, ...]:
    """The clients that the actor may see, by name."""
    with office.store.read() as session:
        return clients.listed(session, actor.clients)


def get_client(office: Office, actor: Actor, client_id: str) -> Client:
    return seen_client(office, actor, client_id)


def add_client(office: Office, actor: Actor, client: Client) -> Client:
    """Add a client; raise RefusedError for an id, currency or language that cannot be."""
    require_lead(actor)
    _check(client)
    try:
        with office.store.write() as session:
            added = clients.add(session, client)
            audit.record(session, AuditEntry(office.now(), actor.email, "client.added", client.id))
    except ClientExistsError as taken:
        raise RefusedError("client_exists", {"client": client.id}) from taken
    return added


def save_client(office: Office, actor: Actor, client: Client) -> Client:
    """Save the record if `client.rev` is the stored one; a moved start is logged with who and when."""
    before = seen_client(office, actor, client.id)
    _check(client)
    try:
        with office.store.write() as session:
            if _money(before) != _money(client):
                reopen_months(session, client.id, by=actor.email, at=office.now())
            saved = clients.save(session, client, by=actor.email, at=office.now())
            accounts.replace(session, client.id, client.accounts)
            audit.record(session, AuditEntry(office.now(), actor.email, "client.saved", client.id))
    except StaleError as stale:
        raise RefusedError("client_changed") from stale
    except AccountTakenError as taken:
        raise RefusedError("account_taken") from taken
    return saved


def set_logo(office: Office, actor: Actor, client_id: str, data: bytes) -> Client:
    """Keep a PNG or JPEG as the client's logo; raise RefusedError for anything else."""
    client = seen_client(office, actor, client_id)
    fault = picture_fault(data)
    if fault:
        raise RefusedError(fault)
    brand = replace(client.brand, logo=office.store.raw.put(data))
    return save_client(office, actor, replace(client, brand=brand))


def logo(office: Office, actor: Actor, client_id: str) -> bytes:
    """The client's logo, empty when there is none."""
    key = seen_client(office, actor, client_id).brand.logo
    return office.store.raw.get(key) if key else b""


def team(office: Office, actor: Actor) -> tuple[str, ...]:
    """Names to offer as owners of a task: active people who share a client with the actor."""
    with office.store.read() as session:
        people = users.listed(session)
    shared = (user for user in people if user.active and _share_a_client(actor, user.clients))
    return tuple(sorted(user.name for user in shared))


def _share_a_client(actor: Actor, others: frozenset[str] | None) -> bool:
    return actor.clients is None or others is None or bool(actor.clients & others)


def _money(client: Client) -> tuple[object, ...]:
    """What decides how money is shown."""
    return client.currency, client.margins if client.gross else ()


def _check(client: Client) -> None:
    if not ID.fullmatch(client.id):
        raise RefusedError("client_id_malformed", {"client": client.id})
    if not client.name.strip():
        raise RefusedError("client_name_missing")
    if not CURRENCY.fullmatch(client.currency):
        raise RefusedError("currency_malformed", {"currency": client.currency})
    if client.language not in LANGUAGES:
        raise RefusedError("language_unknown", {"language": client.language})
    months = [margin.since for margin in client.margins]
    if len(set(months)) < len(months) or any(not 0 <= m.percent <= MOST_PERCENT for m in client.margins):
        raise RefusedError("margin_malformed")
    if not 0 < client.pace.alarm < client.pace.warn <= 1:
        raise RefusedError("pace_malformed")
