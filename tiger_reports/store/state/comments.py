"""Experts' comments. Every save is kept; a save from an outdated page overwrites nobody."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.card import Comment, Confidence
from tiger_reports.model.revised import Revision, SavedComment
from tiger_reports.store.state.base import Base, Plain, UtcTime, Word
from tiger_reports.store.state.conditional import put

WORDS = tuple(one.name for one in fields(Comment) if one.name not in ("card", "rev"))
SIGNED = ("author", "author_email", "approved_by", "returned", "reviewed_by")
"""Fields of a comment that say who did what with it; its writer does not type them."""


class CommentRow(Base):
    __tablename__ = "comments"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    rev: Mapped[int]
    cause_tag: Mapped[str] = mapped_column(String(32))
    cause: Mapped[str]
    solution: Mapped[str]
    no_solution: Mapped[bool]
    owner: Mapped[str]
    due: Mapped[date | None]
    expected: Mapped[str]
    internal: Mapped[bool]
    author: Mapped[str]
    saved_at: Mapped[datetime | None] = mapped_column(UtcTime)
    before: Mapped[float | None]
    after: Mapped[float | None]
    approved_by: Mapped[str]
    returned: Mapped[str]
    evidence: Mapped[str]
    opinion: Mapped[bool]
    despite: Mapped[str]
    action: Mapped[str] = mapped_column(String(32))
    expected_metric: Mapped[str] = mapped_column(String(64))
    expected_way: Mapped[str] = mapped_column(String(8))
    expected_size: Mapped[float | None]
    confidence: Mapped[Confidence] = mapped_column(Word(Confidence))
    still_holds: Mapped[bool]
    seen: Mapped[bool]
    author_email: Mapped[str]
    reviewed_by: Mapped[str]


class CommentRevisionRow(Base):
    __tablename__ = "comment_revisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    card: Mapped[str] = mapped_column(index=True)
    rev: Mapped[int]
    author: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
    words: Mapped[Comment] = mapped_column(Plain(Comment))
    rejected: Mapped[bool]


def get(session: Session, client_id: str, card: str) -> Comment | None:
    row = session.get(CommentRow, (client_id, card), populate_existing=True)
    return _comment(row) if row else None


def of_month(session: Session, client_id: str, month: str) -> tuple[Comment, ...]:
    """Comments on the cards of a month such as `2026-10`: card keys begin with it."""
    mine = (CommentRow.client_id == client_id, CommentRow.card.startswith(f"{month}:", autoescape=True))
    return tuple(
        _comment(row) for row in session.scalars(select(CommentRow).where(*mine).order_by(CommentRow.card))
    )


def promised(session: Session, client_id: str) -> tuple[Comment, ...]:
    """Comments of all months that propose a solution, by the month of their card."""
    mine = (CommentRow.client_id == client_id, CommentRow.solution != "")
    rows = session.scalars(select(CommentRow).where(*mine).order_by(CommentRow.card))
    return tuple(comment for comment in map(_comment, rows) if comment.promises)


def save(session: Session, client_id: str, comment: Comment, *, at: datetime) -> SavedComment:
    """Store the words if `comment.rev` is still the one stored (0: none yet).

    An approval and a review are of the words as they stood, and fall away.
    Otherwise nothing is overwritten: the answer holds the other's words, and ours become a rejected
    revision. Sending the same words twice is no conflict.
    """
    mine = replace(comment, saved_at=at, approved_by="", reviewed_by="")
    return _write(session, client_id, mine, by=comment.author, at=at)


def review(session: Session, client_id: str, comment: Comment, *, by: str, at: datetime) -> SavedComment:
    """Somebody has read the words of `comment.rev` and agrees."""
    return _write(session, client_id, replace(comment, reviewed_by=by), by=by, at=at)


def judge(
    session: Session,
    client_id: str,
    comment: Comment,
    *,
    by: str,
    at: datetime,
    returned: str | None = None,
) -> SavedComment:
    """The lead approves the words of `comment.rev`, or sends them back with `returned`."""
    verdict = (
        {"approved_by": by, "returned": ""} if returned is None else {"approved_by": "", "returned": returned}
    )
    return _write(session, client_id, replace(comment, **verdict), by=by, at=at)  # type: ignore[arg-type]  # fields by their names


def revisions(session: Session, client_id: str, card: str) -> tuple[Revision[Comment], ...]:
    """Every save of the card, oldest first, rejected ones included."""
    mine = (CommentRevisionRow.client_id == client_id, CommentRevisionRow.card == card)
    rows = session.scalars(select(CommentRevisionRow).where(*mine).order_by(CommentRevisionRow.id))
    return tuple(Revision(row.rev, row.author, row.saved_at, row.words, row.rejected) for row in rows)


def _write(session: Session, client_id: str, comment: Comment, *, by: str, at: datetime) -> SavedComment:
    place = {"client_id": client_id, "card": comment.card}
    took = put(session, CommentRow, place, comment.rev, {name: getattr(comment, name) for name in WORDS})
    stored = get(session, client_id, comment.card)
    if stored is None:
        raise LookupError(f"comment {comment.card} vanished while it was saved")
    if not took and _typed(stored) == _typed(comment):
        return SavedComment(stored)
    kept = stored if took else comment
    session.add(
        CommentRevisionRow(
            client_id=client_id,
            card=comment.card,
            rev=kept.rev,
            author=by,
            saved_at=at,
            words=kept,
            rejected=not took,
        )
    )
    session.flush()
    return SavedComment(stored, None if took else comment)


def _typed(comment: Comment) -> Comment:
    return replace(comment, rev=0, saved_at=None, **dict.fromkeys(SIGNED, ""))  # type: ignore[arg-type]  # fields by their names


def _comment(row: CommentRow) -> Comment:
    return Comment(card=row.card, rev=row.rev, **{name: getattr(row, name) for name in WORDS})
