"""What checks found in an upload, and what people accepted of it with name and reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.report import Waiver
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word


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
    rows = select(FindingRow).where(FindingRow.upload_id == upload_id).order_by(FindingRow.id)
    return tuple(row.finding for row in session.scalars(rows))


def waivers_of(session: Session, upload_id: str) -> tuple[Waiver, ...]:
    rows = select(WaiverRow).where(WaiverRow.upload_id == upload_id).order_by(WaiverRow.id)
    return tuple(Waiver(row.finding, row.name, row.reason, row.at) for row in session.scalars(rows))
