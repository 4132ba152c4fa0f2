"""A native table: thin lines, no fills, numbers at the right, better and worse in colour and sign."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.table import (
    HEADER,
    PAD_X,
    PAD_Y,
    column_widths,
    header_height,
    row_heights,
    table_size,
)
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink, emu, words
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.decks.pptx_renderer.verdicts import text_of
from tiger_reports.model.exhibits.table import Cell, Column, Table

URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
NO_LINE = "<a:ln{side}><a:noFill/></a:ln{side}>"
AIRY = 0.62
"""Rows grow to this height where there is room."""


def draw_table(sheet: Sheet, box: Box, table: Table) -> None:
    widths = column_widths(table, box.width)
    top = header_height(table, box.width, sheet.family)
    size = table_size(table, box.width, box.height, sheet.family)
    heights = _spread(row_heights(table, box.width, size, sheet.family), box.height - top)
    head = tuple(Cell(column.header, bold=True) for column in table.columns)
    rows = _row(sheet, table.columns, head, top, 0)
    rows += "".join(
        _row(sheet, table.columns, _broken(row, widths, size, sheet.family), height, size)
        for row, height in zip(table.rows, heights, strict=True)
    )
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    content = (
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
    )
    place = box.top(top + sum(heights))
    sheet.drawn.append(shapes.graphic_frame(sheet.named(table.name, table.alt), place, URI, content))


def _broken(row: tuple[Cell, ...], widths: tuple[float, ...], size: float, family: str) -> tuple[Cell, ...]:
    """What leads outside, in lines of ours: some programs break such a text inside its words."""
    return tuple(
        replace(cell, text="\n".join(wrap(cell.text, width - 2 * PAD_X, Type(size, cell.bold, family))))
        if cell.address
        else cell
        for cell, width in zip(row, widths, strict=True)
    )


def _spread(heights: tuple[float, ...], room: float) -> tuple[float, ...]:
    """Rows made taller, evenly, as far as the slide has room and they stay rows of a table."""
    spare = max(room - sum(heights), 0.0) / max(len(heights), 1)
    return tuple(max(height, min(height + spare, AIRY)) for height in heights)


def _row(  # a size of 0 marks the header
    sheet: Sheet, columns: tuple[Column, ...], cells: tuple[Cell, ...], height: float, size: float
) -> str:
    drawn = "".join(_cell(sheet, column, cell, size) for column, cell in zip(columns, cells, strict=True))
    return f'<a:tr h="{emu(height)}">{drawn}</a:tr>'


def _cell(sheet: Sheet, column: Column, cell: Cell, size: float) -> str:
    header = not size
    ink = Ink(HEADER, "tx2", bold=True) if header else _ink(sheet, cell, size)
    text = words(cell.text, ink, sheet.language, align="r" if column.numeric else "l")
    under = shapes.solid("tx2" if header else "accent3")
    width = 12_700 if header else 6_350
    none = "".join(NO_LINE.format(side=side) for side in "LRT")
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{emu(PAD_X)}" marR="{emu(PAD_X)}" marT="{emu(PAD_Y)}" marB="{emu(PAD_Y)}" '
        f'anchor="{"b" if header else "ctr"}">{none}<a:lnB w="{width}">{under}</a:lnB><a:noFill/>'
        "</a:tcPr></a:tc>"
    )


def _ink(sheet: Sheet, cell: Cell, size: float) -> Ink:
    """A program draws what leads outside in the theme's colour of links, whatever else stands there."""
    if cell.address:
        return Ink(size, "hlink", bold=cell.bold, leads_to=sheet.outside(cell.address))
    return Ink(size, text_of(cell.verdict), bold=cell.bold)
