"""What was proposed for a figure, whether it was done, and what the figure did after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tiger_reports.model.change import Change


class PromiseStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"  # with the reason


class Effect(StrEnum):
    """What the figure did, against what was expected; that the step did it is not said."""

    REACHED = "reached"
    PARTLY = "partly"  # the expected way, less far
    STEADY = "steady"  # it hardly moved
    OPPOSITE = "opposite"
    UNRATED = "unrated"  # it moved, and nobody said which way it should
    UNKNOWN = "unknown"  # not measured, or not comparable


@dataclass(frozen=True)
class Outcome:
    """What became of a promise; `rev` 0: nobody has said anything yet."""

    card: str
    status: PromiseStatus = PromiseStatus.OPEN
    reason: str = ""
    author: str = ""
    at: datetime | None = None
    rev: int = 0


@dataclass(frozen=True)
class Promise:
    """A proposed solution. `month` (`2026-10`) and `metric` are those of its card.

    `way` and `size` (a fraction) tell what `measured` is expected to do. `told`: the client has read it.
    """

    card: str
    month: str
    metric: str
    scope: str
    what: str
    action: str
    owner: str
    due: date | None
    expected: str
    measured: str
    way: str
    size: float | None
    told: bool
    outcome: Outcome

    @property
    def status(self) -> PromiseStatus:
        return self.outcome.status


@dataclass(frozen=True)
class Followed:
    """A promise a month later: `change` leads from the card's month to the month after."""

    promise: Promise
    change: Change | None
    effect: Effect


@dataclass(frozen=True)
class HitRate:
    """`reached` of `measured`; both count only what was done."""

    made: int = 0
    done: int = 0
    dropped: int = 0
    open: int = 0
    measured: int = 0
    reached: int = 0

    @property
    def rate(self) -> float | None:
        return self.reached / self.measured if self.measured else None


def hit_rate(found: Iterable[Followed]) -> HitRate:
    """How many promises were made and kept, and how often the figure then went as expected."""
    every = tuple(found)
    count = {status: sum(one.promise.status is status for one in every) for status in PromiseStatus}
    done = [one for one in every if one.promise.status is PromiseStatus.DONE]
    rated = [one for one in done if one.effect not in (Effect.UNKNOWN, Effect.UNRATED)]
    return HitRate(
        made=len(every),
        done=count[PromiseStatus.DONE],
        dropped=count[PromiseStatus.DROPPED],
        open=count[PromiseStatus.OPEN],
        measured=len(rated),
        reached=sum(one.effect is Effect.REACHED for one in rated),
    )
