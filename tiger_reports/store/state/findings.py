"""What checks found in an upload, and what people accepted of it with name and reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import Upload, UploadState
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word
from tiger_reports.store.state.uploads import UploadRow, upload_of


class FindingRow(Base):
    __tablename__ = "findings"

    id: Mapped[int] = mapped_column(primary_key=True)
    upload_id: Mapped[str] = mapped_column(ForeignKey("uploads.id"), index=True)
    code: Mapped[str] = mapped_column(String(64))
    severity: Mapped[Severity] = mapped_column(Word(Severity))
    finding: Mapped[Finding] = mapped_column(Plain(Finding))


class WaiverRow(Base):
    __tablename__ = "waivers"

    id: Mapped[int] = mapped_column(primary_key=True)
    upload_id: Mapped[str] = mapped_column(ForeignKey("uploads.id"), index=True)
    code: Mapped[str] = mapped_column(String(64))
    name: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)
    finding: Mapped[Finding] = mapped_column(Plain(Finding))


@dataclass(frozen=True)
class Found:
    """One stored finding and the upload in which it was found, in whatever state that is."""

    code: str
    severity: Severity
    state: UploadState
    upload: Upload


def history(session: Session, client_id: str) -> tuple[Found, ...]:
    """Findings of all the client's uploads, oldest first."""
    rows = (
        select(FindingRow.code, FindingRow.severity, UploadRow)
        .join(UploadRow, FindingRow.upload_id == UploadRow.id)
        .where(UploadRow.client_id == client_id)
        .order_by(UploadRow.staged_at, FindingRow.id)
    )
    found = session.execute(rows)
    return tuple(Found(code, severity, row.state, upload_of(row)) for code, severity, row in found)


def add(session: Session, upload_id: str, found: Iterable[Finding]) -> None:
    session.add_all(
        FindingRow(upload_id=upload_id, code=one.code, severity=one.severity, finding=one) for one in found
    )
    session.flush()


def waive(session: Session, upload_id: str, waiver: Waiver) -> None:
    session.add(
        WaiverRow(
            upload_id=upload_id,
            code=waiver.finding.code,
            name=waiver.name,
            reason=waiver.reason,
            at=waiver.at,
            finding=waiver.finding,
        )
    )
    session.flush()


def of(session: Session, upload_id: str) -> tuple[Finding, ...]:
    return of_each(session, [upload_id]).get(upload_id, ())


def waivers_of(session: Session, upload_id: str) -> tuple[Waiver, ...]:
    return waivers_of_each(session, [upload_id]).get(upload_id, ())


def of_each(session: Session, upload_ids: Collection[str]) -> Mapping[str, tuple[Finding, ...]]:
    """Findings by upload, in one query; an upload without any is absent."""
    rows = select(FindingRow).where(FindingRow.upload_id.in_(upload_ids)).order_by(FindingRow.id)
    found: dict[str, tuple[Finding, ...]] = {}
    for row in session.scalars(rows):
        found[row.upload_id] = (*found.get(row.upload_id, ()), row.finding)
    return found


def waivers_of_each(session: Session, upload_ids: Collection[str]) -> Mapping[str, tuple[Waiver, ...]]:
    """Waivers by upload, in one query; an upload without any is absent."""
    rows = select(WaiverRow).where(WaiverRow.upload_id.in_(upload_ids)).order_by(WaiverRow.id)
    found: dict[str, tuple[Waiver, ...]] = {}
    for row in session.scalars(rows):
        waiver = Waiver(row.finding, row.name, row.reason, row.at)
        found[row.upload_id] = (*found.get(row.upload_id, ()), waiver)
    return found
