"""A matrix of two estimates as native shapes; much effect for little effort is at the top left."""

from __future__ import annotations

from tiger_reports.decks.layout import matrix as layout
from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.matrix import Matrix

AXIS, LINE = 0.31, 0.02
MARK = 0.09


def draw_matrix(sheet: Sheet, box: Box, matrix: Matrix) -> None:
    places = layout.cells(matrix, box)
    for row, line in enumerate(places):
        for column, cell in enumerate(line):
            best = (row, column) == (0, 0)
            sheet.fill(f"cell {row + 1}.{column + 1}", cell, "bg2")
            if best:
                sheet.fill("best cell", cell.top(LINE * 3), "accent4")
    found, size = layout.entries(matrix, box, sheet.family)
    for number, one in enumerate(found, start=1):
        if one.placed.first:
            mark = Box(one.words.x - layout.PAD, one.words.y, MARK / 2, one.note.bottom - one.words.y)
            sheet.fill(f"mark {number}", mark, "accent2")
        sheet.write(f"name {number}", one.words, one.name, Ink(size, "tx2", bold=True))
        note = elide(one.placed.note, one.note.width, Type(layout.NOTE, family=sheet.family))
        sheet.write(f"note {number}", one.note, note, Ink(layout.NOTE))
    _axes(sheet, box, matrix, places)


def _axes(sheet: Sheet, box: Box, matrix: Matrix, places: tuple[tuple[Box, ...], ...]) -> None:
    """Names of rows at the left, of columns below; what they are estimates of stands at both ends."""
    strong, plain = Ink(12, "tx2", bold=True), Ink(12)
    for row, name in enumerate(matrix.rows):
        place = Box(box.x, places[row][0].y, layout.SIDE - 0.12, places[row][0].height)
        sheet.write(f"row {row + 1}", place, name, plain, anchor="ctr")
    for column, name in enumerate(matrix.columns):
        cell = places[-1][column]
        below = Box(cell.x, cell.bottom + 0.05, cell.width, AXIS - 0.05)
        sheet.write(f"column {column + 1}", below, name, plain, align="ctr")
    left, right = places[-1][0].x, places[-1][-1].right
    foot = Box(left, places[-1][0].bottom + AXIS, right - left, AXIS)
    sheet.write("across", foot, f"{matrix.across} →", strong, align="r")
    top = Box(box.x, box.y, layout.SIDE - 0.12, AXIS * 2)
    sheet.write("up", top, f"{matrix.up} ↑", strong)
    legend = Box(left, foot.bottom, right - left, layout.LEGEND - 0.06)
    sheet.write("legend", legend, matrix.legend, Ink(10))
