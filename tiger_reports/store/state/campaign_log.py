"""What was done to the campaigns, day by day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.period import Period
from tiger_reports.store.state.base import Base, UtcTime, Word

NAMES = ("id", "day", "action", "what", "reason", "channel", "campaign", "author", "at")


class LogRow(Base):
    __tablename__ = "campaign_log"
    __table_args__ = (Index("ix_campaign_log_days", "client_id", "day"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    day: Mapped[date]
    action: Mapped[Action] = mapped_column(Word(Action))
    what: Mapped[str]
    reason: Mapped[str]
    channel: Mapped[str] = mapped_column(String(64))
    campaign: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)


def record(session: Session, client_id: str, entry: LogEntry) -> None:
    session.add(LogRow(client_id=client_id, **_values(entry)))
    session.flush()


def get(session: Session, client_id: str, entry_id: str) -> LogEntry | None:
    """The client's entry; None where there is none, or it is another client's."""
    row = session.scalar(select(LogRow).filter_by(client_id=client_id, id=entry_id))
    return _entry(row) if row is not None else None


def of_period(session: Session, client_id: str, period: Period) -> tuple[LogEntry, ...]:
    """Entries on days of the period, by day."""
    inside = (LogRow.client_id == client_id, LogRow.day >= period.start, LogRow.day < period.end)
    return tuple(map(_entry, session.scalars(select(LogRow).where(*inside).order_by(LogRow.day, LogRow.id))))


def change(session: Session, client_id: str, seen: LogEntry, entry: LogEntry) -> bool:
    """Write `entry` over the one that its author saw; False where somebody changed that one meanwhile."""
    same = update(LogRow).filter_by(client_id=client_id, id=seen.id, at=seen.at)
    done: Any = session.execute(same.values(**_values(entry)))
    return bool(done.rowcount)


def remove(session: Session, client_id: str, entry_id: str) -> None:
    session.execute(delete(LogRow).filter_by(client_id=client_id, id=entry_id))


def _values(entry: LogEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in NAMES}


def _entry(row: LogRow) -> LogEntry:
    return LogEntry(**{name: getattr(row, name) for name in NAMES})
