"""Two people at one card: what can be joined without a question, and what a reader must decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tiger_reports.model.card import Comment

Content = str | bool | float | date | None
FIELDS = (
    "cause_tag",
    "cause",
    "despite",
    "confidence",
    "evidence",
    "opinion",
    "no_solution",
    "action",
    "solution",
    "owner",
    "due",
    "expected_metric",
    "expected_way",
    "expected_size",
    "expected",
    "still_holds",
    "internal",
    "seen",
)
"""What people write; the rest of a comment is written by the program."""


@dataclass(frozen=True)
class Edit:
    """One field as this reader changed it: `was` is what they had before their eyes."""

    field: str
    was: Content
    now: Content


def edited(comment: Comment, edit: Edit) -> Comment:
    changes: dict[str, Any] = {edit.field: edit.now}
    return replace(comment, **changes)


def joined(theirs: Comment, edit: Edit) -> Comment | None:
    """Their newer comment with this edit, where they left the field alone; else None: somebody decides."""
    found = getattr(theirs, edit.field)
    return edited(theirs, edit) if found in (edit.was, edit.now) else None


def both_texts(mine: str, theirs: str) -> str:
    """A first proposal for a merged text: everything of both, nothing twice."""
    if mine.strip() in theirs:
        return theirs
    if theirs.strip() in mine:
        return mine
    return f"{theirs.rstrip()}\n\n{mine.lstrip()}"
