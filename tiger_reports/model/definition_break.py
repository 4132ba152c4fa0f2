"""A day on which a figure began to mean something else: no percent leads across it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tiger_reports.model.period import Period


class BreakKind(StrEnum):
    METRIC = "metric"  # the panel counts something else under the name
    ATTRIBUTION = "attribution"  # another attribution window
    CURRENCY = "currency"  # the account was moved to another currency
    TRACKING = "tracking"  # the measurement was broken or mended
    OTHER = "other"


@dataclass(frozen=True)
class Break:
    """`day` is the first of the new meaning. Empty `channel`: every channel; empty `metrics`: every figure.

    `client_id` None: for all clients. `compared`: a person wants the percent nevertheless, with the note.
    `found`: a file showed it, nobody wrote it down.
    """

    kind: BreakKind
    day: date
    channel: str = ""
    metrics: tuple[str, ...] = ()
    text: str = ""
    compared: bool = False
    client_id: str | None = None
    id: str = ""
    who: str = ""
    at: datetime | None = None
    found: bool = False

    def between(self, before: Period, after: Period) -> bool:
        """Whether the meaning changed after the earlier period began and before the later one was over."""
        return before.start < self.day < after.end
