"""Who did what, when, from what, to what. Rows are only ever added."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.log import AuditEntry
from tiger_reports.store.state.base import Base, UtcTime

NAMES = tuple(one.name for one in fields(AuditEntry))


class AuditRow(Base):
    """No foreign key: an entry outlives what it tells of."""

    __tablename__ = "audit_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    who: Mapped[str]
    what: Mapped[str] = mapped_column(String(64))
    client_id: Mapped[str | None] = mapped_column(String(64), index=True)
    subject: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


def record(session: Session, entry: AuditEntry) -> None:
    session.add(AuditRow(**asdict(entry)))
    session.flush()


def of_client(session: Session, client_id: str, limit: int = 200) -> tuple[AuditEntry, ...]:
    """The newest entries about one client, newest first."""
    mine = select(AuditRow).where(AuditRow.client_id == client_id)
    return _entries(session, mine.order_by(AuditRow.id.desc()).limit(limit))


def of_agency(session: Session, limit: int = 200) -> tuple[AuditEntry, ...]:
    """The newest entries that are about no client: users, settings."""
    ours = select(AuditRow).where(AuditRow.client_id.is_(None))
    return _entries(session, ours.order_by(AuditRow.id.desc()).limit(limit))


def _entries(session: Session, query: object) -> tuple[AuditEntry, ...]:
    rows = session.scalars(query)  # type: ignore[call-overload]  # the query's rows are AuditRow
    return tuple(AuditEntry(**{name: getattr(row, name) for name in NAMES}) for row in rows)
