"""Everything a quarter's or a year's report says, before anyone decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change, Coverage, Reference, Scope
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState, PlanItem, Report
from tiger_reports.model.stretch import Feast, Rule, Stretch


@dataclass(frozen=True)
class Explained:
    """A notable change and what the months' approved comments say of its figure, oldest first."""

    change: Change
    words: tuple[tuple[Period, Comment], ...] = ()


@dataclass(frozen=True)
class Promise:
    """A solution that a month's comment promised, and whether it was kept; None: nobody has said."""

    what: str
    owner: str = ""
    due: date | None = None
    kept: bool | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Problem:
    """A problem that the client had at the start, and how it stands now."""

    what: str
    status: str = ""  # open | addressed | solved
    answer: str = ""


@dataclass(frozen=True)
class Proposal:
    """A proposed activity: the idea, its goal, what it costs and how long it is tried."""

    title: str
    idea: str = ""
    goal: str = ""
    budget: float | None = None
    days: str = ""
    stop_rule: str = ""
    picture: bytes = b""


@dataclass(frozen=True)
class ActivityEffect:
    """A non-standard activity with the figures before, during and after it, and the verdict on it."""

    title: str
    metric: str
    before: float | None
    during: float | None
    after: float | None
    verdict: str = ""  # keep | change | stop | no_effect
    words: str = ""


class SuccessKind(StrEnum):
    RECORD = "record"  # the best month that is known
    IMPROVEMENT = "improvement"  # the largest change for the better against the year before
    TARGET = "target"  # a target that was reached


@dataclass(frozen=True)
class Success:
    """A candidate that a specialist may choose: what, when, and what it is held against."""

    kind: SuccessKind
    metric: str
    scope: Scope
    period: Period
    value: float
    before: float | None = None
    before_period: Period | None = None
    relative: float | None = None


@dataclass(frozen=True)
class MonthBeside:
    """A month of the year and the one in the same place of the year before; `whole` where both are."""

    place: int
    month: Period
    before: Period | None
    whole: bool


@dataclass(frozen=True, kw_only=True)
class TigerReport(Report):
    """A quarter or a year of the cooperation. What its agenda asks for is empty until somebody wrote it."""

    now: Stretch
    previous: Stretch
    year_ago: Stretch
    baseline: Stretch
    rule: Rule = field(default_factory=Rule)
    compared: tuple[tuple[Reference, Coverage], ...] = ()  # n of m months that stand on both sides
    beside: tuple[MonthBeside, ...] = ()
    feasts: tuple[Feast, ...] = ()
    pauses: tuple[Pause, ...] = ()
    new_channels: tuple[str, ...] = ()  # had nothing before the cooperation
    month_states: tuple[tuple[Period, MonthState], ...] = ()  # of the calendar months that it touches
    explained: tuple[Explained, ...] = ()
    promises: tuple[Promise, ...] = ()
    successes: tuple[Success, ...] = ()
    problems: tuple[Problem, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    activities: tuple[ActivityEffect, ...] = ()
    questions: tuple[str, ...] = ()
    plans: tuple[PlanItem, ...] = ()
    decisions: tuple[str, ...] = ()

    def months_of(self, reference: Reference) -> Coverage | None:
        return dict(self.compared).get(reference)
