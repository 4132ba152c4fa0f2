"""Settings of the agency: one row."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.people import Agency
from tiger_reports.store.state.base import Base, Plain

THE_ONE = 1


class AgencyRow(Base):
    __tablename__ = "agency"

    id: Mapped[int] = mapped_column(primary_key=True)
    settings: Mapped[Agency] = mapped_column(Plain(Agency))


def get(session: Session) -> Agency:
    row = session.get(AgencyRow, THE_ONE)
    return row.settings if row else Agency()


def save(session: Session, agency: Agency) -> None:
    session.merge(AgencyRow(id=THE_ONE, settings=agency))
    session.flush()
