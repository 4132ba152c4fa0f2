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


class HintKind(StrEnum):
    """What days of delivery look like; whether somebody did it, and why, only people know."""

    STARTED = "started"
    STOPPED = "stopped"
    RAISED = "raised"  # the daily spend at least doubled
    CUT = "cut"  # it at least halved


SUGGESTS = {
    HintKind.STARTED: Action.SET_UP,
    HintKind.STOPPED: Action.SWITCH_OFF,
    HintKind.RAISED: Action.BUDGET,
    HintKind.CUT: Action.BUDGET,
}


@dataclass(frozen=True)
class LogHint:
    """A campaign's delivery changed on `day`. It counts for nothing until somebody makes it an entry.

    `before` and `after` are the spend of a usual day on either side, in the report's currency.
    """

    kind: HintKind
    day: date
    channel: str
    campaign: str
    before: float
    after: float

    @property
    def action(self) -> Action:
        return SUGGESTS[self.kind]

    @property
    def id(self) -> str:
        return f"{self.kind}:{self.day.isoformat()}:{self.channel}:{self.campaign}"


@dataclass(frozen=True)
class HintAnswer:
    """What somebody said of a hint, by its id: dismissed, or to be shown again."""

    hint: str
    dismissed: bool = True


@dataclass(frozen=True)
class CampaignLog:
    """A month's entries by day, what the figures suggest that is not among them, and what was dismissed."""

    entries: tuple[LogEntry, ...] = ()
    hints: tuple[LogHint, ...] = ()
    dismissed: tuple[LogHint, ...] = ()
