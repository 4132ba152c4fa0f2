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


@dataclass(frozen=True)
class Decision:
    """What was decided at a meeting; it is an open task until its day of being done."""

    year: int = 1
    quarter: int = 1
    what: str = ""
    owner: str = ""
    due: date | None = None
    done_on: date | None = None


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
