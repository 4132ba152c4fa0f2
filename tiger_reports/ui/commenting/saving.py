"""Saving one field of a comment. Nobody's words are overwritten: what cannot be joined is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tiger_reports.model.card import Card, Comment
from tiger_reports.model.revised import SavedComment
from tiger_reports.services.months.comments import save_comment
from tiger_reports.ui import notices, state
from tiger_reports.ui.commenting.merging import Content, Edit, edited, joined
from tiger_reports.ui.guard import Visit

TRIES = 3
"""Others may save between our two steps; after so many times the reader decides."""


@dataclass(frozen=True)
class Dispute:
    """One field with two texts: mine, not saved yet, and theirs, saved."""

    edit: Edit
    theirs: Comment


def comment_of(card: Card) -> Comment:
    """The card's comment; an empty one where nothing is written. Figures are those the writer sees now."""
    comment = card.comment or Comment(card.key)
    return replace(comment, before=card.change.before.amount, after=card.change.after.amount)


def save_field(visit: Visit, seen: Comment, edit: Edit) -> None:
    """Store one edit made on `seen`; a dispute is kept in the session until it is settled."""
    if edit.now == edit.was:
        return
    outcome = notices.attempt(lambda: _save(visit, edited(seen, edit), edit, TRIES), visit.t)
    if outcome is not None and outcome.rejected is not None:
        state.keep(_name(seen.card), Dispute(edit, outcome.stored))
    elif outcome is not None and _disputed(seen.card, edit.field):
        settle(seen.card)


def dispute(card: str) -> Dispute | None:
    found = state.kept(_name(card))
    return found if isinstance(found, Dispute) else None


def settle(card: str) -> None:
    """End a dispute; the field takes the stored text from now on."""
    state.drop(_name(card))
    state.advance(f"replace:{card}")


def replacement(card: str) -> int:
    return state.counter(f"replace:{card}")


def take(visit: Visit, theirs: Comment, field: str, text: Content) -> None:
    """Store the text that was decided on, over the comment that the decider saw."""
    settle(theirs.card)
    save_field(visit, theirs, Edit(field, getattr(theirs, field), text))


def put(visit: Visit, seen: Comment, field: str, text: str) -> None:
    """Store a text that was mended beside its field; the field takes it over."""
    save_field(visit, seen, Edit(field, getattr(seen, field), text))
    state.advance(f"replace:{seen.card}")


def _save(visit: Visit, mine: Comment, edit: Edit, tries: int) -> SavedComment:
    outcome = save_comment(*visit.scope, mine)
    if outcome.rejected is None or tries == 0:
        return outcome
    together = joined(outcome.stored, edit)
    if together is None:
        return outcome
    return _save(visit, replace(together, before=mine.before, after=mine.after), edit, tries - 1)


def _disputed(card: str, field: str) -> bool:
    found = dispute(card)
    return found is not None and found.edit.field == field


def _name(card: str) -> str:
    return f"dispute:{card}"
