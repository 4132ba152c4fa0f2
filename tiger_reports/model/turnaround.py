"""How long a month's report took, from its first file to the deck."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tiger_reports.model.period import Period


@dataclass(frozen=True)
class Turnaround:
    """One report that went out; times are UTC."""

    client_id: str
    client: str
    month: Period
    specialist: str
    loaded: datetime
    exported: datetime

    @property
    def took(self) -> timedelta:
        return self.exported - self.loaded


@dataclass(frozen=True)
class MonthTime:
    """Reports of a month, of everybody or of one specialist: how many, and the middle of their times."""

    month: Period
    specialist: str
    reports: int
    median: timedelta
