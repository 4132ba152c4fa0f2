"""Cells of a matrix of two estimates, and the size at which all that stands in them is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide, wrap
from tiger_reports.model.exhibits.matrix import Matrix, Placed

SIDE, FOOT, LEGEND = 1.25, 0.62, 0.3
"""Room at the left for the rows' names; under the cells for the columns' names, and for the legend."""
GAP, PAD = 0.08, 0.12
SIZES = (14.0, 13.0, 12.0, 11.0)
NOTE = 11.0
BETWEEN = 0.07


@dataclass(frozen=True)
class Entry:
    """One thing with the boxes of its name and its note; `name` is cut only where nothing else helps."""

    placed: Placed
    name: str
    words: Box
    note: Box


def cells(matrix: Matrix, box: Box) -> tuple[tuple[Box, ...], ...]:
    """Boxes row by row, the first row on top."""
    inner = Box(box.x + SIDE, box.y, box.width - SIDE, box.height - FOOT - LEGEND)
    return tuple(row.columns(len(matrix.columns), GAP) for row in inner.rows(len(matrix.rows), GAP))


def entries(matrix: Matrix, box: Box, family: str) -> tuple[tuple[Entry, ...], float]:
    """Where everything stands, and the size of the names."""
    places = cells(matrix, box)
    size = next((size for size in SIZES if _fits(matrix, places, size, family)), SIZES[-1])
    return tuple(_entries(matrix, places, size, family)), size


def _here(matrix: Matrix, row: int, column: int) -> list[Placed]:
    return [one for one in matrix.placed if (one.row, one.column) == (row, column)]


def _fits(matrix: Matrix, places: tuple[tuple[Box, ...], ...], size: float, family: str) -> bool:
    return all(
        sum(_height(one, cell.width - 2 * PAD, size, family) for one in _here(matrix, row, column))
        <= cell.height - 2 * PAD
        for row, line in enumerate(places)
        for column, cell in enumerate(line)
    )


def _height(one: Placed, width: float, size: float, family: str) -> float:
    return _name_height(one.name, width, size, family) + _note(family).line + BETWEEN


def _name_height(name: str, width: float, size: float, family: str) -> float:
    kind = Type(size, bold=True, family=family)
    return len(wrap(name, width, kind)) * kind.line


def _note(family: str) -> Type:
    return Type(NOTE, family=family)


def _entries(
    matrix: Matrix, places: tuple[tuple[Box, ...], ...], size: float, family: str
) -> Iterator[Entry]:
    """From the top of each cell; what does not fit even at the smallest size has one line."""
    kind, note = Type(size, bold=True, family=family), _note(family)
    for row, line in enumerate(places):
        for column, cell in enumerate(line):
            held, room = _here(matrix, row, column), cell.inset(PAD)
            whole = sum(_height(one, room.width, size, family) for one in held) <= room.height
            y = room.y
            for one in held:
                name = one.name if whole else elide(one.name, room.width, kind)
                tall = _name_height(name, room.width, size, family)
                words = Box(room.x, y, room.width, tall)
                yield Entry(one, name, words, Box(room.x, words.bottom, room.width, note.line))
                y = words.bottom + note.line + BETWEEN
