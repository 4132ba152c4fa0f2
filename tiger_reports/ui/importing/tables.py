"""Tables of the Import page: sums against totals, rows left out, cases of a finding, planned changes."""

from __future__ import annotations

from collections.abc import Mapping

from tiger_reports.model.change import Verdict
from tiger_reports.model.fact import REPORTED
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import ImportRecord, Upload
from tiger_reports.model.period import Period
from tiger_reports.model.report import Source
from tiger_reports.model.restate import DayChange, Planned
from tiger_reports.model.row_ranges import ranges_text, row_ranges
from tiger_reports.model.slide import Cell, Column, Table
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range
from tiger_reports.text.findings import describe, found_value
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import MISSING, number
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words

MOST_ROWS = 25
MOST_RANGES = 8
CENT = 0.01
NEVER_ADDS = frozenset({"reach", "results"})
"""People are counted once however many rows show them; results of several kinds have no sum."""
FINGERPRINT = 12
"""Hex digits that are enough to tell two files apart by eye."""


def period_text(period: Period | None, t: Words) -> str:
    return date_range(period, t.language) if period else t("ui.word.unknown")


def column_name(column: str, t: Words) -> str:
    """One of our columns in words: a measure, a rate as a panel prints it, or what says whose row it is."""
    if column in REPORTED:
        return t("ui.mapping.printed", name=measure_name(column.removeprefix("reported_"), t.language))
    return t(f"ui.column.{column}") if t.has(f"ui.column.{column}") else measure_name(column, t.language)


def total_of(upload: Upload) -> Mapping[str, float] | None:
    """The panel's own total of the very rows; None where the file has no such row."""
    found = (row["values"] for row in upload.result.get("totals", ()) if row["covers_rows"])
    return next(found, None)


def sums(upload: Upload, t: Words) -> Table | None:
    """Our sum of each measure, beside the panel's own total where the file has one."""
    total = total_of(upload)
    heads = ("measure", "of_rows") if total is None else ("measure", "of_rows", "of_total", "gap")
    columns = tuple(Column(t(f"ui.import.{head}"), numeric=head != "measure") for head in heads)
    shown = (measure for measure in upload.sums if total is None or measure in total)
    rows = tuple(_sum(upload, measure, total, t) for measure in shown)
    return Table(columns, rows, t("ui.import.sums"), "sums") if rows else None


def _sum(upload: Upload, measure: str, total: Mapping[str, float] | None, t: Words) -> tuple[Cell, ...]:
    def cell(value: float | None, verdict: Verdict = Verdict.SAME, *, bold: bool = False) -> Cell:
        return Cell(measure_amount(measure, value, upload.currency, t.language), verdict, bold)

    ours = upload.sums[measure]
    own = (Cell(measure_name(measure, t.language)), cell(ours))
    if total is None:
        return own
    gap = None if ours is None else ours - total[measure]
    verdict = (
        Verdict.SAME if measure in NEVER_ADDS else Verdict.BETTER if _adds_up(upload, gap) else Verdict.WORSE
    )
    return (*own, cell(total[measure]), cell(gap, verdict, bold=True))


def agrees(upload: Upload) -> bool:
    """Whether the rows add up to every figure of the panel's own total."""
    total = total_of(upload) or {}
    shared = [name for name in total if name in upload.sums and name not in NEVER_ADDS]
    gaps = [None if (ours := upload.sums[name]) is None else ours - total[name] for name in shared]
    return bool(gaps) and all(_adds_up(upload, gap) for gap in gaps)


def _adds_up(upload: Upload, gap: float | None) -> bool:
    """To the rounding of cents: half of one a row, and one in the total itself."""
    return gap is not None and abs(gap) <= CENT + upload.rows * CENT / 2


def dropped(upload: Upload, t: Words) -> Table:
    """One line a reason: how many rows it took, and which."""
    columns = (
        Column(t("ui.import.left_out"), numeric=False),
        Column(t("ui.import.how_many")),
        Column(t("ui.import.row_numbers"), numeric=False),
    )
    held: dict[str, list[int]] = {}
    for row, reason in upload.dropped:
        held.setdefault(reason, []).append(row)
    lines = tuple(
        (
            Cell(t.first(f"ui.dropped.{reason}", "ui.import.dropped_other", reason=reason)),
            Cell(number(len(rows), t.language)),
            Cell(ranges_text(row_ranges(rows), MOST_ROWS)),
        )
        for reason, rows in held.items()
    )
    return Table(columns, lines, t("ui.import.dropped_lead"), "dropped")


def cases(findings: tuple[Finding, ...], t: Words) -> Table:
    """Where it stands: one line a case; what is wrong only where it is not the same in every case."""
    titles = [describe(finding, t.language).title for finding in findings[:MOST_ROWS]]
    heads = ("row", "column", "value", *(["what"] if len(set(titles)) > 1 else []))
    columns = tuple(Column(t(f"ui.import.{head}"), numeric=False) for head in heads)
    rows = tuple(
        (*_case(finding, t), *([Cell(title)] if len(set(titles)) > 1 else []))
        for finding, title in zip(findings, titles, strict=False)
    )
    return Table(columns, rows, titles[0], "cases")


def _case(finding: Finding, t: Words) -> tuple[Cell, ...]:
    known = finding.rows or ((finding.row,) if finding.row else ())
    rows = ranges_text(row_ranges(known), MOST_RANGES) or MISSING
    left = finding.count - len(known)
    if known and left > 0:
        rows = t("ui.import.more_cases", row=rows, n=number(left, t.language))
    return (
        Cell(rows),
        Cell(line(finding.column or MISSING)),
        Cell(line(found_value(finding, t.language) or MISSING)),
    )


def changes(planned: Planned, upload: Upload, t: Words) -> Table:
    heads = ("ui.word.period", "ui.import.measure", "ui.import.old", "ui.import.new")
    columns = tuple(Column(t(head), numeric=place > 1) for place, head in enumerate(heads))
    rows = tuple(_change(change, upload, t) for change in planned.changes[:MOST_ROWS])
    return Table(columns, rows, t("ui.import.plan_changes"), "changes")


def _change(change: DayChange, upload: Upload, t: Words) -> tuple[Cell, ...]:
    old, new = (
        measure_amount(change.measure, v, upload.currency, t.language) for v in (change.before, change.after)
    )
    return (
        Cell(period_text(change.period, t)),
        Cell(measure_name(change.measure, t.language)),
        Cell(old),
        Cell(new, bold=True),
    )


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


def panel_word(panel: str, t: Words) -> str:
    """The panel's name, or a word for a file that nothing recognised."""
    return panel_name(panel) if panel else t("ui.word.unknown")
