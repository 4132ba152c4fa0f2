"""What the child hands back: everything about a table but its rows, which lie in a Parquet file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiger_reports.model.check import Expected, Subject, Total
from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import counts_lifetimes, panel_kind


@dataclass(frozen=True)
class Dropped:
    """A row that is not a fact, and why: total, empty, footer ..."""

    row: int
    reason: str


@dataclass(frozen=True)
class TableRead:
    """One table of a file. `sums` are over the rows kept; a measure without any number is None.

    `id` is that of the import, if the rows are stored; they lie in `frame` as they would be.
    """

    id: str
    panel: str
    report: str
    language: str
    level: Level
    grain: Grain
    encoding: str
    currency: str | None
    period: Period | None
    headers: Mapping[str, str]
    rows: int
    rows_read: int
    dropped: tuple[Dropped, ...]
    totals: tuple[Total, ...]
    sums: Mapping[str, float | None]
    accounts: tuple[str, ...]
    breakdowns: tuple[str, ...]
    unknown_columns: tuple[str, ...]
    signs: tuple[str, ...]
    export_day: date | None
    findings: tuple[Finding, ...]
    frame: Path
    column_map: ColumnMap | None = None
    timezone: str = ""  # of the days, where the file says it or the panel is known for one
    attributions: tuple[str, ...] = ()  # settings that the rows name

    @property
    def tags(self) -> dict[str, str]:
        """What the store says of every row."""
        return {
            "panel": self.panel,
            "report": self.report,
            "level": str(self.level),
            "grain": str(self.grain),
            "breakdown": ",".join(self.breakdowns),
            "import_id": self.id,
        }

    def subject(self, file: str) -> Subject:
        return Subject(
            file=file,
            panel=self.panel,
            report=self.report,
            level=self.level,
            grain=self.grain,
            currency=self.currency,
            period=self.period,
            headers=self.headers,
            totals=self.totals,
            export_day=self.export_day,
            kind=panel_kind(self.panel),
            lifetime=counts_lifetimes(self.panel, self.report),
        )


@dataclass(frozen=True)
class FileRead:
    """A file as the child saw it; no table where `findings` say why.

    `outlines` show the columns of sheets that no definition knows. `redacted` is a copy without the columns
    that speak of private persons, where the file has any.
    """

    name: str
    tables: tuple[TableRead, ...]
    findings: tuple[Finding, ...]
    outlines: tuple[Outline, ...] = ()
    redacted: Path | None = None


@dataclass(frozen=True)
class ReadRequest:
    path: Path
    name: str
    out: Path
    panel: str | None = None
    currency: str | None = None
    year: int | None = None
    date_order: str | None = None
    period: Period | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    channel: str | None = None
    known: tuple[ColumnMap, ...] = ()


@dataclass(frozen=True)
class CheckRequest:
    frame: Path
    subject: Subject
    expected: Expected


@dataclass(frozen=True)
class Checked:
    """`run` is the number of rules that applied to the table."""

    run: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class WarmRequest:
    """Asks the child to load what the first check needs, before anyone waits for it."""


@dataclass(frozen=True)
class Fault:
    """The child could not answer and lives on: our mistake, told with its kind, never with data."""

    kind: str


def told_once(read: tuple[Finding, ...], checked: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What the reader found, and what the checks found beside it: one fault is told once."""
    codes = {finding.code for finding in read}
    return (*read, *(finding for finding in checked if finding.code not in codes))
