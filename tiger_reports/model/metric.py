"""What a metric is, and what one value of it looks like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    SUM = "sum"
    RATIO = "ratio"
    NON_ADDITIVE = "non_additive"  # exists only at the exact scope that a file gave


class Unit(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"  # stored as a fraction: 0.0149 is 1.49 %
    FACTOR = "factor"  # 3.2 x, times, per person


class Good(StrEnum):
    """Which way is better for the client."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"  # money that was agreed: no colour, but worth a word
    CONTEXT = "context"  # explains other figures, is never good or bad by itself


class Floor(StrEnum):
    """The least that a figure varies by chance, however steady its history looks."""

    NONE = ""  # money and impressions: only history says
    POISSON = "poisson"  # a count
    BINOMIAL = "binomial"  # a share of clicks or impressions
    RESULTS = "results"  # a price of results: the results vary as a count


@dataclass(frozen=True)
class Metric:
    """One entry of `metrics/definitions.toml`.

    A sum names its `measure`. A ratio names two measures and a `factor` (1000 for CPM); it is always
    recomputed from sums. A non-additive metric names its measure, or two like a ratio, and is never added.
    """

    key: str
    kind: Kind
    unit: Unit
    good: Good
    measure: str = ""
    numerator: str = ""
    denominator: str = ""
    factor: float = 1.0
    decimals: int = 0
    headline: bool = False  # belongs to the scorecards when the data have it
    chain: tuple[str, ...] = ()  # metrics whose product it is, up to a constant; a leading `/` divides
    family: str = ""  # metrics of one family ask the same question: one comment card for all of them
    stands_in_for: str = ""  # a headline only where that other metric is missing
    floor: Floor = Floor.NONE
    identity: str = ""  # metrics bound by one identity (CPA, CVR, conversions) count as one test
    settles_late: bool = False  # keeps growing for the attribution window after the days are over


@dataclass(frozen=True)
class Value:
    """One figure. `amount` None means missing, never zero.

    `numerator` and `denominator` are the sums under a ratio. `lower` and `upper` bound a non-additive
    figure at a scope that no file gave. `lacks` names channels whose files do not have the figure.
    """

    amount: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    lacks: tuple[str, ...] = ()
    bounded: bool = False  # a part of the sum was only a bound such as "<5"
