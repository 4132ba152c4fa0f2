"""Meetings at the end of the quarters of cooperation: what was said, asked and decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeetingForm(StrEnum):
    MEETING = "meeting"
    CALL = "call"


class Feeling(StrEnum):
    """What the client says of the work so far."""

    NOT_ASKED = "not_asked"
    CONFIRMED = "confirmed"
    WORRIED = "worried"


@dataclass(frozen=True)
class Meeting:
    """Notes of the meeting of one quarter."""

    held_on: date | None = None
    form: MeetingForm = MeetingForm.MEETING
    people: str = ""
    notes: str = ""
    achieved: str = ""  # what was reached, in the specialist's words
    plans: str = ""  # what comes next
    feeling: Feeling = Feeling.NOT_ASKED
    worry: str = ""


class Kept(StrEnum):
    """What became of a decision."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"  # done, after the day that was agreed
    NOT_KEPT = "not_kept"  # the agreed day is over


@dataclass(frozen=True)
class Decision:
    """What was decided at a meeting; it is an open task until its day of being done."""

    year: int = 1
    quarter: int = 1
    what: str = ""
    owner: str = ""
    due: date | None = None
    done_on: date | None = None

    @property
    def open(self) -> bool:
        return self.done_on is None

    @property
    def meeting(self) -> tuple[int, int]:
        """Tiger Year and quarter of the meeting."""
        return self.year, self.quarter

    def overdue(self, today: date) -> bool:
        """Open although the agreed day is over."""
        return self.open and self.due is not None and self.due < today

    def kept(self, today: date) -> Kept:
        if self.done_on is None:
            return Kept.NOT_KEPT if self.overdue(today) else Kept.OPEN
        return Kept.LATE if self.due is not None and self.due < self.done_on else Kept.KEPT


class QuestionKind(StrEnum):
    GOALS = "goals"
    BUDGET = "budget"
    MARKETS = "markets"
    PRODUCTS = "products"
    CHANNELS = "channels"
    OTHER = "other"


@dataclass(frozen=True)
class Question:
    """A question to the client about the next year, and the answer once there is one."""

    year: int = 1
    quarter: int = 3
    kind: QuestionKind = QuestionKind.OTHER
    text: str = ""
    answer: str = ""
