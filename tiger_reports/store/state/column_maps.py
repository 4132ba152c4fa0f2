"""Tables that no definition knows, as a person described them: remembered for the client by their headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.column_map import ColumnMap
from tiger_reports.store.state.base import Base

VALUE = TypeAdapter(ColumnMap)


class ColumnMapRow(Base):
    __tablename__ = "column_maps"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    structure: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Mapping[str, Any]] = mapped_column(JSON)


def of(session: Session, client_id: str) -> tuple[ColumnMap, ...]:
    """Every table that was described for the client, one a shape."""
    mine = select(ColumnMapRow).where(ColumnMapRow.client_id == client_id)
    rows = session.scalars(mine.order_by(ColumnMapRow.structure))
    return tuple(VALUE.validate_python(row.value) for row in rows)


def save(session: Session, client_id: str, said: ColumnMap) -> None:
    """What was said last of a shape counts."""
    session.merge(
        ColumnMapRow(
            client_id=client_id, structure=said.structure, value=VALUE.dump_python(said, mode="json")
        )
    )
    session.flush()
