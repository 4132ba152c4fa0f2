"""Looking at a file without any client or store: what it is, and what its checks find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tiger_reports.model.check import Expected
from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.services.importing.options import Options
from tiger_reports.services.reading import Reader, TableRead
from tiger_reports.services.reading.table import Checked, told_once


@dataclass(frozen=True)
class TableCheck:
    read: TableRead
    checked: Checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        return told_once(self.read.findings, self.checked.findings)


@dataclass(frozen=True)
class FileCheck:
    """`own` findings are about the file as a whole; `outlines` show tables that no definition knows."""

    name: str
    own: tuple[Finding, ...]
    tables: tuple[TableCheck, ...]
    outlines: tuple[Outline, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.own, *(finding for table in self.tables for finding in table.findings))

    @property
    def ok(self) -> bool:
        return not any(finding.stops for finding in self.findings)


def check_file(reader: Reader, path: Path, options: Options, today: date) -> FileCheck:
    """Read and check one file; `today` bounds what can be true of its days."""
    with TemporaryDirectory(prefix="tiger-") as out:
        asked = options.request(path.absolute(), path.name, Path(out))
        found = reader.read(asked)
        tables = tuple(_table(reader, found.name, table, today) for table in found.tables)
    return FileCheck(found.name, found.findings, tables, found.outlines)


def _table(reader: Reader, name: str, table: TableRead, today: date) -> TableCheck:
    return TableCheck(table, reader.check(table.frame, table.subject(name), Expected(today=today)))
