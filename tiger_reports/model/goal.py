"""The strategic matrix: goals by audience and channel, each with the metric that shows whether it is met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Spread(StrEnum):
    """How the value of a goal is meant."""

    MONTHLY = "monthly"  # in every month
    TOTAL = "total"  # once, until its date; even over the days


@dataclass(frozen=True)
class Goal:
    """One line of the matrix. An empty channel means all of them; `value` is in the metric's own unit.

    It holds from `since` (empty: from the start of the cooperation) up to and including `until`.
    """

    goal: str = ""
    audience: str = ""
    channel: str = ""
    metric: str = ""
    value: float | None = None
    spread: Spread = Spread.MONTHLY
    since: date | None = None
    until: date | None = None
    rank: int = 0  # the smaller, the earlier in every report
