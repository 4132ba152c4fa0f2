"""Bars over months: where names, months and bars stand, and how many rows a slide takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.model.exhibits.timeline import Bar, Timeline

NAME_SHARE = 0.32
GAP = 0.25
HEAD, LEGEND = 0.36, 0.3
BAR = 0.26
PAD = 0.11
NAME, NOTE = 13.0, 11.0
TALLEST = 0.95
GATE_LEAST = 3.0
"""Inches that a gate's words take at least."""


@dataclass(frozen=True)
class Row:
    """A row's parts: the words at the left, the bar, and the gate's words under it."""

    row: Box
    name: Box
    note: Box
    bar: Box
    gate: Box


def months_box(box: Box) -> Box:
    """Where the months' names and all bars stand."""
    return box.beside(box.width * NAME_SHARE + GAP)


def at(timeline: Timeline, box: Box, day: date) -> float:
    """Where a day begins, in inches from the slide's left edge."""
    first, place = timeline.ticks[0][0], months_box(box)
    return place.x + place.width * (day - first).days / (timeline.end - first).days


def rows(timeline: Timeline, box: Box, family: str) -> tuple[Row, ...]:
    """Under the months' names, each as high as its words; spare room is shared."""
    heights = [_height(one, box, family) for one in timeline.bars]
    room = box.height - HEAD - LEGEND
    spare = max(room - sum(heights), 0.0) / len(heights)
    found, y = [], box.y + HEAD
    for one, height in zip(timeline.bars, heights, strict=True):
        tall = max(height, min(height + spare, TALLEST))
        found.append(_row(timeline, box, one, Box(box.x, y, box.width, tall), family))
        y += tall
    return tuple(found)


def portions(timeline: Timeline, box: Box, family: str) -> tuple[Timeline, ...]:
    """As many slides as the rows need, all on the same months."""
    room, used = box.height - HEAD - LEGEND, 0.0
    found: list[Timeline] = []
    current: list[Bar] = []
    for one in timeline.bars:
        height = _height(one, box, family)
        if current and used + height > room:
            found.append(replace(timeline, bars=tuple(current)))
            current, used = [], 0.0
        current.append(one)
        used += height
    return (*found, replace(timeline, bars=tuple(current)))


def _height(one: Bar, box: Box, family: str) -> float:
    name, note, width = _name(family), Type(NOTE, family=family), box.width * NAME_SHARE
    told = len(wrap(one.name, width, name)) * name.line + len(wrap(one.note, width, note)) * note.line
    gate = len(wrap(f"◆ {one.gate}", GATE_LEAST, note)) * note.line + 0.04 if one.gate else 0.0
    return max(told, BAR + gate) + 2 * PAD


def _row(timeline: Timeline, box: Box, one: Bar, row: Box, family: str) -> Row:
    inner, name = row.inset(0, PAD), _name(family)
    words = inner.left(box.width * NAME_SHARE)
    tall = len(wrap(one.name, words.width, name)) * name.line
    left, right = at(timeline, box, one.first), at(timeline, box, one.last + timedelta(1))
    bar = Box(left, inner.y, max(right - left, BAR / 2), BAR)
    start = min(left, box.right - GATE_LEAST)
    gate = Box(start, bar.bottom + 0.04, box.right - start, max(inner.bottom - bar.bottom - 0.04, 0.0))
    return Row(row, words.top(tall), words.below(tall), bar, gate)


def _name(family: str) -> Type:
    return Type(NAME, bold=True, family=family)
