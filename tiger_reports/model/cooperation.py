"""How a cooperation runs: its pauses, and where a day stands in its Tiger Year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from tiger_reports.model.period import Period, overlap
from tiger_reports.model.tiger_year import TigerPeriod

SOON = timedelta(days=14)
"""How long before its day a meeting is told as one that comes soon."""


@dataclass(frozen=True)
class Pause:
    """Days on which nothing is expected or compared; `end` is the first day after, None while it lasts."""

    id: str
    start: date
    end: date | None = None
    reason: str = ""
    who: str = ""
    at: datetime | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def touches(self, period: Period) -> bool:
        return self.start < period.end and (self.end is None or period.start < self.end)

    def holds(self, period: Period) -> bool:
        """Whether every day of the period is paused."""
        return self.start <= period.start and (self.end is None or period.end <= self.end)


def paused_in(pauses: Iterable[Pause], period: Period) -> tuple[Period, ...]:
    """The paused days of a period, oldest first."""
    spans = (overlap(Period(one.start, one.end or date.max), period) for one in pauses)
    return tuple(sorted(span for span in spans if span is not None))


def worked_days(pauses: Iterable[Pause], period: Period) -> int:
    """Days of a period that no pause holds; pauses do not overlap."""
    return period.days - sum(span.days for span in paused_in(pauses, period))


def resumed_by(pauses: Iterable[Pause], day: date) -> date | None:
    """The last day up to `day` on which work began again; None where it never paused before."""
    return max((one.end for one in pauses if one.end is not None and one.end <= day), default=None)


@dataclass(frozen=True)
class Standing:
    """Where a day stands: Tiger Year, quarter, month and week (all from 1), and days left in the quarter."""

    year: TigerPeriod
    quarter: TigerPeriod
    month: TigerPeriod
    week: int
    days_left: int


class MeetingState(StrEnum):
    AHEAD = "ahead"
    SOON = "soon"
    DUE = "due"  # its day has come, its quarter is not over
    MISSED = "missed"  # its quarter is over
    DONE = "done"


@dataclass(frozen=True)
class Meeting:
    """The meeting that closes a quarter, due on a working day.

    `done` once its deck went out, or once its notes name a day that has come, on which it was held.
    """

    quarter: TigerPeriod
    due: date
    done: bool = False

    def state(self, today: date) -> MeetingState:
        if self.done:
            return MeetingState.DONE
        if self.quarter.period.end <= today:
            return MeetingState.MISSED
        if self.due <= today:
            return MeetingState.DUE
        return MeetingState.SOON if self.due - today <= SOON else MeetingState.AHEAD


@dataclass(frozen=True)
class Activity:
    """One activity of the standard cycle: how often it comes back, and whether this client has it."""

    key: str
    rhythm: str  # week | month | quarter | year
    on: bool = True
