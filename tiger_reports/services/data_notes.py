"""What a reader must know of a month's data: files, checks, accepted findings, channels that fell silent."""

from __future__ import annotations

from tiger_reports.metrics.used import used_sources
from tiger_reports.model.client import Client
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.report import DataNotes
from tiger_reports.services.measuring import Measured
from tiger_reports.services.office import Office
from tiger_reports.store.state import imports


def data_notes(office: Office, client: Client, measured: Measured) -> DataNotes:
    """Notes on the files whose rows count in the month."""
    with office.store.read() as session:
        every = imports.listed(session, client.id)
    used = tuple(record for record in every if record.upload.id in measured.import_ids)
    run = sum(record.upload.rules_run for record in used)
    return DataNotes(
        sources=tuple(record.source for record in used),
        checks_run=run,
        checks_passed=run - sum(failed_checks(record) for record in used),
        waivers=tuple(waiver for record in used for waiver in record.waivers),
        notes=(*_notes(used), *measured.plan.findings),
        missing_channels=_silent(measured),
        uses=used_sources(measured.plan, measured.frame.period),
        comparisons=measured.comparisons,
        version=measured.version,
    )


def failed_checks(record: ImportRecord) -> int:
    """Rules that found something that stops; notes are no failures."""
    return len({finding.code for finding in record.findings if finding.stops})


def _notes(records: tuple[ImportRecord, ...]) -> tuple[Finding, ...]:
    return tuple(finding for record in records for finding in record.findings)


def _silent(measured: Measured) -> tuple[str, ...]:
    """Channels that had data in the month before and have none in this one."""
    frame, channels = measured.frame, measured.tables.channels
    return tuple(
        scope.channel
        for scope, held in sorted(channels.items(), key=lambda pair: pair[0].channel)
        if frame.previous in held and frame.period not in held
    )
