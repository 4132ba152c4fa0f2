"""Breaks of definitions: what people wrote down, and what the files themselves show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import uuid4

from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.values import MONEY, measures
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.model.imports import ImportRecord, Upload
from tiger_reports.model.log import AuditEntry
from tiger_reports.services.guard import require_lead, seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit, breaks, imports


def listed(office: Office, actor: Actor, client_id: str) -> tuple[Break, ...]:
    """The client's breaks by day, those of all clients and those that files show included."""
    return breaks_of(office, seen_client(office, actor, client_id))


def breaks_of(office: Office, client: Client) -> tuple[Break, ...]:
    """The same without asking who asks: the client's own before those of all, then what files show."""
    with office.store.read() as session:
        written = breaks.of_client(session, client.id)
        records = imports.listed(session, client.id)
    own = sorted(written, key=lambda one: one.client_id is not None)
    told = {(one.kind, one.channel, one.day): one for one in (*shown_by_files(records), *own)}
    return tuple(sorted(told.values(), key=lambda one: (one.day, one.channel, one.id)))


def add(office: Office, actor: Actor, client_id: str, made: Break, *, everywhere: bool = False) -> Break:
    """Write a break down; one for all clients is a lead's to write."""
    seen_client(office, actor, client_id)
    if everywhere:
        require_lead(actor)
    if not made.text.strip():
        raise RefusedError("break_without_text")
    owner = None if everywhere else client_id
    kept = replace(
        made,
        id=uuid4().hex,
        client_id=owner,
        text=made.text.strip(),
        who=actor.shown,
        at=office.now(),
        found=False,
    )
    with office.store.write() as session:
        breaks.record(session, kept)
        entry = AuditEntry(
            office.now(), actor.email, "break.added", client_id, kept.text, after=str(kept.day)
        )
        audit.record(session, entry)
    return kept


def compare(office: Office, actor: Actor, client_id: str, seen: Break, *, wanted: bool) -> None:
    """Whether percents of this client lead across the break nevertheless.

    One that a file shows, or that holds for all clients, is written down as the client's own for it.
    """
    seen_client(office, actor, client_id)
    if seen.found or seen.client_id is None:
        add(office, actor, client_id, replace(seen, compared=wanted, text=seen.text or str(seen.kind)))
        return
    with office.store.write() as session:
        breaks.compare(session, client_id, seen.id, wanted=wanted)
        audit.record(session, AuditEntry(office.now(), actor.email, "break.compared", client_id, seen.text))


def remove(office: Office, actor: Actor, client_id: str, break_id: str) -> None:
    """Take back one of the client's own."""
    seen_client(office, actor, client_id)
    with office.store.write() as session:
        breaks.remove(session, client_id, break_id)
        audit.record(session, AuditEntry(office.now(), actor.email, "break.removed", client_id, break_id))


def shown_by_files(records: Iterable[ImportRecord]) -> Iterator[Break]:
    """Days on which a channel's files begin to say something else of what their figures mean.

    Files that are silent on it say nothing. A measure under a new name is a metric of its own and needs no
    break: nothing is compared across. Money in another currency is converted where it is added up, so its
    percents stay, with the mark.
    """
    known = tuple(records)
    late = tuple(key for key, entry in metrics().items() if entry.settles_late)
    money = tuple(key for key, entry in metrics().items() if not MONEY.isdisjoint(measures(entry)))
    for channel, day, text in _turns(known, lambda made: made.attributions):
        yield Break(BreakKind.ATTRIBUTION, day, channel, late, text, found=True)
    for channel, day, text in _turns(known, lambda made: (made.currency,) if made.currency else ()):
        yield Break(BreakKind.CURRENCY, day, channel, money, text, compared=True, found=True)


def _turns(
    records: Iterable[ImportRecord], said_by: Callable[[Upload], tuple[str, ...]]
) -> Iterator[tuple[str, date, str]]:
    """Channel, first day and words of each file that says something else than the one before it.

    Files of the same accounts are held against each other; of those that begin on the same day the one
    stored last speaks.
    """
    by_accounts: dict[tuple[str, tuple[str, ...]], dict[date, tuple[str, ...]]] = defaultdict(dict)
    for made in (record.upload for record in records):
        if made.period and said_by(made):
            by_accounts[made.panel, made.accounts][made.period.start] = said_by(made)
    for (channel, _), held in by_accounts.items():
        for (_, before), (day, now) in pairwise(sorted(held.items())):
            if set(before) != set(now):
                yield channel, day, f"{', '.join(before)} → {', '.join(now)}"
