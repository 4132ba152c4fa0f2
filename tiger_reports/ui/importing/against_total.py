"""Our sums of a file beside the panel's own total of the very rows."""

from __future__ import annotations

from collections.abc import Mapping

from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.imports import Upload
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.ui.words import Words

CENT = 0.01
NEVER_ADDS = frozenset({"reach", "results"})
"""People are counted once however many rows show them; results of several kinds have no sum."""


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
