"""Uploads that are read and checked and wait for a person to accept them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import Staged, Upload, UploadState
from tiger_reports.store.state import findings
from tiger_reports.store.state.uploads import UploadRow, find, row_of, upload_of


def stage(
    session: Session, client_id: str, upload: Upload, found: Iterable[Finding], *, by: str, at: datetime
) -> Staged:
    """Keep what was read; `upload.client_id` must be the client it is staged for."""
    if upload.client_id != client_id:
        raise ValueError(f"upload of {upload.client_id!r} staged for {client_id!r}")
    session.add(row_of(upload, by=by, at=at))
    session.flush()
    findings.add(session, upload.id, found)
    return get(session, client_id, upload.id)


def get(session: Session, client_id: str, upload_id: str) -> Staged:
    """The upload in whatever state; raise UnknownUploadError where the client has none."""
    return _staged(session, find(session, client_id, upload_id, *UploadState))


def waiting(session: Session, client_id: str) -> tuple[Staged, ...]:
    """Uploads nobody has accepted or refused yet, oldest first."""
    mine = (UploadRow.client_id == client_id, UploadRow.state == UploadState.STAGED)
    rows = session.scalars(select(UploadRow).where(*mine).order_by(UploadRow.staged_at, UploadRow.id))
    return tuple(_staged(session, row) for row in rows)


def waive(session: Session, client_id: str, upload_id: str, waiver: Waiver) -> Staged:
    row = find(session, client_id, upload_id, UploadState.STAGED)
    findings.waive(session, upload_id, waiver)
    return _staged(session, row)


def refuse(session: Session, client_id: str, upload_id: str) -> None:
    find(session, client_id, upload_id, UploadState.STAGED).state = UploadState.REFUSED
    session.flush()


def _staged(session: Session, row: UploadRow) -> Staged:
    return Staged(
        upload=upload_of(row),
        staged_at=row.staged_at,
        staged_by=row.staged_by,
        state=row.state,
        findings=findings.of(session, row.id),
        waivers=findings.waivers_of(session, row.id),
    )
