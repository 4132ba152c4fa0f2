"""Breaks of definitions that people wrote down: of one client, or of all."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, delete, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word

Texts = tuple[str, ...]
NAMES = ("id", "client_id", "channel", "kind", "day", "metrics", "text", "compared", "who", "at")


class BreakRow(Base):
    __tablename__ = "definition_breaks"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"), index=True)
    channel: Mapped[str] = mapped_column(String(64))
    kind: Mapped[BreakKind] = mapped_column(Word(BreakKind))
    day: Mapped[date]
    metrics: Mapped[Texts] = mapped_column(Plain(Texts))
    text: Mapped[str]
    compared: Mapped[bool]
    who: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)


def record(session: Session, found: Break) -> None:
    session.add(BreakRow(**{name: getattr(found, name) for name in NAMES}))
    session.flush()


def of_client(session: Session, client_id: str) -> tuple[Break, ...]:
    """The client's own and those of all clients, by day."""
    seen = or_(BreakRow.client_id == client_id, BreakRow.client_id.is_(None))
    rows = session.scalars(select(BreakRow).where(seen).order_by(BreakRow.day, BreakRow.id))
    return tuple(Break(**{name: getattr(row, name) for name in NAMES}) for row in rows)


def compare(session: Session, client_id: str, break_id: str, *, wanted: bool) -> None:
    """Whether percents lead across the client's own break nevertheless."""
    mine = (BreakRow.client_id == client_id, BreakRow.id == break_id)
    session.execute(update(BreakRow).where(*mine).values(compared=wanted))


def remove(session: Session, client_id: str, break_id: str) -> None:
    session.execute(delete(BreakRow).where(BreakRow.client_id == client_id, BreakRow.id == break_id))
