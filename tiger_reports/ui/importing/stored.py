"""Tables of stored files: past imports, and the files that figures rest on."""

from __future__ import annotations

from tiger_reports.model.data_notes import Source
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.imports import ImportRecord
from tiger_reports.text.numbers import number
from tiger_reports.ui.importing.named import panel_word, period_text
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words

FINGERPRINT = 12
"""Hex digits that are enough to tell two files apart by eye."""


def past(records: tuple[ImportRecord, ...], timezone: str, t: Words) -> Table:
    """Stored files, newest first."""
    heads = ("ui.word.when", "ui.word.file", "ui.word.panel", "ui.word.period", "ui.word.rows", "ui.word.who")
    columns = tuple(Column(t(head), numeric=head == "ui.word.rows") for head in heads)
    rows = tuple(_record(record, timezone, t) for record in reversed(records))
    return Table(columns, rows, t("ui.import.past"), "imports")


def _record(record: ImportRecord, timezone: str, t: Words) -> tuple[Cell, ...]:
    made = record.upload
    return (
        Cell(moment(record.imported_at, timezone, t.language)),
        Cell(line(made.file)),
        Cell(panel_word(made.panel, t)),
        Cell(period_text(made.period, t)),
        Cell(number(made.rows, t.language)),
        Cell(record.imported_by),
    )


def sources_table(sources: tuple[Source, ...], timezone: str, t: Words) -> Table:
    """Files that figures rest on, with a fingerprint that tells one version of a file from another."""
    heads = (
        "ui.word.panel",
        "ui.word.file",
        "ui.word.period",
        "ui.word.rows",
        "ui.month.loaded_at",
        "ui.month.fingerprint",
    )
    columns = tuple(Column(t(head), numeric=head == "ui.word.rows") for head in heads)
    rows = tuple(_source(source, timezone, t) for source in sources)
    return Table(columns, rows, t("ui.month.sources"), "sources")


def _source(source: Source, timezone: str, t: Words) -> tuple[Cell, ...]:
    return (
        Cell(panel_word(source.panel, t)),
        Cell(line(source.file)),
        Cell(period_text(source.period, t)),
        Cell(number(source.rows, t.language)),
        Cell(moment(source.imported_at, timezone, t.language)),
        Cell(source.sha256[:FINGERPRINT]),
    )
