"""What the checks found in a client's files, month by month, refused files included."""

from __future__ import annotations

from collections import defaultdict

from tiger_reports.model.client import Actor
from tiger_reports.model.finding import Severity
from tiger_reports.model.finding_history import FoundInMonth
from tiger_reports.model.finding_kind import KINDS, kind_of
from tiger_reports.model.imports import Upload, UploadState
from tiger_reports.model.period import Period, month_of
from tiger_reports.services.guard import seen_client
from tiger_reports.services.importing.options import options_from
from tiger_reports.services.office import Office
from tiger_reports.store.state import findings

WORST_FIRST = tuple(Severity)
LAST = "~"
"""Sorts after every month."""


def finding_history(office: Office, actor: Actor, client_id: str) -> tuple[FoundInMonth, ...]:
    """By month and kind of check; a file's month is that of its first day, read again it counts once."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        found = findings.history(session, client_id)
    files: dict[tuple[Period | None, str], dict[tuple[str, int], list[UploadState]]] = defaultdict(dict)
    worst: dict[tuple[Period | None, str], Severity] = {}
    for one in found:
        place = (_month(one.upload), kind_of(one.code))
        files[place].setdefault((one.upload.sha256, one.upload.table), []).append(one.state)
        worst[place] = min(worst.get(place, one.severity), one.severity, key=WORST_FIRST.index)
    told = (
        FoundInMonth(month, kind, worst[month, kind], len(held), sum(map(_refused, held.values())))
        for (month, kind), held in files.items()
    )
    return tuple(
        sorted(told, key=lambda one: (one.month.month_key if one.month else LAST, KINDS.index(one.kind)))
    )


def _refused(states: list[UploadState]) -> bool:
    """Thrown away in every form in which it was read."""
    return all(state is UploadState.REFUSED for state in states)


def _month(upload: Upload) -> Period | None:
    """The month of the file's first day, else the one that was meant."""
    if upload.period:
        return month_of(upload.period.start)
    return options_from(upload.options).month
