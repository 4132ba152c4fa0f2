"""The notes of a week: Monday's plan and Friday's summary, and the facts that they are written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.period import Period
from tiger_reports.model.record import Record


class NoteKind(StrEnum):
    MONDAY = "monday"
    FRIDAY = "friday"


class EntryKind(StrEnum):
    TASK = "task"
    QUESTION = "question"
    DOUBT = "doubt"
    DECISION = "decision"  # of a meeting
    POST = "post"
    ACCEPTANCE = "acceptance"  # of a post, by the client
    STEP = "step"  # of the month's checklist
    MEETING = "meeting"
    REPORT = "report"


@dataclass(frozen=True)
class Entry:
    """One line of a note. `period` is a report's month, `quarter` the one that a meeting closes, or at whose
    meeting something was decided.

    `step` is the key of a standard step, `what` the words of a person.
    """

    kind: EntryKind
    day: date | None = None  # promised, planned or done on it
    what: str = ""
    owner: str = ""
    channel: str = ""
    period: Period | None = None
    quarter: int = 0
    step: str = ""


@dataclass(frozen=True)
class WeekFacts:
    """What a note tells; `plan_days` are the next five working days, or the next week's.

    `done` and `open` are empty on a Monday. `overdue` ones are told first and are not among `plan` or `open`.
    """

    kind: NoteKind
    day: date
    week: Period  # Monday to Friday
    plan_days: Period
    overdue: tuple[Entry, ...] = ()
    plan: tuple[Entry, ...] = ()
    done: tuple[Entry, ...] = ()
    open: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Note:
    """Words as a person edited them on `base`, the draft; empty: the draft stands. `called_on`: by phone."""

    text: str = ""
    base: str = ""
    called_on: date | None = None


@dataclass(frozen=True)
class WrittenNote:
    """A note as it would go out. `draft` is what the facts say now."""

    facts: WeekFacts
    subject: str
    draft: str
    record: Record[Note]

    @property
    def text(self) -> str:
        return self.record.words.text or self.draft

    @property
    def outdated(self) -> bool:
        """Whether the facts moved since a person edited the words."""
        words = self.record.words
        return bool(words.text) and words.base != self.draft


@dataclass(frozen=True)
class NoteDays:
    """The working days of a week on which its notes are due; None where the whole week is off."""

    monday: date | None
    friday: date | None
