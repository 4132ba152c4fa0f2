"""What a lead says of a quarter's or a year's drop, where the comments of its months say nothing of it."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.log import DeckKind

SAME_TO = 1e-9
"""Relative: one figure made twice differs by less."""


@dataclass(frozen=True)
class Explanation:
    """`before` and `after` are the figures that the author saw: other figures need another look."""

    kind: DeckKind = DeckKind.QUARTER
    year: int = 1
    number: int = 1  # of the quarter
    metric: str = ""
    cause: str = ""
    solution: str = ""
    before: float | None = None
    after: float | None = None

    @property
    def key(self) -> str:
        """The id of its record: one a figure of a quarter or a year."""
        return f"{self.kind}.{self.year}.{self.number}.{self.metric}"

    @property
    def whole(self) -> bool:
        """A drop is told with its cause and with what is done about it."""
        return bool(self.cause.strip() and self.solution.strip())

    def on(self, before: float | None, after: float | None) -> bool:
        """Whether it was written with these figures in view."""
        return _same(self.before, before) and _same(self.after, after)


def _same(then: float | None, now: float | None) -> bool:
    if then is None or now is None:
        return then is now
    return abs(then - now) <= SAME_TO * max(1.0, abs(then))
