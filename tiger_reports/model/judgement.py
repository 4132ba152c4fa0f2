"""Whether a change matters: what a statistical test says of it, and what it asks of the specialist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.period import Period


class Standing(StrEnum):
    """What a change is, and so what is owed for it."""

    MUST_DROP = "must_drop"  # beyond normal variation, material, bad: cause, solution, owner, due date
    MUST_RISE = "must_rise"  # beyond normal variation, material, good: cause
    CONTEXT = "context"  # a neutral figure moved materially, or a plan was missed: one sentence
    NOISE = "noise"  # material as a share, but within normal variation: a tick
    QUIET = "quiet"  # nothing


class Overlay(StrEnum):
    """Lies on top of a standing and changes what is asked."""

    MIX = "mix"  # the total and the rates of its parts went opposite ways: the mix must be named
    DATA = "data"  # a break, gap, restated or immature days: fix or explain the data first


@dataclass(frozen=True)
class Calendar:
    """The part of a change that the calendar makes, in the figure's unit; the three add up to the change."""

    length: float  # more or fewer days
    weekdays: float  # other weekdays, holidays
    like_for_like: float


@dataclass(frozen=True)
class Judgement:
    """What the weeks before say of a change.

    `expected` is what they let expect of the period's days, `low` and `high` bound normal variation; of a
    period whose last days are not final, or not there yet, that of the `tested` days. `history` is the number
    of weeks that the bounds rest on; `p` the adjusted probability of such a difference by chance, None where
    no test could be made or was withheld. `odd_reference`: the month is one like those before it, and what it
    is held against is not.
    """

    standing: Standing
    overlays: frozenset[Overlay] = frozenset()
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    history: int = 0
    calendar: Calendar | None = None
    odd_reference: bool = False
    tested: Period | None = None


@dataclass(frozen=True)
class ExpectedDay:
    """What the day's figure would have been by weekday and holidays, and the bounds of normal variation."""

    day: date
    expected: float
    low: float
    high: float
