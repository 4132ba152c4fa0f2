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
class Gained:
    """Followers of one profile at the end of three days: before it ran, its last one, and `later_on`.

    An empty `channel`: no profile has counts of these days. Counts are net: whoever left is gone from them.
    """

    channel: str
    later_on: date
    before: float | None = None
    after: float | None = None
    later: float | None = None
    waits: bool = False  # `later_on` is still to come

    @property
    def gained(self) -> float | None:
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def kept(self) -> float | None:
        """The share of what was gained that is still there; None where a count is missing or none came."""
        if self.before is None or self.later is None or not self.gained or self.gained < 0:
            return None
        return (self.later - self.before) / self.gained


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
    followers: tuple[Gained, ...] = ()  # of each profile that the activity may have won them for
