"""Workers and when each was last heard of."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.worker import Worker
from tiger_reports.store.state.base import Base, UtcTime

NAMES = tuple(one.name for one in fields(Worker))


class WorkerRow(Base):
    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    host: Mapped[str]
    pid: Mapped[int]
    serves: Mapped[bool]
    started_at: Mapped[datetime] = mapped_column(UtcTime)
    beat_at: Mapped[datetime] = mapped_column(UtcTime)


def beat(session: Session, worker: Worker, at: datetime) -> None:
    """Say that the worker lives; the first time, or when others took it for dead, make its row."""
    mine = update(WorkerRow).where(WorkerRow.id == worker.id).values(beat_at=at)
    if not session.execute(mine).rowcount:  # type: ignore[attr-defined]  # an update's result counts its rows
        session.add(WorkerRow(**{**asdict(worker), "beat_at": at}))
        session.flush()


def leave(session: Session, worker_id: str) -> None:
    session.execute(delete(WorkerRow).where(WorkerRow.id == worker_id))


def listed(session: Session) -> tuple[Worker, ...]:
    rows = session.scalars(select(WorkerRow).order_by(WorkerRow.started_at, WorkerRow.id))
    return tuple(Worker(**{name: getattr(row, name) for name in NAMES}) for row in rows)
