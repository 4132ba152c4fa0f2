"""Words of a month: comments on cards, key figures, the plan, and the lead's verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tiger_reports.model.card import Comment
from tiger_reports.model.client import Actor
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState
from tiger_reports.model.revised import Listed, Revision, SavedComment, SavedList
from tiger_reports.services.guard import require_lead, seen_client
from tiger_reports.services.months.reports import left_open, month_report
from tiger_reports.services.months.reviewing import (
    Waived,
    let_through,
    mark_read,
    overriding,
    to_read,
    unread,
)
from tiger_reports.services.office import Office
from tiger_reports.services.progress import doubt, reach, reopen
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit, comments, month_lists, reports
from tiger_reports.store.state.month_lists import MonthLists

T = TypeVar("T")


def save_comment(office: Office, actor: Actor, client_id: str, comment: Comment) -> SavedComment:
    """Store the words if `comment.rev` is the one that its author saw; else return both texts, losing none.

    The figures that the author saw are kept with the words: when they move, the comment goes stale.
    """
    seen_client(office, actor, client_id)
    signed = replace(comment, author=actor.shown, author_email=actor.email, approved_by="", returned="")
    month = comment.card.partition(":")[0]
    with office.store.write() as session:
        saved = comments.save(session, client_id, signed, at=office.now())
        if saved.rejected is None:
            reopen(session, client_id, month, by=actor.email, at=office.now())
            doubt(session, client_id, month, by=actor.email, at=office.now())
        return saved


def revisions(office: Office, actor: Actor, client_id: str, card: str) -> tuple[Revision[Comment], ...]:
    """Every save of a card's words, the ones that lost a race included."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return comments.revisions(session, client_id, card)


def key_figures(office: Office, actor: Actor, client_id: str, month: Period) -> Listed[KeyFigure]:
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return month_lists.key_figures.get(session, client_id, month.month_key)


def set_key_figures(
    office: Office, actor: Actor, client_id: str, month: Period, mine: Listed[KeyFigure]
) -> SavedList[KeyFigure]:
    """Save the chosen figures; `mine.rev` is the one that was read."""
    return _saved(office, actor, client_id, month, month_lists.key_figures, mine)


def plan(office: Office, actor: Actor, client_id: str, month: Period) -> Listed[PlanItem]:
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return month_lists.plans.get(session, client_id, month.month_key)


def set_plan(
    office: Office, actor: Actor, client_id: str, month: Period, mine: Listed[PlanItem]
) -> SavedList[PlanItem]:
    """Save the plan of the month after; `mine.rev` is the one that was read."""
    return _saved(office, actor, client_id, month, month_lists.plans, mine)


def _saved(
    office: Office, actor: Actor, client_id: str, month: Period, kind: MonthLists[T], mine: Listed[T]
) -> SavedList[T]:
    """Words that changed take an approval of the month back."""
    seen_client(office, actor, client_id)
    signed = replace(mine, author=actor.email)
    with office.store.write() as session:
        saved = kind.save(session, client_id, month.month_key, signed, at=office.now())
        if saved.rejected is None:
            reopen(session, client_id, month.month_key, by=actor.email, at=office.now())
        return saved


def approve_month(
    office: Office,
    actor: Actor,
    client_id: str,
    month: Period,
    *,
    own_words: bool = False,
    waived: Waived | None = None,
) -> None:
    """The lead's step; raise RefusedError with what is open while anything is.

    It reads what nobody else has read: a drop that the lead wrote is another person's to read, unless
    `own_words` ticks it and no second person can sign in. `waived` lets missing words through, by name and
    with the reason; both are kept and printed.
    """
    require_lead(actor)
    report = month_report(office, actor, client_id, month)
    read = to_read(report, actor, own_words=own_words)
    left = (*left_open(report), *unread(report, read))
    override = overriding(report, left, waived, at=office.now())
    name, now = actor.shown, office.now()
    with office.store.write() as session:
        if override is not None:
            let_through(session, actor, override)
        for card in report.cards:
            said = mark_read(session, actor, client_id, card, at=now) if card in read else card.comment
            if said and not said.empty:
                comments.judge(session, client_id, said, by=name, at=now)
        approved = reach(session, client_id, month.month_key, MonthState.APPROVED, by=name, at=now)
        reports.save(session, replace(approved, approved_version=report.notes.version))
        entry = AuditEntry(now, actor.email, "month.approved", client_id, month.month_key)
        audit.record(session, entry)


def return_month(office: Office, actor: Actor, client_id: str, month: Period, reason: str) -> None:
    """Send the report back to its specialist with a word on what to change."""
    require_lead(actor)
    seen_client(office, actor, client_id)
    if not reason.strip():
        raise RefusedError("reason_missing")
    with office.store.write() as session:
        status = reports.get(session, client_id, month.month_key)
        if status.state is MonthState.NO_DATA:
            raise RefusedError("nothing_to_return")
        moved = reach(
            session, client_id, month.month_key, MonthState.CHECKED, by=actor.email, at=office.now()
        )
        reports.save(session, replace(moved, returned=reason.strip()))
        entry = AuditEntry(office.now(), actor.email, "month.returned", client_id, month.month_key)
        audit.record(session, entry)
