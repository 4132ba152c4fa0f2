"""Which stored sources tell an account's month, which of them count, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period

SAME_TO = 1e-9
"""Relative: one sum made twice differs by less."""

Seen = tuple[str, str, float, float]
"""Key of the source that does not count, measure, the amount that counts, the other one's amount."""


@dataclass(frozen=True, order=True)
class Origin:
    """A kind of file: which report, what one row stands for, over how much time, cut by what.

    Two files of one origin restate each other; files of different origins are stored side by side.
    """

    report: str
    level: Level
    grain: Grain
    breakdown: str = ""

    @property
    def key(self) -> str:
        return f"{self.report}:{self.level}:{self.grain}:{self.breakdown}"


@dataclass(frozen=True)
class SourceUse:
    """What one source holds of an account's month, and whether it counts.

    `days` are the stretches that count or, where nothing does, those that it holds. `why` says what
    another source has before it (see `metrics.basis`); empty for the first that counts.
    """

    channel: str
    account: str
    origin: Origin
    days: tuple[Period, ...]
    counts: bool
    why: str = ""
    imports: frozenset[str] = frozenset()


class Agreement(StrEnum):
    """How two sources stand to each other in one measure."""

    AGREES = "agrees"
    DIFFERS = "differs"  # by more than is tolerated: a person chooses
    NOTED = "noted"  # differs, and both can be right: worth knowing, never a failure
    APART = "apart"  # cannot be held against each other


@dataclass(frozen=True)
class Compared:
    """One measure in two sources: `tolerated` in the measure's unit, `attribute` what sets them apart."""

    measure: str
    first: float
    second: float
    agreement: Agreement
    tolerated: float = 0.0
    attribute: str = ""

    @property
    def gap(self) -> float:
        return self.second - self.first


@dataclass(frozen=True)
class Choice:
    """A person's word on which source counts.

    `seen` are the amounts that differed at that moment. When one moves, the choice still decides which
    rows count, and the question is open again.
    """

    month: str
    channel: str
    account: str
    origin: Origin
    reason: str
    name: str
    at: datetime
    seen: tuple[Seen, ...] = ()

    @property
    def place(self) -> tuple[str, str, str]:
        return self.month, self.channel, self.account


@dataclass(frozen=True)
class Comparison:
    """Two sources of one account held against each other; `first` is the one that counts.

    `attribute` says why nothing of them can be compared: `days`, `level`, `breakdown` or `currency`.
    `days` is the stretch that both hold whole, None where there is none.
    """

    channel: str
    account: str
    first: Origin
    second: Origin
    days: Period | None = None
    measures: tuple[Compared, ...] = ()
    attribute: str = ""
    choice: Choice | None = None

    @property
    def differing(self) -> tuple[Compared, ...]:
        return tuple(one for one in self.measures if one.agreement is Agreement.DIFFERS)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What a choice made now would remember."""
        return tuple((self.second.key, one.measure, one.first, one.second) for one in self.differing)

    @property
    def settled(self) -> bool:
        """Whether somebody chose with these very amounts in view."""
        known = self.choice.seen if self.choice and self.choice.origin == self.first else ()
        return all(any(_same(then, now) for then in known) for now in self.seen)


def _same(then: Seen, now: Seen) -> bool:
    near = (abs(a - b) <= SAME_TO * max(1.0, abs(a)) for a, b in zip(then[2:], now[2:], strict=True))
    return then[:2] == now[:2] and all(near)
