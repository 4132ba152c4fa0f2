"""Where a month stands, from what is done: every step in turn, none skipped."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from itertools import takewhile

from tiger_reports.model.report import MonthState
from tiger_reports.model.status import ORDER


@dataclass(frozen=True)
class Steps:
    """What is done, in the order in which it must be done."""

    loaded: bool = False
    checked: bool = False
    commented: bool = False
    approved: bool = False
    exported: bool = False


def reached(steps: Steps) -> MonthState:
    """The state after the last step that is done without a gap before it: nothing can be skipped."""
    done = sum(1 for _ in takewhile(bool, astuple(steps)))
    return ORDER[done]
