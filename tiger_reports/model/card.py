"""A comment card: one change that deserves an expert's words, the evidence, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.change import Change, Lever, Scope, Segment, Split
from tiger_reports.model.claim import Claim
from tiger_reports.model.hypothesis import Hypothesis
from tiger_reports.model.judgement import ExpectedDay

CAUSES = (
    "intended",
    "season",
    "platform",
    "fatigue",
    "audience",
    "offer",
    "competition",
    "mix",
    "late",
    "tracking",
    "data_error",
    "other",
)
"""Cause tags a specialist chooses from; their words live in `text`. The app never proposes one."""

ACTIONS = ("keep", "raise", "lower", "shift", "pause", "renew", "target", "test", "fix", "check", "agree")
"""What is done next, as a verb; its object stands in the words of the solution."""

WAYS = ("up", "down")


class Confidence(StrEnum):
    """How sure the author is of the cause."""

    SURE = "sure"
    LIKELY = "likely"
    OPEN = "open"  # not known yet: the next step is a check with an owner and a day


class Duty(StrEnum):
    """What a card asks for."""

    EXPLAIN_DROP = "explain_drop"  # cause, solution (or why none), owner, date
    EXPLAIN_RISE = "explain_rise"  # cause
    CONTEXT = "context"  # a neutral figure moved: one sentence is welcome, nothing is blocked
    NOTICE = "notice"  # large as a share and within normal variation: a tick that it was seen


class CardState(StrEnum):
    OPEN = "open"
    DRAFTED = "drafted"  # something is written, something is missing
    CHECKED = "checked"  # everything asked for is there, and its numbers are the report's
    REVIEWED = "reviewed"  # somebody else has read it
    APPROVED = "approved"
    FROZEN = "frozen"  # stands in a deck that went out
    STALE = "stale"  # a figure changed after the words were written

    @property
    def explained(self) -> bool:
        return self not in (CardState.OPEN, CardState.DRAFTED, CardState.STALE)

    @property
    def approved(self) -> bool:
        return self in (CardState.APPROVED, CardState.FROZEN)


@dataclass(frozen=True)
class Comment:
    """The expert's words as stored. `rev` grows by one with every save; `saved_at` is UTC.

    `before` and `after` are the figures that the author saw: the comment is stale when they move.
    `expected_size` is a fraction of the month's figure: 0.1 and `down` expect it a tenth lower.
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
    evidence: str = ""  # a link, or where it can be seen
    opinion: bool = False  # nothing shows it: the author's experience stands for it
    despite: str = ""  # why this cause, although the data speak against it
    action: str = ""
    expected_metric: str = ""  # empty: the card's own figure
    expected_way: str = ""
    expected_size: float | None = None
    confidence: Confidence = Confidence.LIKELY
    still_holds: bool = False  # last month's words again, and on purpose
    seen: bool = False
    author_email: str = ""
    reviewed_by: str = ""

    @property
    def empty(self) -> bool:
        return not (self.cause_tag or self.cause.strip() or self.solution.strip())

    @property
    def refuses(self) -> bool:
        """Whether `solution` tells why there is none; an open cause always has its check."""
        return self.no_solution and self.confidence is not Confidence.OPEN

    @property
    def promises(self) -> bool:
        return bool(self.solution.strip()) and not self.refuses


@dataclass(frozen=True)
class Evidence:
    """What the data say about a change, and nothing about its cause.

    `levers` add up to the change; so do the `segments` (campaigns, or channels where no campaigns are
    known) together with `rest`; and so do all the `channels`. `found` is the smallest set of segments of any
    depth; `mixes` are dimensions in which the whole moved against the rates of its parts.
    """

    levers: tuple[Lever, ...] = ()
    segments: tuple[Segment, ...] = ()
    rest: float = 0.0
    daily: tuple[tuple[date, float | None], ...] = ()
    earlier: tuple[tuple[date, float | None], ...] = ()  # the days of the period compared with
    channels: tuple[Segment, ...] = ()
    found: Split | None = None
    mixes: tuple[str, ...] = ()
    band: tuple[ExpectedDay, ...] = ()  # normal variation day by day
    events: tuple[LogEntry, ...] = ()  # what was done to the campaigns in the two periods
    hypotheses: tuple[Hypothesis, ...] = ()

    @property
    def told(self) -> tuple[Segment, ...]:
        """The segments that are named first: those that were found, else the largest campaigns."""
        return self.found.segments if self.found and self.found.segments else self.segments

    @property
    def told_rest(self) -> float:
        """What `told` leaves of the change."""
        if not (self.found and self.found.segments):
            return self.rest
        outside = self.found.unallocated
        return self.found.rest + (outside.effect if outside else 0.0)


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
        unexplained = self.duty is Duty.EXPLAIN_DROP and not self.state.explained
        return self.state is CardState.STALE or unexplained

    @property
    def waits_for_review(self) -> bool:
        """A drop that the client will read is read by a second person first."""
        internal = self.comment is not None and self.comment.internal
        return self.duty is Duty.EXPLAIN_DROP and self.state is CardState.CHECKED and not internal
