"""Long work that is asked for on a page and done elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tiger_reports.model.open_item import OpenItem

NOTHING: Mapping[str, Any] = MappingProxyType({})
MOST_ATTEMPTS = 3
"""Work that lost so many workers is not tried again: it may be what ends them."""


class JobKind(StrEnum):
    DECKS = "decks"  # every client's deck of a month


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ACTIVE = (JobState.WAITING, JobState.RUNNING)
MOVES = {
    JobState.WAITING: (JobState.RUNNING, JobState.CANCELLED),
    JobState.RUNNING: (*JobState,),
}
"""A job that has ended stays as it is."""


@dataclass(frozen=True)
class Outcome:
    """What became of one part of a job: `made` (the id of a deck, say), or the refusal `code` and why."""

    client_id: str
    made: str = ""
    code: str = ""
    details: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    open_items: tuple[OpenItem, ...] = ()


@dataclass(frozen=True)
class Job:
    """`order` says what to do, as JSON; `code` why it failed; `result` is the hash of a kept file.

    `outcomes` grow while the job runs: whoever takes it up again goes on behind the last one.
    """

    id: str
    kind: JobKind
    asked_by: str
    asked_at: datetime
    clients: tuple[str, ...]
    order: Mapping[str, Any]
    total: int
    state: JobState = JobState.WAITING
    outcomes: tuple[Outcome, ...] = ()
    code: str = ""
    result: str = ""
    worker: str = ""
    attempts: int = 0
    started_at: datetime | None = None
    ended_at: datetime | None = None
    rev: int = 1

    @property
    def done(self) -> int:
        return len(self.outcomes)

    @property
    def active(self) -> bool:
        return self.state in ACTIVE

    @property
    def refused(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.code)

    def may_become(self, state: JobState) -> bool:
        return state in MOVES.get(self.state, ())
