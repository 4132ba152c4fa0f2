"""Short lists of a month that are edited as a whole: key figures, the steps done, the plan for the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.revised import Listed, Revision, SavedList
from tiger_reports.store.state.base import Base, UtcTime
from tiger_reports.store.state.conditional import put

T = TypeVar("T")


class MonthListRow(Base):
    __tablename__ = "month_lists"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    rev: Mapped[int]
    author: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
    items: Mapped[list[Any]] = mapped_column(JSON)


class MonthListRevisionRow(Base):
    __tablename__ = "month_list_revisions"
    __table_args__ = (Index("ix_month_list_revisions_list", "client_id", "month", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    month: Mapped[str] = mapped_column(String(7))
    kind: Mapped[str] = mapped_column(String(32))
    rev: Mapped[int]
    author: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
    items: Mapped[list[Any]] = mapped_column(JSON)
    rejected: Mapped[bool]


@dataclass(frozen=True)
class MonthLists(Generic[T]):
    """The lists of one kind; saving goes by revision, as with comments."""

    kind: str
    adapter: TypeAdapter[tuple[T, ...]]

    def get(self, session: Session, client_id: str, month: str) -> Listed[T]:
        row = session.get(MonthListRow, (client_id, month, self.kind), populate_existing=True)
        if row is None:
            return Listed()
        return Listed(self.adapter.validate_python(row.items), row.rev, row.author, row.saved_at)

    def save(
        self, session: Session, client_id: str, month: str, mine: Listed[T], *, at: datetime
    ) -> SavedList[T]:
        """Store `mine.items` if `mine.rev` is still the one stored (0: none yet); keep them either way."""
        items = self.adapter.dump_python(mine.items, mode="json")
        values = {"items": items, "author": mine.author, "saved_at": at}
        place = {"client_id": client_id, "month": month, "kind": self.kind}
        took = put(session, MonthListRow, place, mine.rev, values)
        stored = self.get(session, client_id, month)
        if not took and stored.items == mine.items:
            return SavedList(stored)
        rev = stored.rev if took else mine.rev
        session.add(MonthListRevisionRow(**place, **values, rev=rev, rejected=not took))
        session.flush()
        return SavedList(stored, None if took else mine.items)

    def revisions(self, session: Session, client_id: str, month: str) -> tuple[Revision[tuple[T, ...]], ...]:
        """Every save, oldest first, rejected ones included."""
        found = select(MonthListRevisionRow).filter_by(client_id=client_id, month=month, kind=self.kind)
        return tuple(
            Revision(row.rev, row.author, row.saved_at, self.adapter.validate_python(row.items), row.rejected)
            for row in session.scalars(found.order_by(MonthListRevisionRow.id))
        )


key_figures: MonthLists[KeyFigure] = MonthLists("key_figures", TypeAdapter(tuple[KeyFigure, ...]))
plans: MonthLists[PlanItem] = MonthLists("plan", TypeAdapter(tuple[PlanItem, ...]))
steps: MonthLists[MonthStep] = MonthLists("steps", TypeAdapter(tuple[MonthStep, ...]))
