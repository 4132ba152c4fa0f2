"""Pauses of a cooperation."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.cooperation import Pause
from tiger_reports.store.state.base import Base, UtcTime

NAMES = ("id", "start", "end", "reason", "who", "at")


class PauseRow(Base):
    __tablename__ = "cooperation_pauses"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    start: Mapped[date]
    end: Mapped[date | None]
    reason: Mapped[str]
    who: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)


def record(session: Session, client_id: str, pause: Pause) -> None:
    session.add(PauseRow(client_id=client_id, **{name: getattr(pause, name) for name in NAMES}))
    session.flush()


def of_client(session: Session, client_id: str) -> tuple[Pause, ...]:
    """By their first day."""
    rows = session.scalars(select(PauseRow).where(PauseRow.client_id == client_id).order_by(PauseRow.start))
    return tuple(Pause(**{name: getattr(row, name) for name in NAMES}) for row in rows)


def finish(session: Session, client_id: str, pause_id: str, end: date) -> None:
    """`end` is the first day after the pause."""
    mine = (PauseRow.client_id == client_id, PauseRow.id == pause_id)
    session.execute(update(PauseRow).where(*mine).values(end=end))


def remove(session: Session, client_id: str, pause_id: str) -> None:
    session.execute(delete(PauseRow).where(PauseRow.client_id == client_id, PauseRow.id == pause_id))
