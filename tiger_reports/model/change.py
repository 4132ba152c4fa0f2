"""One figure against another: how it moved, whether that is good, and whether it must be explained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.judgement import Judgement
from tiger_reports.model.metric import Value
from tiger_reports.model.period import Period


class Reference(StrEnum):
    PREVIOUS = "previous"
    YEAR_AGO = "year_ago"
    BASELINE = "baseline"  # the same place in the year before the cooperation


class Verdict(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"  # moved, and that is neither good nor bad
    SAME = "same"
    UNKNOWN = "unknown"  # nothing to compare with


class Gap(StrEnum):
    """Why a change has no percent."""

    NONE = ""
    NO_BASE = "no_base"  # nothing stored for the reference
    ZERO_BASE = "zero_base"  # the reference is zero: "new"
    MISSING = "missing"  # the figure itself is missing
    PARTIAL = "partial"  # one side covers fewer days of its month
    DEFINITION = "definition"  # the figure means something else since a day between the two


@dataclass(frozen=True)
class Coverage:
    """How many of a period's days the data hold."""

    days: int
    of: int

    @property
    def partial(self) -> bool:
        return 0 < self.days < self.of


@dataclass(frozen=True)
class Scope:
    """Which part of the account a figure is about; empty means all of it."""

    channel: str = ""
    campaign: str = ""

    @property
    def key(self) -> str:
        return "/".join(part for part in (self.channel, self.campaign) if part) or "all"


@dataclass(frozen=True)
class Change:
    """`metric` in `period` against the same in `base_period`.

    `delta` is in the metric's unit (for percents: a difference of fractions, shown as points);
    `relative` is a fraction, None where `gap` says why.
    """

    metric: str
    scope: Scope
    reference: Reference
    period: Period
    base_period: Period
    after: Value
    before: Value
    delta: float | None
    relative: float | None
    verdict: Verdict
    gap: Gap = Gap.NONE
    notable: bool = False
    broken_on: date | None = None  # first day of another meaning that lies between the two periods
    judgement: Judgement | None = None
    months: tuple[int, int] | None = (
        None  # n of m months stand on both sides and are compared; None: all days
    )


@dataclass(frozen=True)
class Lever:
    """One factor of a metric's chain and its share of the change; effects add up to the change."""

    metric: str
    before: float
    after: float
    effect: float


@dataclass(frozen=True)
class Segment:
    """One channel or campaign and its share of the change; effects and the rest add up to it."""

    dimension: str
    name: str
    before: float | None
    after: float | None
    effect: float
    rate: float | None = None
    mix: float | None = None
    kind: str = "both"  # both | entered | ended | no_result (cost and nothing for it)
    channel: str = ""
