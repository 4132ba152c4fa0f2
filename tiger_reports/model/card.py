"""A comment card: one change that deserves an expert's words, the evidence, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.change import Change, Lever, Scope, Segment
from tiger_reports.model.claim import Claim
from tiger_reports.model.hypothesis import Hypothesis
from tiger_reports.model.judgement import ExpectedDay

CAUSES = (
    "intended",
    "season",
    "platform",
    "fatigue",
    "offer",
    "competition",
    "tracking",
    "data_error",
    "other",
)
"""Cause tags a specialist chooses from; their words live in `text`. The app never proposes one."""


class Duty(StrEnum):
    """What a card asks for."""

    EXPLAIN_DROP = "explain_drop"  # cause, solution (or why none), owner, date
    EXPLAIN_RISE = "explain_rise"  # cause
    CONTEXT = "context"  # a neutral figure moved: one sentence is welcome, nothing is blocked


class CardState(StrEnum):
    OPEN = "open"
    DRAFTED = "drafted"  # something is written, something is missing
    READY = "ready"  # everything asked for is there
    APPROVED = "approved"
    STALE = "stale"  # a figure changed after the words were written


@dataclass(frozen=True)
class Comment:
    """The expert's words as stored. `rev` grows by one with every save; `saved_at` is UTC.

    `before` and `after` are the figures that the author saw: the comment is stale when they move.
    """

    card: str
    cause_tag: str = ""
    cause: str = ""
    solution: str = ""
    no_solution: bool = False  # then `solution` holds the reason
    owner: str = ""
    due: date | None = None
    expected: str = ""
    internal: bool = False  # kept out of the client's deck
    author: str = ""
    saved_at: datetime | None = None
    rev: int = 0
    before: float | None = None
    after: float | None = None
    approved_by: str = ""
    returned: str = ""  # what the lead wrote when sending it back

    @property
    def empty(self) -> bool:
        return not (self.cause_tag or self.cause.strip() or self.solution.strip())


@dataclass(frozen=True)
class Evidence:
    """What the data say about a change, and nothing about its cause.

    `levers` add up to the change; so do the `segments` (campaigns, or channels where no campaigns are
    known) together with `rest`; and so do all the `channels`.
    """

    levers: tuple[Lever, ...] = ()
    segments: tuple[Segment, ...] = ()
    rest: float = 0.0
    daily: tuple[tuple[date, float | None], ...] = ()
    channels: tuple[Segment, ...] = ()
    band: tuple[ExpectedDay, ...] = ()  # normal variation day by day
    events: tuple[LogEntry, ...] = ()  # what was done to the campaigns in the two periods
    hypotheses: tuple[Hypothesis, ...] = ()


@dataclass(frozen=True)
class Card:
    """`key` is `2026-10:cpa:all`: month, metric, scope; recalculation never loses or doubles one."""

    key: str
    duty: Duty
    change: Change  # the comparison that made it notable
    other: Change | None  # the second comparison of the same figure
    evidence: Evidence
    sentence: str = ""
    comment: Comment | None = None
    last_month: Comment | None = None
    state: CardState = CardState.OPEN
    final_on: date | None = None  # first day on which the figure grows no more; None: it is final
    missing: tuple[str, ...] = ()  # names of the fields still asked for, and of warnings
    told: Comment | None = None  # the comment with its chips written out: what the client reads
    claims: tuple[Claim, ...] = ()  # the numbers in the comment, and what holds of each

    @property
    def metric(self) -> str:
        return self.change.metric

    @property
    def scope(self) -> Scope:
        return self.change.scope

    @property
    def blocking(self) -> bool:
        """Drops block a client deck until explained; rises warn; words on an old figure always block."""
        explained = self.state in (CardState.READY, CardState.APPROVED)
        return self.state is CardState.STALE or (self.duty is Duty.EXPLAIN_DROP and not explained)
