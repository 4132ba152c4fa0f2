"""Column widths and row heights of a table, and how many rows a slide takes."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.model.slide import Cell, Table

TEXT = 12.0
HEADER = 11.0
PAD_X = 0.08
PAD_Y = 0.055
MINIMUM = 0.34


def column_widths(table: Table, width: float) -> tuple[float, ...]:
    total = sum(column.weight for column in table.columns)
    return tuple(width * column.weight / total for column in table.columns)


def header_height(table: Table, width: float, family: str) -> float:
    kind = Type(HEADER, bold=True, family=family)
    widths = column_widths(table, width)
    lines = max(len(wrap(c.header, w - 2 * PAD_X, kind)) for c, w in zip(table.columns, widths, strict=True))
    return max(MINIMUM, lines * kind.line + 2 * PAD_Y)


def row_height(row: tuple[Cell, ...], widths: tuple[float, ...], family: str) -> float:
    lines = max(
        len(wrap(cell.text, width - 2 * PAD_X, Type(TEXT, cell.bold, family)))
        for cell, width in zip(row, widths, strict=True)
    )
    return max(MINIMUM, lines * Type(TEXT, family=family).line + 2 * PAD_Y)


def row_heights(table: Table, width: float, family: str) -> tuple[float, ...]:
    widths = column_widths(table, width)
    return tuple(row_height(row, widths, family) for row in table.rows)


def pages(table: Table, width: float, height: float, family: str) -> tuple[tuple[tuple[Cell, ...], ...], ...]:
    """The table's rows in portions that each fit `height` under a header."""
    room = height - header_height(table, width, family)
    found: list[tuple[tuple[Cell, ...], ...]] = []
    current: list[tuple[Cell, ...]] = []
    used = 0.0
    for row, tall in zip(table.rows, row_heights(table, width, family), strict=True):
        if current and used + tall > room:
            found.append(tuple(current))
            current, used = [], 0.0
        current.append(row)
        used += tall
    return (*found, tuple(current)) if current else tuple(found)
