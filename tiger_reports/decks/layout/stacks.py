"""Where stacked columns and the words beside them stand, in inches."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.stacks import Stack

HEADING, LEGEND, TOP, NAMES = 0.36, 0.34, 0.3, 0.3
"""Heights of the title, of the legend under all, of the totals and of the names of the columns."""
BARS = 0.5
"""Share of the width that the columns take; the words take the rest."""
WORDS = 0.52
"""Height of a part's two lines of words."""
LEAST = 0.24
"""A part lower than this has no room for its own label."""
TONES = (Role.NOW, Role.YEAR_AGO, Role.PREVIOUS)
"""From the foot up; every further part takes a paler tone of the last."""


@dataclass(frozen=True)
class StackBoxes:
    heading: Box
    chart: Box
    words: tuple[Box, ...]  # one a part, the first part lowest
    whole: Box


def stack_boxes(box: Box, stack: Stack) -> StackBoxes:
    """Words stand at the height of their part in the last column, pushed apart where parts are low."""
    chart = Box(box.x, box.y + HEADING, box.width * BARS, box.height - HEADING)
    beside = box.beside(box.width * BARS + 0.12)
    top, bottom = chart.y + TOP, chart.bottom - NAMES
    whole = Box(beside.x, chart.y, beside.width, WORDS)
    middles = _apart(_middles(stack, top, bottom), whole.bottom, bottom)
    words = tuple(Box(beside.x, middle - WORDS / 2, beside.width, WORDS) for middle in middles)
    return StackBoxes(box.top(HEADING), chart, words, whole)


def roles(stack: Stack) -> tuple[Role, ...]:
    """The look of every part; what stands apart is highlighted."""
    same = [part for part in stack.parts if not part.apart]
    return tuple(
        Role.HIGHLIGHT if part.apart else TONES[min(same.index(part), len(TONES) - 1)] for part in stack.parts
    )


def pale(stack: Stack) -> frozenset[int]:
    """Places of the parts that share the last tone and are drawn paler."""
    same = [at for at, part in enumerate(stack.parts) if not part.apart]
    return frozenset(same[len(TONES) :])


def heights(stack: Stack, at: int, room: float) -> tuple[float, ...]:
    """Heights of the parts of column `at`, where the tallest column takes `room`."""
    columns = [sum(part.values[n] or 0.0 for part in stack.parts) for n in range(len(stack.categories))]
    scale = room / (max(columns) or 1.0)
    return tuple((part.values[at] or 0.0) * scale for part in stack.parts)


def _middles(stack: Stack, top: float, bottom: float) -> list[float]:
    middles, foot = [], bottom
    for height in heights(stack, len(stack.categories) - 1, bottom - top):
        middles.append(foot - height / 2)
        foot -= height
    return middles


def _apart(middles: list[float], top: float, bottom: float) -> list[float]:
    """From the foot up each at least a line's height over the one before; all pushed down where too high."""
    placed: list[float] = []
    for middle in middles:
        lowest = bottom - WORDS / 2 if not placed else placed[-1] - WORDS
        placed.append(min(middle, lowest))
    over = top + WORDS / 2
    for at in reversed(range(len(placed))):
        placed[at] = max(placed[at], over)
        over = placed[at] + WORDS
    return placed
