"""Those who do jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

BEAT = timedelta(seconds=5)
"""How often a worker says that it lives."""
SILENCE = timedelta(seconds=20)
"""A worker that has not been heard of for so long is dead, or as good as."""


@dataclass(frozen=True)
class Worker:
    """A process that does jobs. One that `serves` takes them from the queue; a page does only its own."""

    id: str
    host: str
    pid: int
    serves: bool
    started_at: datetime
    beat_at: datetime

    def alive(self, now: datetime) -> bool:
        return now - self.beat_at < SILENCE
