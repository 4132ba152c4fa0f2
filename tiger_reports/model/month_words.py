"""What a specialist writes of a month beside its comments: key figures and the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KeyFigure:
    """One of three to five figures that the specialist chose, with a sentence of meaning."""

    metric: str
    sentence: str
    author: str = ""


@dataclass(frozen=True)
class PlanItem:
    """A step of next month's plan; `decision` marks what the client has to decide."""

    what: str
    owner: str = ""
    due: date | None = None
    expected: str = ""
    decision: bool = False
    origin: str = ""  # key of the card whose solution it is
