"""The registry of imports: which uploads are in the facts, and which were taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import ImportRecord, UploadState
from tiger_reports.model.period import Period
from tiger_reports.store.state import findings
from tiger_reports.store.state.uploads import UploadRow, find, upload_of


def accept(
    session: Session, client_id: str, upload_id: str, *, version: int, by: str, at: datetime
) -> ImportRecord:
    """Register that the upload's rows are in the facts since `version`."""
    row = find(session, client_id, upload_id, UploadState.STAGED)
    row.state, row.version, row.imported_by, row.imported_at = UploadState.ACCEPTED, version, by, at
    session.flush()
    return _record(session, row)


def withdraw(session: Session, client_id: str, upload_id: str, *, at: datetime) -> ImportRecord:
    """Register that the upload's rows were taken back from the facts."""
    row = find(session, client_id, upload_id, UploadState.ACCEPTED)
    row.state, row.withdrawn_at = UploadState.WITHDRAWN, at
    session.flush()
    return _record(session, row)


def get(session: Session, client_id: str, upload_id: str) -> ImportRecord:
    return _record(session, find(session, client_id, upload_id, UploadState.ACCEPTED, UploadState.WITHDRAWN))


def listed(session: Session, client_id: str) -> tuple[ImportRecord, ...]:
    """Imports whose rows were accepted and not taken back, oldest first.

    Later imports may have replaced all their rows: the facts' `import_id` says which still stand.
    """
    return _where(session, UploadRow.client_id == client_id, UploadRow.state == UploadState.ACCEPTED)


def periods(session: Session, client_id: str) -> tuple[Period, ...]:
    """The days that the listed imports cover, one period an import that has any."""
    rows = select(UploadRow.period_start, UploadRow.period_end).where(
        UploadRow.client_id == client_id, UploadRow.state == UploadState.ACCEPTED
    )
    return tuple(Period(start, end) for start, end in session.execute(rows.distinct()) if start and end)


def touched_since(session: Session, client_id: str, version: int, at: datetime) -> tuple[Period, ...]:
    """The days of imports that came after a version of the facts, or were taken back after a moment."""
    came = (UploadRow.state == UploadState.ACCEPTED) & (UploadRow.version > version)
    went = (UploadRow.state == UploadState.WITHDRAWN) & (UploadRow.withdrawn_at > at)
    rows = select(UploadRow.period_start, UploadRow.period_end).where(
        UploadRow.client_id == client_id, came | went
    )
    return tuple(Period(start, end) for start, end in session.execute(rows.distinct()) if start and end)


def registered_ids(session: Session) -> frozenset[str]:
    """Ids of all clients' imports, taken back or not: what `Facts.orphans` is to be told."""
    wanted = UploadRow.state.in_([UploadState.ACCEPTED, UploadState.WITHDRAWN])
    return frozenset(session.scalars(select(UploadRow.id).where(wanted)))


def in_force(session: Session) -> tuple[tuple[str, str], ...]:
    """(client, import id) of all clients' accepted imports: for mending after a crash only."""
    wanted = select(UploadRow.client_id, UploadRow.id).where(UploadRow.state == UploadState.ACCEPTED)
    return tuple((client_id, upload_id) for client_id, upload_id in session.execute(wanted))


def _where(session: Session, *wanted: ColumnElement[bool]) -> tuple[ImportRecord, ...]:
    rows = select(UploadRow).where(*wanted).order_by(UploadRow.imported_at, UploadRow.file, UploadRow.id)
    return _records(session, session.scalars(rows).all())


def _record(session: Session, row: UploadRow) -> ImportRecord:
    (record,) = _records(session, [row])
    return record


def _records(session: Session, rows: Sequence[UploadRow]) -> tuple[ImportRecord, ...]:
    """The same for many rows, in as many queries as for one."""
    ids = [row.id for row in rows]
    found, waived = findings.of_each(session, ids), findings.waivers_of_each(session, ids)
    return tuple(_read(row, found.get(row.id, ()), waived.get(row.id, ())) for row in rows)


def _read(row: UploadRow, found: tuple[Finding, ...], waived: tuple[Waiver, ...]) -> ImportRecord:
    if row.version is None or row.imported_at is None or row.imported_by is None:
        raise ValueError(f"upload {row.id} was never imported")
    return ImportRecord(
        upload=upload_of(row),
        version=row.version,
        imported_at=row.imported_at,
        imported_by=row.imported_by,
        findings=found,
        waivers=waived,
        withdrawn_at=row.withdrawn_at,
    )
