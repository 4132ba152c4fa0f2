"""What a year's months let one say of the next: ranges, what other budgets may bring, and the best days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Outlook:
    """A figure of the next year as a range.

    `now` is this year's; `weak` and `strong` are the quartiles of `pairs` months, each by the same month of
    the year before. `low` and `high` are `now` times these, with no change always between them. `filled`:
    months that are not over count in `now` by their share of the year before.
    """

    metric: str
    now: float
    low: float
    high: float
    weak: float
    strong: float
    pairs: int
    filled: bool = False


@dataclass(frozen=True)
class Scenario:
    """A budget, as a change of this year's (-0.2, 0, 0.2), and the results that it may bring."""

    change: float
    budget: float
    low: float
    high: float


@dataclass(frozen=True)
class BestDay:
    """The day of the year on which a figure was highest, and its mean day."""

    metric: str
    day: date
    value: float
    mean: float
