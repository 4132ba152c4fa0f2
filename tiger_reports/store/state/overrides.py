"""Reports that a lead let out although something was open. Rows are only ever added."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.open_item import OpenItem, Override
from tiger_reports.store.state.base import Base, Plain, UtcTime

Items = tuple[OpenItem, ...]
NAMES = ("client_id", "month", "items", "version", "name", "reason", "at")


class OverrideRow(Base):
    __tablename__ = "overrides"
    __table_args__ = (Index("ix_overrides_month", "client_id", "month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    month: Mapped[str] = mapped_column(String(7))
    items: Mapped[Items] = mapped_column(Plain(Items))
    version: Mapped[int]
    name: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)


def record(session: Session, override: Override) -> None:
    session.add(OverrideRow(**{name: getattr(override, name) for name in NAMES}))
    session.flush()


def last(session: Session, client_id: str, month: str) -> Override | None:
    """The newest of a month."""
    mine = select(OverrideRow).filter_by(client_id=client_id, month=month).order_by(OverrideRow.id.desc())
    row = session.scalars(mine.limit(1)).first()
    return Override(**{name: getattr(row, name) for name in NAMES}) if row else None
