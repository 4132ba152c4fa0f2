"""Columns that a person mapped by hand: remembered for the client's next file of that panel."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.store.state.base import Base


class MappingRow(Base):
    __tablename__ = "column_mappings"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    panel: Mapped[str] = mapped_column(String(64), primary_key=True)
    header: Mapped[str] = mapped_column(primary_key=True)
    column: Mapped[str] = mapped_column("column_name", String(64))


def get(session: Session, client_id: str, panel: str) -> Mapping[str, str]:
    """Our column by the file's header."""
    mine = select(MappingRow).where(MappingRow.client_id == client_id, MappingRow.panel == panel)
    return {row.header: row.column for row in session.scalars(mine.order_by(MappingRow.header))}


def save(session: Session, client_id: str, panel: str, mapping: Mapping[str, str]) -> None:
    """Make the mapping exactly this."""
    mine = (MappingRow.client_id == client_id, MappingRow.panel == panel)
    session.execute(delete(MappingRow).where(*mine))
    session.add_all(
        MappingRow(client_id=client_id, panel=panel, header=header, column=column)
        for header, column in mapping.items()
    )
    session.flush()
