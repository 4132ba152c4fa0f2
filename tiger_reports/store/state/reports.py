"""Where each client's month stands on its way to a deck."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.report import MonthState
from tiger_reports.model.status import ORDER, MonthStatus, may_move
from tiger_reports.store.errors import StaleError, StateSkippedError
from tiger_reports.store.state.base import Base, UtcTime, Word
from tiger_reports.store.state.conditional import put

NAMES = tuple(one.name for one in fields(MonthStatus))
PLACE = ("client_id", "month", "rev")


class MonthReportRow(Base):
    __tablename__ = "month_reports"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    state: Mapped[MonthState] = mapped_column(Word(MonthState))
    specialist: Mapped[str]
    approved_by: Mapped[str]
    approved_at: Mapped[datetime | None] = mapped_column(UtcTime)
    exported_at: Mapped[datetime | None] = mapped_column(UtcTime)
    returned: Mapped[str]
    approved_version: Mapped[int | None]
    rev: Mapped[int]


def get(session: Session, client_id: str, month: str) -> MonthStatus:
    """The status; of a month that nobody touched, the first one with rev 0."""
    row = session.get(MonthReportRow, (client_id, month), populate_existing=True)
    return _status(row) if row else MonthStatus(client_id, month)


def of_client(session: Session, client_id: str) -> tuple[MonthStatus, ...]:
    rows = select(MonthReportRow).where(MonthReportRow.client_id == client_id).order_by(MonthReportRow.month)
    return tuple(_status(row) for row in session.scalars(rows))


def board(session: Session, month: str, client_ids: Collection[str]) -> tuple[MonthStatus, ...]:
    """One month of many clients, in the order of their ids."""
    return tuple(get(session, client_id, month) for client_id in sorted(client_ids))


def versions(session: Session) -> frozenset[int]:
    """Versions of the facts that were approved: `Facts.maintain` keeps them, like those of decks."""
    known = select(MonthReportRow.approved_version).where(MonthReportRow.approved_version.is_not(None))
    return frozenset(version for version in session.scalars(known.distinct()) if version is not None)


def move(
    session: Session, seen: MonthStatus, to: MonthState, *, by: str, at: datetime, returned: str = ""
) -> MonthStatus:
    """Take the report from the status that was `seen` to the next state, or back to an earlier one.

    Raise StateSkippedError for a jump, StaleError when someone moved it meanwhile.
    """
    if not may_move(seen.state, to):
        raise StateSkippedError(f"a report does not go from {seen.state} to {to}")
    return save(session, _moved(seen, to, by=by, at=at, returned=returned))


def save(session: Session, status: MonthStatus) -> MonthStatus:
    """Store what is not a move (the specialist's name); `status.rev` is the one that was read."""
    values = {name: getattr(status, name) for name in NAMES if name not in PLACE}
    place = {"client_id": status.client_id, "month": status.month}
    if not put(session, MonthReportRow, place, status.rev, values):
        raise StaleError(f"report {status.month} of {status.client_id!r} was changed by someone else")
    return get(session, status.client_id, status.month)


def _moved(seen: MonthStatus, to: MonthState, *, by: str, at: datetime, returned: str) -> MonthStatus:
    """An approval falls away when the report goes back; the last export stays known."""
    after = replace(seen, state=to, returned=returned)
    if to is MonthState.APPROVED:
        return replace(after, approved_by=by, approved_at=at)
    if to is MonthState.EXPORTED:
        return replace(after, exported_at=at)
    before_approval = ORDER.index(to) < ORDER.index(MonthState.APPROVED)
    return replace(after, approved_by="", approved_at=None) if before_approval else after


def _status(row: MonthReportRow) -> MonthStatus:
    return MonthStatus(**{name: getattr(row, name) for name in NAMES})
