"""What was done to the campaigns, day by day: marks on charts, and reminders beside a comment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Action(StrEnum):
    SET_UP = "set_up"
    BUDGET = "budget"
    BID = "bid"
    CREATIVE = "creative"
    AUDIENCE = "audience"
    TAG = "tag"  # tracking
    OFFER = "offer"  # price, stock, landing page
    SWITCH_OFF = "switch_off"
    OTHER = "other"


@dataclass(frozen=True)
class LogEntry:
    """One thing done on `day`; an empty channel or campaign means all of them. `at` is UTC."""

    id: str
    day: date
    action: Action
    what: str
    reason: str = ""
    channel: str = ""
    campaign: str = ""
    author: str = ""
    at: datetime | None = None
