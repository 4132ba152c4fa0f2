"""A file on its way in: read and waiting, then stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tiger_reports.model.data_notes import Source, Waiver
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Finding
from tiger_reports.model.period import Period
from tiger_reports.model.restate import ReplaceKey

NOTHING: Mapping[str, Any] = MappingProxyType({})


class UploadState(StrEnum):
    STAGED = "staged"  # read and checked, not yet accepted
    ACCEPTED = "accepted"  # its rows are in the facts
    REFUSED = "refused"  # a person threw it away
    WITHDRAWN = "withdrawn"  # was accepted, and taken back


@dataclass(frozen=True)
class Upload:
    """One table of one file as it was read for one client; `id` becomes the import id of its rows.

    `options` are the choices it was read with, `result` whatever else the reader said, both JSON.
    `sums` has a measure only where the file has it; None where all its cells are empty.
    """

    id: str
    client_id: str
    file: str
    sha256: str
    size: int
    panel: str
    report: str
    level: Level
    grain: Grain
    rows: int
    table: int = 0  # place of the table in its file, from 0
    language: str = ""
    currency: str | None = None
    period: Period | None = None
    accounts: tuple[str, ...] = ()
    dropped: tuple[tuple[int, str], ...] = ()  # row of the file, reason
    sums: Mapping[str, float | None] = field(default_factory=lambda: NOTHING)
    unknown_columns: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    result: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    rules_run: int = 0

    @property
    def timezone(self) -> str:
        """The zone of its days, where the file said it or its panel is known for one; else empty."""
        return str(self.result.get("timezone", ""))

    @property
    def attributions(self) -> tuple[str, ...]:
        """Attribution settings that its rows name."""
        return tuple(self.result.get("attributions", ()))

    @property
    def replace_key(self) -> ReplaceKey:
        return ReplaceKey(self.panel, self.report, self.level, self.grain, self.period)


@dataclass(frozen=True)
class Staged:
    """An upload with what its checks found and what people accepted of that."""

    upload: Upload
    staged_at: datetime
    staged_by: str
    state: UploadState = UploadState.STAGED
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that still stop the file."""
        waived = [waiver.finding for waiver in self.waivers]
        return tuple(finding for finding in self.findings if finding.stops and finding not in waived)


@dataclass(frozen=True)
class ImportRecord:
    """An upload whose rows are, or were, in the facts. `version` is the facts version it made."""

    upload: Upload
    version: int
    imported_at: datetime
    imported_by: str
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    withdrawn_at: datetime | None = None

    @property
    def source(self) -> Source:
        """As the data notes and the sources of a slide name it."""
        made = self.upload
        return Source(
            panel=made.panel,
            file=made.file,
            sha256=made.sha256,
            imported_at=self.imported_at,
            period=made.period,
            rows=made.rows,
            import_id=made.id,
        )
