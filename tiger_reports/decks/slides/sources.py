"""Appendix: the files that the figures rest on, and the checks that they passed."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import PAD_X, TEXT
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing.files import file_name, imported_at
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.data_notes import Source
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.slide import Slide
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import number

WEIGHTS = (1.8, 4.4, 2.6, 1.0, 2.4)
FILE_LINES = 2


def sources(telling: Telling) -> tuple[Slide, ...]:
    notes = telling.report.notes
    if not notes.sources:
        return ()
    page = Page(telling, "sources", "appendix")
    keys = ("panel", "file", "days", "rows", "imported")
    columns = tuple(
        Column(telling.say(f"column.{key}"), numeric=key == "rows", weight=weight)
        for key, weight in zip(keys, WEIGHTS, strict=True)
    )
    rows = tuple(_row(telling, source) for source in notes.sources)
    table = Table(columns, rows, telling.say("alt.sources"), "sources")
    title = telling.say(
        "title.sources",
        n=page.count("files", len(notes.sources)),
        passed=page.count("checks_passed", notes.checks_passed),
        run=page.count("checks_run", notes.checks_run),
    )
    return table_slides(page, title, table)


def _row(telling: Telling, source: Source) -> tuple[Cell, ...]:
    width = WIDE.body.width * WEIGHTS[1] / sum(WEIGHTS) - 2 * PAD_X
    name = elide(file_name(source.file), width, Type(TEXT, family=telling.family), FILE_LINES)
    days = date_range(source.period, telling.language) if source.period else "–"
    return (
        Cell(panel_name(source.panel), bold=True),
        Cell(name),
        Cell(days),
        Cell(number(source.rows, telling.language)),
        Cell(imported_at(telling, source)),
    )
