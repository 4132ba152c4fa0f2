"""What people wrote down of a client's quarter or year, ready to be told in a deck."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.model.activity import Activity
from tiger_reports.model.effect import Effect, Window
from tiger_reports.model.meeting import Decision, Meeting, Question
from tiger_reports.model.onboarding import ChecklistItem
from tiger_reports.model.period import Period
from tiger_reports.model.problem import Problem, ProblemState
from tiger_reports.model.record import Record
from tiger_reports.model.year_plan import Aim, Offer, Pick, PickKind, Sketch, Step


@dataclass(frozen=True)
class TrackedProblem:
    """A problem with the days on which its state changed, oldest first."""

    id: str
    problem: Problem
    history: tuple[tuple[date, ProblemState], ...] = ()


@dataclass(frozen=True)
class TrackedActivity:
    """`effect` is None for what was never accepted, has no metric or no days; `picture` is its mock-up.

    `controls` are whole months around a test in which it did not run, by the weekdays of the test.
    """

    id: str
    activity: Activity
    effect: Effect | None = None
    picture: bytes = b""
    controls: tuple[Window, ...] = ()


@dataclass(frozen=True)
class PicturedOffer:
    id: str
    offer: Offer
    picture: bytes = b""


@dataclass(frozen=True)
class SketchTask:
    """The client's sketch is asked for by `due`; `overdue` says that nobody has yet."""

    sketch: Sketch
    due: date
    overdue: bool


@dataclass(frozen=True)
class Onboarding:
    """The steps of the first weeks that this client needs; `closed_on` is None until somebody closed them."""

    items: tuple[Record[ChecklistItem], ...]
    closed_on: date | None = None

    @property
    def open(self) -> tuple[Record[ChecklistItem], ...]:
        return tuple(one for one in self.items if one.words.done_on is None)


@dataclass(frozen=True)
class QuarterRecords:
    """`proposals` are those of this quarter's meeting; `activities` all that were accepted up to its end.

    `onboarding` is told once, at the end of the first quarter, and only where somebody kept its checklist.
    `told_on` is the day whose state all of it tells; None: today.
    """

    year: int
    quarter: int
    period: Period
    meeting: Meeting
    problems: tuple[TrackedProblem, ...] = ()
    proposals: tuple[TrackedActivity, ...] = ()
    activities: tuple[TrackedActivity, ...] = ()
    questions: tuple[Record[Question], ...] = ()
    decisions: tuple[Record[Decision], ...] = ()  # of this meeting
    earlier_decisions: tuple[Record[Decision], ...] = ()  # of the last meeting, and older ones open until now
    sketch: SketchTask | None = None
    onboarding: Onboarding | None = None
    told_on: date | None = None

    @property
    def open_decisions(self) -> tuple[Record[Decision], ...]:
        """Those of earlier meetings that nobody has done yet."""
        return tuple(one for one in self.earlier_decisions if one.words.open)

    @property
    def plans(self) -> str:
        return self.meeting.plans

    @property
    def channels(self) -> tuple[TrackedActivity, ...]:
        """Proposals of further channels."""
        return tuple(one for one in self.proposals if one.activity.kind == "new_channel")


@dataclass(frozen=True)
class YearRecords:
    """`faults` are codes of what the proposal still lacks; their words are `refusal.<code>`."""

    year: int
    period: Period
    sketch: SketchTask
    activities: tuple[TrackedActivity, ...] = ()
    picks: tuple[Record[Pick], ...] = ()
    proposal: tuple[PicturedOffer, ...] = ()
    timeline: tuple[Step, ...] = ()
    decisions: tuple[Record[Decision], ...] = ()
    problems: tuple[TrackedProblem, ...] = ()
    faults: tuple[str, ...] = ()
    aims: tuple[Record[Aim], ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()  # of picks, by the key of the stored file

    def picture(self, key: str) -> bytes:
        return dict(self.pictures).get(key, b"")

    def picked(self, kind: PickKind) -> tuple[Pick, ...]:
        return tuple(one.words for one in self.picks if one.words.kind is kind)
