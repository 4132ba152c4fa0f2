"""Clients, and the log of their first days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.client import Brand, Client, Threshold
from tiger_reports.model.log import StartChange
from tiger_reports.model.target import PaceLevels
from tiger_reports.model.terms import Margin
from tiger_reports.store.errors import ClientExistsError, StaleError, UnknownClientError
from tiger_reports.store.state import accounts
from tiger_reports.store.state.base import Base, Plain, UtcTime
from tiger_reports.store.state.conditional import put

Thresholds = tuple[tuple[str, Threshold], ...]
Margins = tuple[Margin, ...]
Names = tuple[str, ...]
COLUMNS = (
    "name",
    "start",
    "currency",
    "language",
    "timezone",
    "country",
    "today",
    "brand",
    "thresholds",
    "keep_personal",
    "margins",
    "gross",
    "meeting_days",
    "cycle_off",
    "formal",
    "pace",
)


class ClientRow(Base):
    __tablename__ = "clients"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str]
    start: Mapped[date]
    currency: Mapped[str] = mapped_column(String(3))
    language: Mapped[str] = mapped_column(String(8))
    timezone: Mapped[str] = mapped_column(String(64))
    country: Mapped[str] = mapped_column(String(2))
    today: Mapped[date | None]
    brand: Mapped[Brand] = mapped_column(Plain(Brand))
    thresholds: Mapped[Thresholds] = mapped_column(Plain(Thresholds))
    keep_personal: Mapped[bool] = mapped_column(server_default=false())
    margins: Mapped[Margins] = mapped_column(Plain(Margins))
    gross: Mapped[bool]
    meeting_days: Mapped[int] = mapped_column(server_default="14")
    cycle_off: Mapped[Names] = mapped_column(Plain(Names), server_default="[]")
    formal: Mapped[bool]
    pace: Mapped[PaceLevels] = mapped_column(Plain(PaceLevels))
    rev: Mapped[int]


class StartRow(Base):
    __tablename__ = "client_starts"

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    who: Mapped[str]
    before: Mapped[date]
    after: Mapped[date]


def get(session: Session, client_id: str) -> Client:
    """Raise UnknownClientError where there is none."""
    row = session.get(ClientRow, client_id, populate_existing=True)
    if row is None:
        raise UnknownClientError(f"no client {client_id!r}")
    return _client(row, accounts.of(session, client_id))


def listed(session: Session, ids: Collection[str] | None) -> tuple[Client, ...]:
    """The clients of these ids by name; `None` (as in `Actor.clients`) means all."""
    wanted = select(ClientRow).order_by(ClientRow.name, ClientRow.id)
    if ids is not None:
        wanted = wanted.where(ClientRow.id.in_(list(ids)))
    rows = session.scalars(wanted).all()
    owned = accounts.of_each(session, [row.id for row in rows])
    return tuple(_client(row, owned.get(row.id, ())) for row in rows)


def add(session: Session, client: Client) -> Client:
    """Raise ClientExistsError for a known id, AccountTakenError for another client's account."""
    if session.get(ClientRow, client.id) is not None:
        raise ClientExistsError(f"there is a client {client.id!r} already")
    session.add(ClientRow(id=client.id, rev=1, **_columns(client)))
    session.flush()
    accounts.replace(session, client.id, client.accounts)
    return get(session, client.id)


def save(session: Session, client: Client, *, by: str, at: datetime) -> Client:
    """Store an edited client; `client.rev` is the one that was read, StaleError if it is no longer.

    A moved start is logged: periods follow it, decks that were made keep theirs.
    """
    before = get(session, client.id)
    if not put(session, ClientRow, {"id": client.id}, client.rev, _columns(client)):
        raise StaleError(f"client {client.id!r} was saved by someone else (rev {before.rev})")
    if before.start != client.start:
        moved = StartRow(client_id=client.id, at=at, who=by, before=before.start, after=client.start)
        session.add(moved)
    accounts.replace(session, client.id, client.accounts)
    return get(session, client.id)


def starts(session: Session, client_id: str) -> tuple[StartChange, ...]:
    """Every move of the first day, oldest first."""
    moves = session.scalars(select(StartRow).where(StartRow.client_id == client_id).order_by(StartRow.id))
    return tuple(StartChange(row.at, row.who, row.before, row.after) for row in moves)


def _columns(client: Client) -> dict[str, Any]:
    return {name: getattr(client, name) for name in COLUMNS}


def _client(row: ClientRow, owned: tuple[tuple[str, str], ...]) -> Client:
    return Client(**{name: getattr(row, name) for name in ("id", *COLUMNS, "rev")}, accounts=owned)
