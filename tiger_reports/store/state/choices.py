"""Which source a person chose where two disagreed; every choice is kept, the last of a place stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.sources import Choice, Origin, Seen
from tiger_reports.store.state.base import Base, Plain, UtcTime

Sight = tuple[Seen, ...]


class SourceChoiceRow(Base):
    __tablename__ = "source_choices"
    __table_args__ = (Index("ix_source_choices_place", "client_id", "month", "channel", "account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    month: Mapped[str] = mapped_column(String(7))
    channel: Mapped[str] = mapped_column(String(64))
    account: Mapped[str]
    origin: Mapped[Origin] = mapped_column(Plain(Origin))
    reason: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)
    seen: Mapped[Sight] = mapped_column(Plain(Sight))


def add(session: Session, client_id: str, choice: Choice) -> None:
    session.add(
        SourceChoiceRow(
            client_id=client_id,
            month=choice.month,
            channel=choice.channel,
            account=choice.account,
            origin=choice.origin,
            reason=choice.reason,
            name=choice.name,
            at=choice.at,
            seen=choice.seen,
        )
    )
    session.flush()


def standing(session: Session, client_id: str) -> Mapping[tuple[str, str, str], Choice]:
    """The last choice of each month, channel and account."""
    return {choice.place: choice for choice in listed(session, client_id)}


def listed(session: Session, client_id: str) -> tuple[Choice, ...]:
    """Every choice, oldest first."""
    rows = select(SourceChoiceRow).where(SourceChoiceRow.client_id == client_id).order_by(SourceChoiceRow.id)
    return tuple(
        Choice(row.month, row.channel, row.account, row.origin, row.reason, row.name, row.at, row.seen)
        for row in session.scalars(rows)
    )
