"""What is open between agency and client: tasks, the client's questions, and doubts that it raised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TopicKind(StrEnum):
    TASK = "task"
    QUESTION = "question"  # of the client
    DOUBT = "doubt"  # a doubt or a problem that the client raised


NEEDED = {
    TopicKind.TASK: (),
    TopicKind.QUESTION: ("answer",),
    TopicKind.DOUBT: ("owner", "answer"),
}
"""What a topic must say before it may be closed."""


@dataclass(frozen=True)
class Topic:
    """`deadline` is the day that was promised; `closed_on` the day on which it was done or answered."""

    kind: TopicKind
    what: str
    received: date
    deadline: date | None = None
    owner: str = ""
    answer: str = ""
    closed_on: date | None = None

    @property
    def open(self) -> bool:
        return self.closed_on is None

    def overdue(self, today: date) -> bool:
        """Open although the promised day is over."""
        return self.open and self.deadline is not None and self.deadline < today

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields without which it cannot be closed."""
        return tuple(name for name in NEEDED[self.kind] if not getattr(self, name).strip())
