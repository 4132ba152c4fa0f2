"""A curve under flags."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.exhibits.columns import ColumnChart


@dataclass(frozen=True)
class Flag:
    """A numbered flag over a chart; `at` is its place along the axis of months, 0 to 1."""

    at: float
    sign: str


@dataclass(frozen=True)
class Milestones:
    """A curve under numbered flags; what they stand for is told beside it."""

    chart: ColumnChart
    flags: tuple[Flag, ...]
