"""A record of a client that several people may edit: what it says, and the revision that was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Record(Generic[T]):
    """`rev` 0: nobody has saved it yet. `id` stays the same through every change of its words."""

    id: str
    words: T
    rev: int = 0
    author: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True)
class SavedRecord(Generic[T]):
    """`stored` is what stands now; in a conflict `rejected` holds the words that were not taken.

    `stored` is None where somebody removed the record meanwhile. Rejected words are kept as a revision.
    """

    stored: Record[T] | None
    rejected: T | None = None
