"""A non-standard activity, from the proposal to its effect: one record and one id all the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.period import Period


class ActivityKind(StrEnum):
    ACTIVATION = "activation"
    CONTEST = "contest"
    FAN_FUN = "fan_fun"
    GRAPHIC_UPSELL = "graphic_upsell"
    TRAINING = "training"
    NEW_CHANNEL = "new_channel"
    INFLUENCER = "influencer"
    OWN = "own"


class Stage(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


class Estimate(StrEnum):
    """How much of something a person expects, before anyone has tried."""

    NONE = ""
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Outcome(StrEnum):
    NONE = ""
    SUCCESS = "success"
    LESSON = "lesson"


class Onward(StrEnum):
    """What comes after a test."""

    NONE = ""
    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"


@dataclass(frozen=True)
class Activity:
    """`cost` is in the client's currency. `start` and `last` are its first and last day: asked for while
    it is a proposal, agreed once it is accepted.

    `metric` is what shows whether it worked; `expected_low` and `expected_high` bound what the whole test is
    expected to show of it, in its unit. `picture` is the key of a stored mock-up.
    """

    kind: ActivityKind = ActivityKind.OWN
    title: str = ""
    idea: str = ""
    audience: str = ""
    goal: str = ""
    metric: str = ""
    expected_low: float | None = None
    expected_high: float | None = None
    effort: Estimate = Estimate.NONE
    impact: Estimate = Estimate.NONE  # the effect that is expected of it
    risk: str = ""
    cost: float | None = None
    test_days: int | None = None
    stop_rule: str = ""
    picture: str = ""
    year: int = 1  # Tiger Year and quarter of the meeting at which it is proposed
    quarter: int = 2
    stage: Stage = Stage.PROPOSED
    decided_on: date | None = None
    why_not: str = ""  # the client's reason for declining
    channels: tuple[str, ...] = ()  # empty: all
    start: date | None = None
    last: date | None = None
    outcome: Outcome = Outcome.NONE
    onward: Onward = Onward.NONE
    learned: str = ""

    @property
    def accepted(self) -> bool:
        return self.stage in (Stage.ACCEPTED, Stage.DONE)

    @property
    def days(self) -> Period | None:
        """The days on which it ran or will run."""
        if self.start is None or self.last is None or self.last < self.start:
            return None
        return Period(self.start, date.fromordinal(self.last.toordinal() + 1))
