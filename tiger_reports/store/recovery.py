"""After a crash: make the facts and the registry of imports agree again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tiger_reports.model.imports import UploadState
from tiger_reports.model.restate import Orphan
from tiger_reports.store.errors import UnknownUploadError
from tiger_reports.store.home import Store
from tiger_reports.store.state import imports, staging

GRACE = timedelta(minutes=10)
"""A younger commit may belong to an import that another process is finishing just now."""


@dataclass(frozen=True)
class Recovered:
    """Ids of imports that were registered late, taken out of the facts, or noted as taken out."""

    finished: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def recover(store: Store, *, now: datetime, grace: timedelta = GRACE) -> Recovered:
    """Finish or drop what a crash left between the facts' commit and the registry's row.

    A commit whose upload still waits is registered as an import by the person who staged it; one
    without such an upload is undone; an import that was undone in the facts only is noted so.
    """
    with store.read() as session:
        known = imports.registered_ids(session)
        in_force = imports.in_force(session)
    undone = store.facts.withdrawn()
    left = [orphan for orphan in store.facts.orphans(known) if now - _at(orphan) >= grace]
    finished = tuple(orphan.import_id for orphan in left if _finish(store, orphan))
    dropped = tuple(orphan.import_id for orphan in left if orphan.import_id not in finished)
    for import_id in dropped:
        store.facts.undo(import_id)
    late = tuple((client_id, import_id) for client_id, import_id in in_force if import_id in undone)
    for client_id, import_id in late:
        with store.write() as session:
            imports.withdraw(session, client_id, import_id, at=now)
    return Recovered(finished, dropped, tuple(import_id for _, import_id in late))


def _finish(store: Store, orphan: Orphan) -> bool:
    """Whether the commit's upload was waiting and is registered now."""
    with store.write() as session:
        try:
            staged = staging.get(session, orphan.client_id, orphan.import_id)
        except UnknownUploadError:
            return False
        if staged.state is not UploadState.STAGED or staged.open_findings:
            return False
        imports.accept(
            session,
            orphan.client_id,
            orphan.import_id,
            version=orphan.version,
            by=staged.staged_by,
            at=_at(orphan),
        )
    return True


def _at(orphan: Orphan) -> datetime:
    return datetime.fromtimestamp(orphan.at_ms / 1000, UTC)
