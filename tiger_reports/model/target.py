"""A target of one period, and how far a result has come on its way there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiger_reports.model.cooperation import Pause, worked_days
from tiger_reports.model.period import Period


@dataclass(frozen=True)
class PaceLevels:
    """Shares of what was expected by today; below `warn` a figure is watched, below `alarm` it is behind."""

    warn: float = 0.9
    alarm: float = 0.75


class PaceState(StrEnum):
    ON_PACE = "on_pace"
    WATCH = "watch"
    BEHIND = "behind"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Target:
    """What `metric` has to reach in `period`; an empty channel means all of them together.

    `days` are the days of the period on which the goal holds: fewer than the period has where it begins or
    ends inside. `even`: a sum that grows with the days; a ratio is the same on every day.
    """

    metric: str
    value: float
    period: Period
    days: Period
    even: bool
    channel: str = ""
    goal: str = ""
    record: str = ""  # id of the goal that it comes from
    pauses: tuple[Pause, ...] = ()  # days of the cooperation that ask for nothing

    @property
    def asked(self) -> int:
        """The days on which something is asked for."""
        return worked_days(self.pauses, self.days)

    @property
    def partial(self) -> bool:
        """Whether it asks for less than the whole period."""
        return self.days != self.period

    @property
    def key(self) -> str:
        """`leads`, or `meta-ads:leads` for a target of one channel."""
        return f"{self.channel}:{self.metric}" if self.channel else self.metric


@dataclass(frozen=True)
class Pace:
    """A result on its way to a target.

    `expected` is the part of the target that was due with the days that are over. `share` is result by
    expectation, turned round where less is better, so that 1 is always "as agreed". `forecast` says where
    the period ends if its days go on as they were; it is never a result.
    """

    target: Target
    result: float | None
    expected: float
    share: float | None
    state: PaceState
    days_over: int
    forecast: float | None = None

    @property
    def over(self) -> bool:
        """Whether all days of the target are over: what stands is the result."""
        return self.days_over >= self.target.asked


def state_word(pace: Pace) -> str:
    """A pace while days are left; when they are over it is a result, reached or missed."""
    if not pace.over or pace.share is None:
        return str(pace.state)
    return "reached_target" if pace.share >= 1 else "missed_target"
