"""What became of proposed solutions. The proposals themselves are the solutions of comments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.promise import Outcome, PromiseStatus
from tiger_reports.store.state.base import Base, UtcTime, Word
from tiger_reports.store.state.conditional import put

WORDS = ("status", "reason", "author")


class PromiseRow(Base):
    __tablename__ = "promise_outcomes"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    card: Mapped[str] = mapped_column(String, primary_key=True)
    rev: Mapped[int]
    status: Mapped[PromiseStatus] = mapped_column(Word(PromiseStatus))
    reason: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime | None] = mapped_column(UtcTime)


def get(session: Session, client_id: str, card: str) -> Outcome:
    """The outcome; of a promise that nobody spoke of, the first one with rev 0."""
    row = session.get(PromiseRow, (client_id, card), populate_existing=True)
    return _outcome(row) if row else Outcome(card)


def of_client(session: Session, client_id: str) -> Mapping[str, Outcome]:
    """Outcomes by card key."""
    rows = session.scalars(select(PromiseRow).where(PromiseRow.client_id == client_id))
    return {row.card: _outcome(row) for row in rows}


def save(session: Session, client_id: str, outcome: Outcome, *, at: datetime) -> tuple[Outcome, bool]:
    """Store the outcome if `outcome.rev` is the one stored; give what is stored now, and whether it took."""
    place = {"client_id": client_id, "card": outcome.card}
    values = {name: getattr(outcome, name) for name in WORDS}
    took = put(session, PromiseRow, place, outcome.rev, {**values, "at": at})
    return get(session, client_id, outcome.card), took


def _outcome(row: PromiseRow) -> Outcome:
    return Outcome(row.card, row.status, row.reason, row.author, row.at, row.rev)
