"""Storing a file in one step: stage, accept what was named, store. What people do on the page, without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tiger_reports.model.client import Actor
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import Staged
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.intake import ImportOutcome
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.office import Office


@dataclass(frozen=True)
class ImportedTable:
    """`outcome` None: a finding stopped the table, and it waits for a person."""

    staged: Staged
    outcome: ImportOutcome | None


@dataclass(frozen=True)
class Imported:
    name: str
    tables: tuple[ImportedTable, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for table in self.tables for finding in table.staged.findings)

    @property
    def ok(self) -> bool:
        return all(table.outcome is not None for table in self.tables)

    @property
    def stored(self) -> bool:
        return any(table.outcome is not None and not table.outcome.unchanged for table in self.tables)


def import_file(
    office: Office,
    actor: Actor,
    client_id: str,
    file: NewFile,
    options: Options | None = None,
    accept: Mapping[str, str] | None = None,
) -> Imported:
    """Stage `file`, waive the codes in `accept` with their reasons, store every table that nothing stops."""
    tables = intake.stage(office, actor, client_id, file, options)
    waived = (_waived(office, actor, client_id, staged, accept or {}) for staged in tables)
    return Imported(file.name, tuple(_stored(office, actor, client_id, staged) for staged in waived))


def _waived(
    office: Office, actor: Actor, client_id: str, staged: Staged, accept: Mapping[str, str]
) -> Staged:
    codes = {f.code for f in staged.findings if f.severity is Severity.BLOCKING} & set(accept)
    for code in sorted(codes):
        staged = intake.waive(office, actor, client_id, staged.upload.id, code, accept[code])
    return staged


def _stored(office: Office, actor: Actor, client_id: str, staged: Staged) -> ImportedTable:
    if staged.open_findings:
        return ImportedTable(staged, None)
    return ImportedTable(staged, intake.accept(office, actor, client_id, staged.upload.id))
