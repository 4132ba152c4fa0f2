"""From a figure back to the rows of files that it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tiger_reports.model.change import Scope
from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.metric import Value
from tiger_reports.model.period import Period
from tiger_reports.model.row_ranges import RowRanges


@dataclass(frozen=True)
class TracedFile:
    """One file's part in a figure: which of its rows, and what they add up to.

    `amounts` are sums by measure; of reach the one row that gave it. `checks_passed` of `checks_run`
    passed when it was loaded, the rest was accepted (`waivers`).
    """

    import_id: str
    file: str
    sha256: str
    panel: str
    imported_at: datetime
    imported_by: str
    rows: RowRanges
    count: int
    amounts: Mapping[str, float]
    checks_run: int
    checks_passed: int
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True)
class Trace:
    """A figure and the files it rests on. Sums of the files' amounts are the figure, or its two parts."""

    metric: str
    scope: Scope
    period: Period
    value: Value
    measures: tuple[str, ...]
    files: tuple[TracedFile, ...]

    @property
    def count(self) -> int:
        return sum(file.count for file in self.files)

    def total(self, measure: str) -> float | None:
        found = [file.amounts[measure] for file in self.files if measure in file.amounts]
        return sum(found) if found else None


@dataclass(frozen=True)
class TracedRow:
    """One row of a file as it counts; `names` from coarse to fine, `amounts` in the trace's measures."""

    file: str
    row: int
    days: Period
    names: tuple[str, ...]
    amounts: tuple[float | None, ...]
