"""A problem that the client had at the start, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ProblemState(StrEnum):
    OPEN = "open"
    AT_WORK = "at_work"
    SOLVED = "solved"
    ACCEPTED = "accepted"  # known, and the client lives with it


@dataclass(frozen=True)
class Problem:
    what: str = ""
    noted_on: date | None = None
    state: ProblemState = ProblemState.OPEN
    done: str = ""  # what was done about it
    owner: str = ""
