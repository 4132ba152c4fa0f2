"""Records of a client: every save is kept, and a save from an outdated page overwrites nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, ForeignKey, Index, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.revised import Revision
from tiger_reports.store.state.base import Base, UtcTime
from tiger_reports.store.state.conditional import put

T = TypeVar("T")


class RecordRow(Base):
    """A removed record keeps its row: its revisions can be read, and its id is not used again."""

    __tablename__ = "client_records"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    rev: Mapped[int]
    author: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
    removed: Mapped[bool]
    words: Mapped[Any] = mapped_column(JSON)


class RecordRevisionRow(Base):
    __tablename__ = "client_record_revisions"
    __table_args__ = (Index("ix_client_record_revisions_record", "client_id", "kind", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[str] = mapped_column(String(64))
    rev: Mapped[int]
    author: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
    words: Mapped[Any] = mapped_column(JSON)
    rejected: Mapped[bool]


@dataclass(frozen=True)
class Records(Generic[T]):
    """The records of one kind; `adapter` turns their words into JSON and back."""

    kind: str
    adapter: TypeAdapter[T]

    def get(self, session: Session, client_id: str, record_id: str) -> Record[T] | None:
        """The record, unless it is unknown or removed."""
        row = session.get(RecordRow, (client_id, self.kind, record_id), populate_existing=True)
        return None if row is None or row.removed else self._record(row)

    def listed(self, session: Session, client_id: str) -> tuple[Record[T], ...]:
        """In the order in which they were made."""
        mine = select(RecordRow).filter_by(client_id=client_id, kind=self.kind, removed=False)
        rows = session.scalars(mine.order_by(RecordRow.made_at, RecordRow.id))
        return tuple(self._record(row) for row in rows)

    def save(self, session: Session, client_id: str, mine: Record[T], *, at: datetime) -> SavedRecord[T]:
        """Store `mine.words` if `mine.rev` is still the one stored (0: none yet); keep them either way."""
        words = self.adapter.dump_python(mine.words, mode="json")
        place = {"client_id": client_id, "kind": self.kind, "id": mine.id}
        values = {"words": words, "author": mine.author, "saved_at": at}
        first = {"made_at": at, "removed": False} if mine.rev == 0 else {}
        took = self._stands(session, client_id, mine) and put(
            session, RecordRow, place, mine.rev, {**values, **first}
        )
        stored = self.get(session, client_id, mine.id)
        if not took and stored is not None and stored.words == mine.words:
            return SavedRecord(stored)
        self._keep(session, client_id, mine, at=at, rejected=not took)
        return SavedRecord(stored, None if took else mine.words)

    def remove(self, session: Session, client_id: str, mine: Record[T], *, at: datetime) -> bool:
        """Take the record away if `mine.rev` is still the one stored; its revisions stay."""
        place = {"client_id": client_id, "kind": self.kind, "id": mine.id}
        same = update(RecordRow).filter_by(**place, rev=mine.rev, removed=False)
        values = {"removed": True, "rev": mine.rev + 1, "author": mine.author, "saved_at": at}
        done: Any = session.execute(same.values(**values))
        return bool(done.rowcount)

    def revisions(self, session: Session, client_id: str, record_id: str) -> tuple[Revision[T], ...]:
        """Every save, oldest first, rejected ones included."""
        found = select(RecordRevisionRow).filter_by(client_id=client_id, kind=self.kind, record_id=record_id)
        return tuple(
            Revision(row.rev, row.author, row.saved_at, self.adapter.validate_python(row.words), row.rejected)
            for row in session.scalars(found.order_by(RecordRevisionRow.id))
        )

    def _stands(self, session: Session, client_id: str, mine: Record[T]) -> bool:
        """Whether there is something to write on: a removed record is not brought back by an old page."""
        return mine.rev == 0 or self.get(session, client_id, mine.id) is not None

    def _keep(
        self, session: Session, client_id: str, mine: Record[T], *, at: datetime, rejected: bool
    ) -> None:
        row = RecordRevisionRow(
            client_id=client_id,
            kind=self.kind,
            record_id=mine.id,
            rev=mine.rev if rejected else mine.rev + 1,
            author=mine.author,
            saved_at=at,
            words=self.adapter.dump_python(mine.words, mode="json"),
            rejected=rejected,
        )
        session.add(row)
        session.flush()

    def _record(self, row: RecordRow) -> Record[T]:
        return Record(row.id, self.adapter.validate_python(row.words), row.rev, row.author, row.saved_at)
