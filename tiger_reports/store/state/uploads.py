"""The table of uploads: one row a table of a file, from the moment it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.imports import Upload, UploadState
from tiger_reports.model.period import Period
from tiger_reports.store.errors import UnknownUploadError
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word

Texts = tuple[str, ...]
Dropped = tuple[tuple[int, str], ...]
Json = Mapping[str, Any]


class UploadRow(Base):
    __tablename__ = "uploads"
    __table_args__ = (
        Index("ix_uploads_client_id_state", "client_id", "state"),
        Index("ix_uploads_client_id_sha256", "client_id", "sha256"),
    )

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    file: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    panel: Mapped[str] = mapped_column(String(64))
    report: Mapped[str] = mapped_column(String(64))
    level: Mapped[Level] = mapped_column(Word(Level))
    grain: Mapped[Grain] = mapped_column(Word(Grain))
    rows: Mapped[int]
    table: Mapped[int] = mapped_column("table_number")
    language: Mapped[str] = mapped_column(String(8))
    currency: Mapped[str | None] = mapped_column(String(3))
    period_start: Mapped[date | None]
    period_end: Mapped[date | None]
    accounts: Mapped[Texts] = mapped_column(Plain(Texts))
    dropped: Mapped[Dropped] = mapped_column(Plain(Dropped))
    sums: Mapped[Mapping[str, float | None]] = mapped_column(Plain(Mapping[str, float | None]))
    unknown_columns: Mapped[Texts] = mapped_column(Plain(Texts))
    options: Mapped[Json] = mapped_column(Plain(Json))
    result: Mapped[Json] = mapped_column(Plain(Json))
    rules_run: Mapped[int]
    state: Mapped[UploadState] = mapped_column(Word(UploadState))
    staged_at: Mapped[datetime] = mapped_column(UtcTime)
    staged_by: Mapped[str]
    version: Mapped[int | None]
    imported_at: Mapped[datetime | None] = mapped_column(UtcTime)
    imported_by: Mapped[str | None]
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime)


PLAIN_FIELDS = tuple(one.name for one in fields(Upload) if one.name != "period")


def row_of(upload: Upload, *, by: str, at: datetime) -> UploadRow:
    period = upload.period
    return UploadRow(
        **{name: getattr(upload, name) for name in PLAIN_FIELDS},
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        state=UploadState.STAGED,
        staged_at=at,
        staged_by=by,
    )


def upload_of(row: UploadRow) -> Upload:
    dated = row.period_start is not None and row.period_end is not None
    period = Period(row.period_start, row.period_end) if dated else None  # type: ignore[arg-type]  # both are there, or neither
    return Upload(**{name: getattr(row, name) for name in PLAIN_FIELDS}, period=period)


def find(session: Session, client_id: str, upload_id: str, *states: UploadState) -> UploadRow:
    """The client's upload in one of the states; raise UnknownUploadError for anyone else's."""
    row = session.get(UploadRow, upload_id, populate_existing=True)
    if row is None or row.client_id != client_id or row.state not in states:
        wanted = " or ".join(states)
        raise UnknownUploadError(f"client {client_id!r} has no upload {upload_id} that is {wanted}")
    return row
