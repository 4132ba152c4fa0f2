"""Where a month's report stands, and which steps it may take next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tiger_reports.model.report import MonthState

ORDER = tuple(MonthState)


@dataclass(frozen=True)
class MonthStatus:
    """`month` is `2026-10`. `returned` is what the lead wrote when sending the report back.

    `approved_version` is the version of the facts that was approved last, also where the approval fell away.
    """

    client_id: str
    month: str
    state: MonthState = MonthState.NO_DATA
    specialist: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    exported_at: datetime | None = None
    returned: str = ""
    approved_version: int | None = None
    rev: int = 0


def may_move(before: MonthState, after: MonthState) -> bool:
    """One step forward, or any number of steps back; staying is no move."""
    return before is not after and ORDER.index(after) <= ORDER.index(before) + 1
