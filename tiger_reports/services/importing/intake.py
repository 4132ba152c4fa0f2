"""A file on its way in: read, checked, looked at by a person, then stored. Nothing unchecked gets further.

`stage` keeps the file and what its checks found. A person may answer questions (`recheck`), accept a
finding with a reason (`waive`) and see what storing would change (`planned`) before `accept` stores it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tiger_reports.metrics.plan import plan
from tiger_reports.metrics.used import used_sources
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.finding import Severity
from tiger_reports.model.imports import ImportRecord, Staged, UploadState
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.restate import Committed, Planned
from tiger_reports.model.sources import SourceUse
from tiger_reports.services.guard import seen_client
from tiger_reports.services.importing.options import NewFile, Options, options_from, shown_name
from tiger_reports.services.importing.staging import Incoming, Tell, no_one, read_tables
from tiger_reports.services.measuring.restating import base_of
from tiger_reports.services.office import Office
from tiger_reports.services.progress import data_moved
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.errors import AccountTakenError, RangeOverlapError, UnknownUploadError
from tiger_reports.store.state import accounts, audit, choices, imports, mappings, staging

SHORTEST_REASON = 3


@dataclass(frozen=True)
class ImportOutcome:
    """`record` None: nothing was stored, `unchanged` says that there was nothing new to store."""

    staged: Staged
    planned: Planned
    record: ImportRecord | None = None

    @property
    def unchanged(self) -> bool:
        return self.record is None


def stage(
    office: Office,
    actor: Actor,
    client_id: str,
    file: NewFile,
    options: Options | None = None,
    *,
    tell: Tell = no_one,
) -> tuple[Staged, ...]:
    """Keep the file, read and check it in the child, and let it wait for a person; one entry a table.

    The same bytes waiting already are looked at anew, not twice. Of a file with columns about private
    persons a copy without them is kept, unless the client's record says otherwise. `tell` hears each step.
    """
    client = seen_client(office, actor, client_id)
    with office.store.raw.hold(file.data) as held:
        arrived = Incoming(shown_name(file.name), held, options or Options(), tell=tell)
        return _stage(office, actor, client, arrived)


def staged(office: Office, actor: Actor, client_id: str) -> tuple[Staged, ...]:
    """Files that wait for a person, oldest first."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return staging.waiting(session, client_id)


def recheck(
    office: Office,
    actor: Actor,
    client_id: str,
    staged_id: str,
    *,
    options: Options | None = None,
    mapping: Mapping[str, str] | None = None,
) -> tuple[Staged, ...]:
    """Read the file again with a person's answers; column mappings are remembered for client and panel."""
    client = seen_client(office, actor, client_id)
    before = _waiting(office, client_id, staged_id)
    upload = before.upload
    if mapping:
        with office.store.write() as session:
            known = dict(mappings.get(session, client_id, upload.panel))
            mappings.save(session, client_id, upload.panel, {**known, **mapping})
    chosen = options or options_from(upload.options)
    held = office.store.raw.kept(upload.sha256)
    return _stage(office, actor, client, Incoming(upload.file, held, chosen, before=upload.sha256))


def waive(office: Office, actor: Actor, client_id: str, staged_id: str, code: str, reason: str) -> Staged:
    """Accept every finding of a code with a reason; raise RefusedError for what nobody may accept."""
    seen_client(office, actor, client_id)
    if len(reason.strip()) < SHORTEST_REASON:
        raise RefusedError("reason_missing")
    found = [f for f in _waiting(office, client_id, staged_id).findings if f.code == code]
    if not found or any(finding.severity is Severity.ERROR for finding in found):
        raise RefusedError("not_waivable", {"code": code})
    name = actor.shown
    with office.store.write() as session:
        for finding in found:
            staging.waive(session, client_id, staged_id, Waiver(finding, name, reason.strip(), office.now()))
        audit.record(session, AuditEntry(office.now(), actor.email, "finding.waived", client_id, code))
        return staging.get(session, client_id, staged_id)


def planned(office: Office, actor: Actor, client_id: str, staged_id: str) -> Planned:
    """What storing the file would change, before anything is stored."""
    seen_client(office, actor, client_id)
    return _plan(office, _waiting(office, client_id, staged_id))


def sources_after(
    office: Office, actor: Actor, client_id: str, staged_id: str, month: Period
) -> tuple[SourceUse, ...]:
    """Sources of the file's panel as they would count in the month were it stored; none without rows."""
    client = seen_client(office, actor, client_id)
    waiting = _waiting(office, client_id, staged_id)
    upload = waiting.upload
    if not upload.result.get("frame"):
        return ()
    facts = office.store.facts.as_if(client_id, upload.id, _rows(office, waiting), upload.replace_key)
    with office.store.read() as session:
        known = choices.standing(session, client_id)
    chosen = plan(facts, [month], since=client.start, choices=known)
    return tuple(use for use in used_sources(chosen, month) if use.channel == upload.panel)


def accept(office: Office, actor: Actor, client_id: str, staged_id: str) -> ImportOutcome:
    """Store the file's rows in place of what they restate; raise RefusedError while a finding stops it.

    Facts first, then the registry in one transaction: a crash between is mended at the next start.
    """
    seen_client(office, actor, client_id)
    waiting = _waiting(office, client_id, staged_id)
    if waiting.open_findings:
        raise RefusedError("findings_open", {"file": waiting.upload.file})
    change = _plan(office, waiting)
    if _changes_nothing(change):
        discard(office, actor, client_id, staged_id)
        return ImportOutcome(waiting, change)
    done = _commit(office, waiting, change)
    return ImportOutcome(waiting, change, _register(office, actor, waiting, change, done))


def discard(office: Office, actor: Actor, client_id: str, staged_id: str) -> None:
    """Throw a waiting file away; its bytes stay in the raw store."""
    seen_client(office, actor, client_id)
    with office.store.write() as session:
        staging.refuse(session, client_id, staged_id)


def import_records(office: Office, actor: Actor, client_id: str) -> tuple[ImportRecord, ...]:
    """Everything that was stored and not taken back, oldest first."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return imports.listed(session, client_id)


def _stage(office: Office, actor: Actor, client: Client, file: Incoming) -> tuple[Staged, ...]:
    found = read_tables(office, client, file)
    same = {file.before, *(upload.sha256 for upload, _ in found)}
    with office.store.write() as session:
        for old in staging.waiting(session, client.id):
            if old.upload.sha256 in same:
                staging.refuse(session, client.id, old.upload.id)
        return tuple(
            staging.stage(session, client.id, upload, findings, by=actor.shown, at=office.now())
            for upload, findings in found
        )


def _waiting(office: Office, client_id: str, staged_id: str) -> Staged:
    """The file, if it still waits; raise RefusedError where somebody stored it or threw it away."""
    try:
        with office.store.read() as session:
            found = staging.get(session, client_id, staged_id)
    except UnknownUploadError as unknown:
        raise RefusedError("upload_gone") from unknown
    if found.state is not UploadState.STAGED:
        raise RefusedError("upload_gone")
    return found


def _rows(office: Office, waiting: Staged) -> Path:
    """The table's rows as the child left them, a Parquet file."""
    return office.store.raw.path(waiting.upload.result["frame"])


def _plan(office: Office, waiting: Staged) -> Planned:
    upload = waiting.upload
    if not upload.result.get("frame"):
        raise RefusedError("nothing_to_store", {"file": upload.file})
    return office.store.facts.plan(upload.client_id, _rows(office, waiting), upload.replace_key)


def _changes_nothing(change: Planned) -> bool:
    moved = change.days_added or change.days_gone or change.changes or change.rows_gone or change.recoded
    return not moved and change.added == change.removed


def _commit(office: Office, waiting: Staged, known: Planned) -> Committed:
    upload, rows = waiting.upload, _rows(office, waiting)
    try:
        return office.store.facts.commit(upload.client_id, upload.id, rows, upload.replace_key, known=known)
    except RangeOverlapError as overlap:
        raise RefusedError("range_overlap", {"file": upload.file}) from overlap


def _moved_months(change: Planned) -> tuple[Period, ...]:
    """Months whose figures the file brings or changes; a report of any other month stays as it is."""
    changed = (moved.period for moved in change.changes if moved.period)
    recoded = change.days_replaced if change.recoded else ()
    periods = (*change.days_added, *change.days_gone, *changed, *recoded)
    return tuple(sorted({month for period in periods for month in months_of(period)}))


def _register(
    office: Office, actor: Actor, waiting: Staged, change: Planned, done: Committed
) -> ImportRecord:
    upload = waiting.upload
    with office.store.write() as session:
        record = imports.accept(
            session, upload.client_id, upload.id, version=done.version, by=actor.shown, at=office.now()
        )
        try:
            accounts.learn(session, upload.client_id, upload.panel, upload.accounts)
        except AccountTakenError as taken:
            raise RefusedError("account_taken", {"file": upload.file}) from taken
        who, now = actor.email, office.now()
        for month in _moved_months(change):
            sent = base_of(session, upload.client_id, month) is not None
            data_moved(session, upload.client_id, month.month_key, by=who, at=now, sent=sent)
        entry = AuditEntry(now, who, "file.stored", upload.client_id, upload.file)
        audit.record(session, entry)
    return record
