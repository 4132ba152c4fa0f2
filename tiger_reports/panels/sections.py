"""Tables stacked in one sheet, each under its own header (LinkedIn demographics)."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.panels import fold
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.result import ReadTable
from tiger_reports.panels.sheet import Body, Row
from tiger_reports.panels.source import Source
from tiger_reports.panels.table import read_table


def read_stacked(match: Match, body: Body, source: Source, options: ReadOptions) -> tuple[ReadTable, ...]:
    """One table a section. A section begins where all headers but the first stand again."""
    repeated = _header_rows(body, match.header.cells)
    starts = [-1, *repeated]
    ends = [*repeated, len(body)]
    names = [match.header.cells[0], *(body.columns[0].text[index].as_py() or "" for index in repeated)]
    return tuple(
        _read_section(match, name, body.slice(start + 1, end - start - 1), source, options)
        for name, start, end in zip(names, starts, ends, strict=True)
    )


def _read_section(match: Match, name: str, body: Body, source: Source, options: ReadOptions) -> ReadTable:
    header = replace(match.header, cells=(name, *match.header.cells[1:]))
    table = read_table(replace(match, header=header), body, source, options)
    return replace(table, section=fold.clean(name))


def _header_rows(body: Body, cells: Row) -> list[int]:
    wanted = [fold.key(cell) for cell in cells[1:]]
    second = body.columns[1].text.to_pylist() if len(body.columns) > 1 else []
    likely = [index for index, text in enumerate(second) if text and fold.key(text) == wanted[0]]
    return [index for index in likely if [fold.key(cell) for cell in body.row_text(index)[1:]] == wanted]
