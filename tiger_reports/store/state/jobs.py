"""Jobs: asked for, taken up by one worker, ended once. Every step is a conditional UPDATE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.job import Job, JobKind, JobState, Outcome
from tiger_reports.store.errors import StaleError
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word
from tiger_reports.store.state.conditional import put

NAMES = tuple(one.name for one in fields(Job))
Texts = tuple[str, ...]
Outcomes = tuple[Outcome, ...]
Json = Mapping[str, Any]


class JobRow(Base):
    """No foreign keys: a job outlives who asked for it, and the local user has no row."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_kind_asked_at", "kind", "asked_at"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[JobKind] = mapped_column(Word(JobKind))
    asked_by: Mapped[str] = mapped_column(String(320))
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    clients: Mapped[Texts] = mapped_column(Plain(Texts))
    order: Mapped[Json] = mapped_column("what", Plain(Json))
    total: Mapped[int]
    state: Mapped[JobState] = mapped_column(Word(JobState), index=True)
    outcomes: Mapped[Outcomes] = mapped_column(Plain(Outcomes))
    code: Mapped[str] = mapped_column(String(64))
    result: Mapped[str] = mapped_column(String(64))
    worker: Mapped[str] = mapped_column(String(64))
    attempts: Mapped[int]
    started_at: Mapped[datetime | None] = mapped_column(UtcTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)
    rev: Mapped[int]


def add(session: Session, job: Job) -> None:
    session.add(JobRow(**{name: getattr(job, name) for name in NAMES}))
    session.flush()


def get(session: Session, job_id: str) -> Job | None:
    row = session.get(JobRow, job_id, populate_existing=True)
    return _job(row) if row else None


def newest(session: Session, kind: JobKind, limit: int = 50) -> tuple[Job, ...]:
    """Newest first."""
    mine = select(JobRow).where(JobRow.kind == kind)
    rows = session.scalars(mine.order_by(JobRow.asked_at.desc(), JobRow.id).limit(limit))
    return tuple(_job(row) for row in rows)


def in_state(session: Session, state: JobState) -> tuple[Job, ...]:
    """Oldest first."""
    rows = session.scalars(select(JobRow).where(JobRow.state == state).order_by(JobRow.asked_at, JobRow.id))
    return tuple(_job(row) for row in rows)


def counts(session: Session) -> Mapping[JobState, int]:
    rows = session.execute(select(JobRow.state, func.count()).group_by(JobRow.state))
    return {row[0]: row[1] for row in rows}


def move(session: Session, seen: Job, state: JobState, **changes: Any) -> Job:
    """Take the job from what was `seen` to `state`; raise StaleError where it is no longer as it was seen."""
    if not seen.may_become(state):
        raise StaleError(f"job {seen.id} is {seen.state} and does not become {state}")
    after = replace(seen, state=state, rev=seen.rev + 1, **changes)
    values = {name: getattr(after, name) for name in NAMES if name not in ("id", "rev")}
    if not put(session, JobRow, {"id": seen.id}, seen.rev, values):
        raise StaleError(f"job {seen.id} was changed by someone else")
    return after


def _job(row: JobRow) -> Job:
    return Job(**{name: getattr(row, name) for name in NAMES})
