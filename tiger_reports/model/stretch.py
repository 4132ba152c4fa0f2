"""A quarter or a year of the cooperation with its months: what a report covers, or is held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period


@dataclass(frozen=True)
class Stretch:
    """`year` counts from 1; year 0 is the one before the cooperation. `number` is a quarter's, 1 to 4.

    `months` stand by their place in the stretch: the first of one is held against the first of another.
    """

    kind: DeckKind
    year: int
    number: int
    period: Period
    months: tuple[Period, ...]

    @property
    def before_cooperation(self) -> bool:
        return self.year == 0


@dataclass(frozen=True)
class Feast:
    """Easter Sunday of a month that is held against `beside`, a month without it, or the other way round."""

    day: date
    month: Period
    beside: Period


@dataclass(frozen=True)
class Rule:
    """How the periods of a report are cut: by Tiger months, or by whole calendar months.

    The latter where `channels` have figures by month only: a month's figure is never split by days.
    """

    whole_months: bool = False
    channels: tuple[str, ...] = ()
