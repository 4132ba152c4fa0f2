"""Words that several people may edit at once: every save is kept, nobody's are overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from tiger_reports.model.card import Comment

T = TypeVar("T")


@dataclass(frozen=True)
class Listed(Generic[T]):
    """A list of a month (key figures, plan) and the revision to hand back when saving it."""

    items: tuple[T, ...] = ()
    rev: int = 0
    author: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True)
class SavedComment:
    """`stored` is what stands now. In a conflict `rejected` holds the words that were not taken.

    The rejected words are kept as a revision as well; to keep them, save them with `stored.rev`.
    """

    stored: Comment
    rejected: Comment | None = None


@dataclass(frozen=True)
class SavedList(Generic[T]):
    """As `SavedComment`, for a month's list."""

    stored: Listed[T]
    rejected: tuple[T, ...] | None = None


@dataclass(frozen=True)
class Revision(Generic[T]):
    """One save. A rejected one lost a race and never stood."""

    rev: int
    author: str
    saved_at: datetime
    words: T
    rejected: bool = False
