"""How a cooperation runs: its pauses, and where a day stands in its Tiger Year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tiger_reports.model.period import Period
from tiger_reports.model.tiger_year import TigerPeriod


@dataclass(frozen=True)
class Pause:
    """Days on which nothing is expected or compared; `end` is the first day after, None while it lasts."""

    id: str
    start: date
    end: date | None = None
    reason: str = ""
    who: str = ""
    at: datetime | None = None

    def touches(self, period: Period) -> bool:
        return self.start < period.end and (self.end is None or period.start < self.end)

    def holds(self, period: Period) -> bool:
        """Whether every day of the period is paused."""
        return self.start <= period.start and (self.end is None or period.end <= self.end)


@dataclass(frozen=True)
class Standing:
    """Where a day stands: Tiger Year, quarter, month and week (all from 1), and days left in the quarter."""

    year: TigerPeriod
    quarter: TigerPeriod
    month: TigerPeriod
    week: int
    days_left: int


@dataclass(frozen=True)
class Meeting:
    """The meeting that closes a quarter: due on a working day, `done` once its deck went out."""

    quarter: TigerPeriod
    due: date
    done: bool = False


@dataclass(frozen=True)
class Activity:
    """One activity of the standard cycle: how often it comes back, and whether this client has it."""

    key: str
    rhythm: str  # week | month | quarter | year
    on: bool = True
