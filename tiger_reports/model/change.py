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
    PLAN = "plan"  # a target of the same period
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
    """How many of a period's days the data hold; days on which the cooperation paused are none of them."""

    days: int
    of: int
    paused: int = 0

    @property
    def partial(self) -> bool:
        return 0 < self.days < self.of or self.paused > 0


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
    notable: bool = False  # deserves words: by its judgement, or where there is none as it is material
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


Where = tuple[tuple[str, str], ...]
"""Dimension and value, one pair a condition: (("campaign", "Spring"), ("device", "mobile"))."""


@dataclass(frozen=True)
class Segment:
    """A part of the account and its share of the change; effects and the rest add up to the change.

    An empty `where` is what a breakdown's files do not hold.
    """

    where: Where
    before: float | None
    after: float | None
    effect: float
    rate: float | None = None
    mix: float | None = None
    kind: str = "both"  # both | entered | ended | no_result (cost and nothing for it) | unallocated
    channel: str = ""

    @property
    def named(self) -> bool:
        """Whether every condition has a value: money that no campaign is named for has none."""
        return bool(self.where) and all(value for _, value in self.where)

    @property
    def scope(self) -> Scope | None:
        """The channel or campaign that it is; None for anything finer."""
        where = dict(self.where)
        if not where.keys() <= {"channel", "campaign"}:
            return None
        return Scope(where.get("channel") or self.channel, where.get("campaign", ""))


@dataclass(frozen=True)
class Split:
    """The smallest set of segments found to hold a change, within one cube of the files.

    `segments` with `rest` and, where a breakdown's files hold another total than the account, `unallocated`
    add up to the change. `in_common`: all parts moved alike, or the segments hold less than two thirds of
    the change, so what moved it lies outside of these dimensions. `alternatives` are the next candidates,
    each for itself; they overlap.
    """

    dimensions: tuple[str, ...]
    segments: tuple[Segment, ...]
    rest: float
    unallocated: Segment | None = None
    in_common: bool = False
    alternatives: tuple[Segment, ...] = ()
