"""Column widths and row heights of a table, and how many rows a slide takes."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.model.exhibits.table import Cell, Table

SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
"""Steps of the text size; the first at which all rows fit is taken, the last where none does."""
TEXT = SIZES[-1]
HEADER = 11.0
PAD_X = 0.1
PAD_Y = 0.05
MINIMUM = 0.27


def column_widths(table: Table, width: float) -> tuple[float, ...]:
    total = sum(column.weight for column in table.columns)
    return tuple(width * column.weight / total for column in table.columns)


def header_height(table: Table, width: float, family: str) -> float:
    kind = Type(HEADER, bold=True, family=family)
    widths = column_widths(table, width)
    lines = max(len(wrap(c.header, w - 2 * PAD_X, kind)) for c, w in zip(table.columns, widths, strict=True))
    return max(MINIMUM, lines * kind.line + 2 * PAD_Y)


def row_height(row: tuple[Cell, ...], widths: tuple[float, ...], size: float, family: str) -> float:
    lines = max(
        len(wrap(cell.text, width - 2 * PAD_X, Type(size, cell.bold, family)))
        for cell, width in zip(row, widths, strict=True)
    )
    return max(MINIMUM, lines * Type(size, family=family).line + 2 * PAD_Y)


def row_heights(table: Table, width: float, size: float, family: str) -> tuple[float, ...]:
    widths = column_widths(table, width)
    return tuple(row_height(row, widths, size, family) for row in table.rows)


def table_size(table: Table, width: float, height: float, family: str) -> float:
    """The largest size at which all rows fit and no number is broken over two lines."""
    room = height - header_height(table, width, family)
    for size in SIZES:
        if sum(row_heights(table, width, size, family)) <= room and _numbers_whole(
            table, width, size, family
        ):
            return size
    return TEXT


def _numbers_whole(table: Table, width: float, size: float, family: str) -> bool:
    kind = Type(size, bold=True, family=family)
    return all(
        not column.numeric or kind.width(row[index].text) <= wide - 2 * PAD_X
        for index, (column, wide) in enumerate(zip(table.columns, column_widths(table, width), strict=True))
        for row in table.rows
    )


def pages(table: Table, width: float, height: float, family: str) -> tuple[tuple[tuple[Cell, ...], ...], ...]:
    """The table's rows in portions that each fit `height` under a header, as even as they can be."""
    room = height - header_height(table, width, family)
    heights = row_heights(table, width, TEXT, family)
    fewest = _portions(table.rows, heights, room)
    even = sum(heights) / max(len(fewest), 1) + max(heights, default=0.0)
    levelled = _portions(table.rows, heights, min(room, even))
    return levelled if len(levelled) == len(fewest) else fewest


def _portions(
    rows: tuple[tuple[Cell, ...], ...], heights: tuple[float, ...], room: float
) -> tuple[tuple[tuple[Cell, ...], ...], ...]:
    found: list[tuple[tuple[Cell, ...], ...]] = []
    current: list[tuple[Cell, ...]] = []
    used = 0.0
    for row, tall in zip(rows, heights, strict=True):
        if current and used + tall > room:
            found.append(tuple(current))
            current, used = [], 0.0
        current.append(row)
        used += tall
    return (*found, tuple(current)) if current else tuple(found)
