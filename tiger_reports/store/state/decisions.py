"""What people decided about sent reports whose figures moved. Rows are only ever added."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.restated import Decision, MovedFigure, Way
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word

Figures = tuple[MovedFigure, ...]
NAMES = ("id", "client_id", "month", "way", "version", "figures", "reason", "who", "at", "deck_id")


class DecisionRow(Base):
    __tablename__ = "restatement_decisions"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    month: Mapped[str] = mapped_column(String(7))
    way: Mapped[Way] = mapped_column(Word(Way))
    version: Mapped[int]
    figures: Mapped[Figures] = mapped_column(Plain(Figures))
    reason: Mapped[str]
    who: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)
    deck_id: Mapped[str] = mapped_column(String(64))


def record(session: Session, decision: Decision) -> None:
    session.add(DecisionRow(**{name: getattr(decision, name) for name in NAMES}))
    session.flush()


def of_client(session: Session, client_id: str) -> tuple[Decision, ...]:
    """Oldest first."""
    mine = select(DecisionRow).where(DecisionRow.client_id == client_id)
    rows = session.scalars(mine.order_by(DecisionRow.at, DecisionRow.id))
    return tuple(Decision(**{name: getattr(row, name) for name in NAMES}) for row in rows)
