"""Where the columns of a waterfall begin and end, and how stacked columns show them around zero."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from tiger_reports.model.exhibits.picture import Step


@dataclass(frozen=True)
class Column:
    """One column as a stack: an unseen support, then what is seen over and under zero."""

    support: float
    over: float
    under: float
    top: float  # its upper end: where its label stands


def levels(steps: tuple[Step, ...]) -> tuple[tuple[float, float], ...]:
    """Where each step begins and ends; a whole level begins at zero."""
    ends = tuple(accumulate(steps, _after, initial=0.0))
    return tuple(
        (0.0 if step.whole else begin, end) for step, begin, end in zip(steps, ends, ends[1:], strict=False)
    )


def columns(steps: tuple[Step, ...]) -> tuple[Column, ...]:
    """Stacks of columns that may cross zero: positive and negative values each stack away from it."""
    return tuple(_column(min(pair), max(pair)) for pair in levels(steps))


def _column(low: float, high: float) -> Column:
    if low >= 0:
        return Column(low, high - low, 0.0, high)
    if high <= 0:
        return Column(high, 0.0, low - high, high)
    return Column(0.0, high, low, high)


def _after(level: float, step: Step) -> float:
    return step.value if step.whole else level + step.value
