"""A change in pictures: its factors, its parts, its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role


@dataclass(frozen=True)
class Step:
    """A column of a waterfall: an effect between two levels, or a `whole` level from zero."""

    name: str
    value: float
    label: str
    role: Role
    whole: bool = False
    detail: str = ""  # what the factor itself did: `2.31% → 1.98%`
    link: str = ""  # where a page leads from the column


@dataclass(frozen=True)
class Waterfall:
    """From one level to another: the effects between the first and the last step add up exactly."""

    name: str
    title: str
    steps: tuple[Step, ...]
    number_format: str
    alt: str


@dataclass(frozen=True)
class Contribution:
    """A part's share of a change. `halves` are its rate and its mix, where both exist; they add up to it."""

    name: str
    value: float
    label: str
    share: str
    role: Role
    halves: tuple[float, ...] = ()
    half_roles: tuple[Role, ...] = ()
    half_labels: tuple[str, ...] = ()
    detail: str = ""
    link: str = ""  # where a page leads from the bar


@dataclass(frozen=True)
class Contributions:
    """Aligned bars that add up to a change, the rest among them; `basis` says what shares are shares of."""

    name: str
    title: str
    basis: str
    rows: tuple[Contribution, ...]
    total: Contribution
    number_format: str
    legend: str
    alt: str


class MarkKind(StrEnum):
    LOG = "log"  # somebody did something
    BREAK = "break"  # the figure began to mean something else
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class DayMark:
    """Something that belongs to the day at place `at`; `sign` is what stands on the chart for it."""

    at: int
    kind: MarkKind
    sign: str
    text: str


@dataclass(frozen=True)
class DayChart:
    """A month day by day. `band` bounds normal variation, None on days without an expectation.

    `earlier` are the days of the period compared with, each under the same weekday.
    """

    name: str
    title: str
    days: tuple[date, ...]
    categories: tuple[str, ...]
    now: Series
    earlier: Series | None
    band: tuple[tuple[float, float] | None, ...]
    marks: tuple[DayMark, ...]
    number_format: str
    legend: str
    alt: str
    links: tuple[str, ...] = ()  # where a page leads from each day

    @property
    def banded(self) -> bool:
        return any(self.band)


Picture = Waterfall | Contributions | DayChart


@dataclass(frozen=True)
class Board:
    """Pictures of one change: those of `top` side by side, `bottom` under them across the whole width."""

    top: tuple[Waterfall | Contributions, ...]
    bottom: DayChart | None = None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return (*self.top, self.bottom) if self.bottom else self.top
