"""What reading a panel file gives: tables of normalised rows, and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from tiger_reports.model.check import Total
from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.model.period import Period
from tiger_reports.panels.personal import Personal


@dataclass(frozen=True)
class DroppedRow:
    """A row that is not data; `reason` is total, empty, no_data_row, footer, cut or description."""

    row: int
    reason: str


@dataclass(frozen=True)
class ReadTable:
    """One table of a file. `frame` has all of `model.fact.COLUMNS`; rows_read = kept + dropped.

    `headers` gives the file's own header for each of our columns. `period` covers the rows' own days,
    or is what the file states where rows carry none; `stated_period` is only what the file states.
    """

    panel: str
    report: str
    language: str
    level: Level
    grain: Grain
    encoding: str
    currency: str | None
    period: Period | None
    headers: Mapping[str, str]
    frame: pa.Table
    rows_read: int
    dropped: tuple[DroppedRow, ...]
    totals: tuple[Total, ...]
    unknown_columns: tuple[str, ...]
    findings: tuple[Finding, ...]
    signs: tuple[str, ...]
    export_day: date | None = None
    stated_period: Period | None = None
    timezone: str = ""  # of the days, where the file says it or the panel is known for one
    section: str = ""  # sheet or stacked table, where a file has several
    column_map: ColumnMap | None = None  # where a person said what the columns mean


@dataclass(frozen=True)
class ReadFile:
    """A file as read: `size` in bytes; the findings of a table stand in the table.

    `outlines` show the columns of sheets that no definition knows; `personal` columns are not kept.
    """

    name: str
    size: int
    tables: tuple[ReadTable, ...]
    findings: tuple[Finding, ...]
    outlines: tuple[Outline, ...] = ()
    personal: tuple[Personal, ...] = ()
    delimiter: str = ""  # of a text file

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return self.findings + tuple(finding for table in self.tables for finding in table.findings)
