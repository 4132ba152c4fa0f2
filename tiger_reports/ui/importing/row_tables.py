"""Tables of single rows of a file: left out, with a finding, or changed by storing it."""

from __future__ import annotations

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import Upload
from tiger_reports.model.restate import DayChange, Planned
from tiger_reports.model.row_ranges import ranges_text, row_ranges
from tiger_reports.text.findings import describe, found_value
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import MISSING, number
from tiger_reports.ui.importing.named import period_text
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words

MOST_ROWS = 25
MOST_RANGES = 8


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
