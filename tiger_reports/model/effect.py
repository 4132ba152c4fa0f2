"""The effect of an activity on one metric: before, during and after, over windows that are alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.period import Period


class EffectVerdict(StrEnum):
    EFFECT = "effect"  # in the good direction
    ADVERSE = "adverse"  # the figure moved, but the wrong way
    NO_EFFECT = "no_effect"  # a valid result: nothing that stands out of the usual ups and downs
    CANNOT_TELL = "cannot_tell"


class WhyNot(StrEnum):
    """Why nothing can be said."""

    NONE = ""
    NOT_OVER = "not_over"
    TOO_SHORT = "too_short"
    MISSING_DAYS = "missing_days"
    BROKEN = "broken"  # the figure's definition changed inside the windows
    NO_DATA = "no_data"


class ConfounderKind(StrEnum):
    LOG = "log"
    ACTIVITY = "activity"
    HOLIDAY = "holiday"
    BREAK = "break"
    MISSING = "missing"


@dataclass(frozen=True)
class Confounder:
    """Something else inside the windows that may have moved the figure."""

    kind: ConfounderKind
    day: date
    what: str
    last: date | None = None


@dataclass(frozen=True)
class Window:
    """`mean` is the figure a day; for a ratio it is that of the window's sums."""

    period: Period
    mean: float | None
    missing: int = 0  # days without a value


@dataclass(frozen=True)
class Effect:
    """`change` is the difference a day between during and before, with a 95 % interval.

    `additional` is what the activity brought in all (sums only), `cost_per_additional` what one of them cost;
    both None unless there is an effect. `lasting` is the share of the effect that is still there 30 days on.
    """

    metric: str
    verdict: EffectVerdict
    before: Window
    during: Window
    after: Window | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None
    why_not: WhyNot = WhyNot.NONE
    confounders: tuple[Confounder, ...] = ()
    additional: float | None = None
    cost_per_additional: float | None = None
    later: Window | None = None
    lasting: float | None = None
