"""Tables of a traced figure: its files with their rows and sums, and the rows themselves."""

from __future__ import annotations

from datetime import date

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.row_ranges import ranges_text
from tiger_reports.model.trace import Trace, TracedFile, TracedRow
from tiger_reports.text.dates import date_range
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import number
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.importing.named import panel_word
from tiger_reports.ui.importing.stored import FINGERPRINT
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import line, shortened

MOST_RANGES = 12
LONGEST_NAME = 60


def files_table(trace: Trace, timezone: str, write: Figures) -> Table:
    """One row a file; the last row adds them up to the figure or its two parts."""
    t = write.t
    heads = (
        Column(t("ui.word.panel"), numeric=False),
        Column(t("ui.word.file"), numeric=False),
        Column(t("ui.trace.row_numbers"), numeric=False),
        Column(t("ui.trace.how_many")),
        *(Column(measure_name(name, t.language)) for name in trace.measures),
        Column(t("ui.trace.loaded"), numeric=False),
        Column(t("ui.trace.checks")),
        Column(t("ui.month.fingerprint"), numeric=False),
    )
    rows = tuple(_file(file, trace, timezone, write) for file in trace.files)
    return Table(heads, (*rows, _together(trace, write)), t("ui.trace.files"), "trace-files")


def _file(file: TracedFile, trace: Trace, timezone: str, write: Figures) -> tuple[Cell, ...]:
    t = write.t
    return (
        Cell(panel_word(file.panel, t)),
        Cell(line(file.file)),
        Cell(ranges_text(file.rows, MOST_RANGES)),
        Cell(number(file.count, t.language)),
        *(_amount(name, file.amounts.get(name), write) for name in trace.measures),
        Cell(f"{moment(file.imported_at, timezone, t.language)}, {line(file.imported_by)}"),
        Cell(f"{file.checks_passed}/{file.checks_run}"),
        Cell(file.sha256[:FINGERPRINT]),
    )


def _together(trace: Trace, write: Figures) -> tuple[Cell, ...]:
    t = write.t
    sums = (_amount(name, trace.total(name), write, bold=True) for name in trace.measures)
    count = Cell(number(trace.count, t.language), bold=True)
    return (Cell(""), Cell(t("ui.trace.together"), bold=True), Cell(""), count, *sums, *([Cell("")] * 3))


def _amount(measure: str, value: float | None, write: Figures, *, bold: bool = False) -> Cell:
    return Cell(measure_amount(measure, value, write.currency, write.t.language), bold=bold)


def rows_table(rows: tuple[TracedRow, ...], trace: Trace, write: Figures, day: date | None = None) -> Table:
    """`day` is set bold: whoever asked for it finds its rows at once."""
    t = write.t
    heads = (
        Column(t("ui.trace.days"), numeric=False),
        Column(t("ui.trace.names"), numeric=False, weight=3),
        *(Column(measure_name(name, t.language)) for name in trace.measures),
        Column(t("ui.word.file"), numeric=False, weight=2),
        Column(t("ui.trace.row")),
    )
    return Table(heads, tuple(_row(row, trace, write, day) for row in rows), t("ui.trace.rows"), "trace-rows")


def _row(row: TracedRow, trace: Trace, write: Figures, day: date | None) -> tuple[Cell, ...]:
    pairs = zip(trace.measures, row.amounts, strict=True)
    return (
        Cell(date_range(row.days, write.t.language), bold=day is not None and day in row.days),
        Cell(" › ".join(shortened(name, LONGEST_NAME) for name in row.names)),
        *(_amount(name, value, write) for name, value in pairs),
        Cell(line(row.file)),
        Cell(str(row.row), bold=True),
    )
