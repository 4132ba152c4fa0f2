"""A step of the month's work: one of the standard four, or one of the client's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

STANDARD = ("set_up", "posts", "optimise", "schedule")
"""Keys of the steps that every client's month has; their words live in `text`."""


@dataclass(frozen=True)
class MonthStep:
    """`key` is one of STANDARD, or empty where `what` says it in the client's own words."""

    key: str = ""
    what: str = ""
    owner: str = ""
    due: date | None = None
    done_on: date | None = None

    @property
    def name(self) -> tuple[str, str]:
        """What makes it the same step, whoever does it."""
        return self.key, self.what
