"""Where numbered flags stand over a chart: in as many rows as keep them from touching."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.model.exhibits.milestones import Flag

SIZE, STEP = 0.28, 0.31
"""A flag's side, and the height of a row of them."""
ROWS = 3


@dataclass(frozen=True)
class FlagBox:
    sign: str
    box: Box
    line: Box  # from the flag down to the chart's foot


def rows(flags: tuple[Flag, ...], width: float) -> tuple[int, ...]:
    """The row of every flag, 0 nearest to the chart; beyond the last row they overlap."""
    ends: list[float] = []
    found = []
    for flag in flags:
        left = flag.at * width - SIZE / 2
        row = next((at for at, end in enumerate(ends) if end <= left), min(len(ends), ROWS - 1))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = left + SIZE + 0.04
        found.append(row)
    return tuple(found)


def strip_height(flags: tuple[Flag, ...], width: float) -> float:
    return (max(rows(flags, width), default=0) + 1) * STEP + 0.04


def flag_boxes(flags: tuple[Flag, ...], plot: Box) -> tuple[FlagBox, ...]:
    """`plot` is the area of the months; the strip of flags lies over it."""
    found = []
    for flag, row in zip(flags, rows(flags, plot.width), strict=True):
        x, y = plot.x + flag.at * plot.width, plot.y - (row + 1) * STEP
        left = min(max(x - SIZE / 2, plot.x), plot.right - SIZE)
        line = Box(x, y + SIZE, 0.012, plot.bottom - y - SIZE)
        found.append(FlagBox(flag.sign, Box(left, y, SIZE, SIZE), line))
    return tuple(found)
