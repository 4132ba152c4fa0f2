"""A table of ready strings: real table markup, so that it is read aloud, printed and copied whole."""

from __future__ import annotations

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.ui.markup import draw, tone
from tiger_reports.ui.plain import html


def table(exhibit: Table) -> None:
    draw(table_markup(exhibit))


def table_markup(exhibit: Table) -> str:
    heads = "".join(
        f'<th scope="col"{_side(column)}>{html(column.header)}</th>' for column in exhibit.columns
    )
    rows = "".join(f"<tr>{_row(exhibit.columns, row)}</tr>" for row in exhibit.rows)
    return (
        f'<div class="tr-table" tabindex="0" role="region" aria-label="{html(exhibit.alt)}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> str:
    return "".join(_cell(column, cell) for column, cell in zip(columns, row, strict=True))


def _cell(column: Column, cell: Cell) -> str:
    lines = "<br>".join(html(line) for line in cell.text.split("\n"))
    text = f"<b>{lines}</b>" if cell.bold else lines
    text = f'<a class="tr-trace" href="{html(cell.link)}">{text}</a>' if cell.link else text
    text = (
        f'<a class="tr-trace" href="{html(cell.address)}" target="_blank" rel="noopener">{text}</a>'
        if cell.address
        else text
    )
    side = "num" if column.numeric else "txt"
    return f'<td class="tr-{side} tr-{tone(cell.verdict)}">{text}</td>'


def _side(column: Column) -> str:
    return ' class="tr-num"' if column.numeric else ""
