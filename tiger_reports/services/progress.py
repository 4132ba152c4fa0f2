"""A month's report on its way: every state in turn, none skipped."""

from __future__ import annotations

from datetime import datetime

from tiger_reports.model.period import Period, overlap, parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.model.status import ORDER, MonthStatus
from tiger_reports.store.home import Session
from tiger_reports.store.state import comments, reports


def reach(
    session: Session, client_id: str, month: str, target: MonthState, *, by: str, at: datetime
) -> MonthStatus:
    """Walk the report to `target`, forward one state at a time, back in one step."""
    status = reports.get(session, client_id, month)
    goal = ORDER.index(target)
    while ORDER.index(status.state) < goal:
        step = ORDER[ORDER.index(status.state) + 1]
        status = reports.move(session, status, step, by=by, at=at)
    if ORDER.index(status.state) > goal:
        status = reports.move(session, status, target, by=by, at=at)
    return status


def reopen(session: Session, client_id: str, month: str, *, by: str, at: datetime) -> None:
    """Take an approval back because words changed after it: what was approved is what is sent."""
    status = reports.get(session, client_id, month)
    if ORDER.index(status.state) > ORDER.index(MonthState.COMMENTED):
        reach(session, client_id, month, MonthState.CHECKED, by=by, at=at)


def doubt(session: Session, client_id: str, month: str, *, by: str, at: datetime) -> None:
    """Back to the checks while any comment says that the data are wrong; forward again when none does."""
    said = comments.of_month(session, client_id, month)
    status = reports.get(session, client_id, month)
    if any(one.cause_tag == "data_error" for one in said):
        if ORDER.index(status.state) > ORDER.index(MonthState.LOADED):
            reach(session, client_id, month, MonthState.LOADED, by=by, at=at)
    elif status.state is MonthState.LOADED:
        reach(session, client_id, month, MonthState.CHECKED, by=by, at=at)


def reopen_months(
    session: Session, client_id: str, days: Period | None = None, *, by: str, at: datetime
) -> None:
    """Take back the approval of every month whose money moved by a rate or a margin; `days` None: of all."""
    for status in reports.of_client(session, client_id):
        if days is None or overlap(parse_month(status.month), days):
            reopen(session, client_id, status.month, by=by, at=at)


def data_moved(session: Session, client_id: str, month: str, *, by: str, at: datetime, sent: bool) -> None:
    """A month's figures came or moved: an approval falls away, a report that was `sent` stays sent.

    What becomes of a sent report is a person's decision (`services.restating`).
    """
    status = reports.get(session, client_id, month)
    if not (sent and status.state is MonthState.EXPORTED):
        reach(session, client_id, month, MonthState.CHECKED, by=by, at=at)
