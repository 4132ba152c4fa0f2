"""Tables of the Import page: sums against totals, rows left out, cases of a finding, planned changes."""

from __future__ import annotations

from collections.abc import Mapping

from tiger_reports.model.change import Verdict
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import ImportRecord, Upload
from tiger_reports.model.period import Period
from tiger_reports.model.report import Source
from tiger_reports.model.restate import DayChange, Planned
from tiger_reports.model.slide import Cell, Column, Table
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range
from tiger_reports.text.findings import describe
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import MISSING, number
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words

MOST_ROWS = 25
NOTHING = 0.005
FINGERPRINT = 12
"""Hex digits that are enough to tell two files apart by eye."""


def period_text(period: Period | None, t: Words) -> str:
    return date_range(period, t.language) if period else t("ui.word.unknown")


def sums(upload: Upload, t: Words) -> Table | None:
    """Our sum of each measure beside the panel's own total row; None where the file has no such row."""
    total = next((row for row in upload.result.get("totals", ()) if row["covers_rows"]), None)
    if total is None:
        return None
    heads = ("measure", "of_rows", "of_total", "gap")
    columns = tuple(Column(t(f"ui.import.{head}"), numeric=head != "measure") for head in heads)
    rows = tuple(
        _sum(upload, measure, total["values"], t) for measure in upload.sums if measure in total["values"]
    )
    return Table(columns, rows, t("ui.import.sums"), "sums") if rows else None


def _sum(upload: Upload, measure: str, total: Mapping[str, float], t: Words) -> tuple[Cell, ...]:
    ours, theirs = upload.sums[measure], total[measure]
    gap = None if ours is None else ours - theirs
    verdict = Verdict.BETTER if gap is not None and abs(gap) < NOTHING else Verdict.WORSE
    texts = (measure_amount(measure, value, upload.currency, t.language) for value in (ours, theirs, gap))
    ours_text, theirs_text, gap_text = texts
    return (
        Cell(measure_name(measure, t.language)),
        Cell(ours_text),
        Cell(theirs_text),
        Cell(gap_text, verdict, bold=True),
    )


def dropped(upload: Upload, t: Words) -> Table:
    columns = (Column(t("ui.import.row")), Column(t("ui.word.reason"), numeric=False, weight=4))
    rows = tuple(
        (Cell(str(row)), Cell(t.first(f"ui.dropped.{reason}", "ui.import.dropped_other", reason=reason)))
        for row, reason in upload.dropped[:MOST_ROWS]
    )
    return Table(columns, rows, t("ui.import.dropped_lead"), "dropped")


def cases(findings: tuple[Finding, ...], t: Words) -> Table:
    """Row, column, value, and what is wrong: one line a case."""
    heads = ("row", "column", "value", "what")
    columns = tuple(Column(t(f"ui.import.{head}"), numeric=head == "row") for head in heads)
    rows = tuple(_case(finding, t) for finding in findings[:MOST_ROWS])
    return Table(columns, rows, describe(findings[0], t.language).title, "cases")


def _case(finding: Finding, t: Words) -> tuple[Cell, ...]:
    rows = ", ".join(str(row) for row in finding.rows[:5]) or (str(finding.row) if finding.row else MISSING)
    more = "…" if finding.count > len(finding.rows[:5]) > 0 else ""
    shown = (rows + more, line(finding.column or MISSING), line(finding.value or MISSING))
    return (*(Cell(text) for text in shown), Cell(describe(finding, t.language).title))


def changes(planned: Planned, upload: Upload, t: Words) -> Table:
    heads = ("ui.word.period", "ui.import.measure", "ui.import.old", "ui.import.new")
    columns = tuple(Column(t(head), numeric=place > 1) for place, head in enumerate(heads))
    rows = tuple(_change(change, upload, t) for change in planned.changes[:MOST_ROWS])
    return Table(columns, rows, t("ui.import.plan_changes"), "changes")


def _change(change: DayChange, upload: Upload, t: Words) -> tuple[Cell, ...]:
    old, new = (measure_amount(change.measure, v, upload.currency, t.language) for v in (change.before, change.after))
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
