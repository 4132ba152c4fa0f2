"""The campaign log: what was done, who wrote it down, and what the figures suggest."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from uuid import uuid4

from tiger_reports.changes.delivery import delivery_hints
from tiger_reports.metrics import months
from tiger_reports.model.campaign_log import CampaignLog, HintAnswer, LogEntry, LogHint
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.period import Period, month_of
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.measure import Measured, facts_of, measure
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reopen
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.home import Session
from tiger_reports.store.state import audit, campaign_log
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.text import phrase

LONGEST = 200
"""Characters of what was done, and of why: a line in a list."""
KEPT = 64


def of_month(office: Office, actor: Actor, client_id: str, month: Period) -> CampaignLog:
    """The month's entries by day, and hints that none of them answers, apart from those dismissed."""
    client = seen_client(office, actor, client_id)
    entries = entries_of(office, client, month)
    with office.store.read() as session:
        answers = [one.words for one in records_of(HintAnswer).listed(session, client.id)]
    gone = {one.hint for one in answers if one.dismissed}
    found = _hints(office, client, measure(office, client, month))
    hints = [hint for hint in found if not _written(hint, entries)]
    return CampaignLog(
        entries,
        tuple(hint for hint in hints if hint.id not in gone),
        tuple(hint for hint in hints if hint.id in gone),
    )


def entries_of(office: Office, client: Client, period: Period) -> tuple[LogEntry, ...]:
    """Entries on days of the period, for those who asked for rights already."""
    with office.store.read() as session:
        return campaign_log.of_period(session, client.id, period)


def add(office: Office, actor: Actor, client_id: str, made: LogEntry) -> LogEntry:
    """Write down what was done; the id, the author and the time are given here."""
    client = seen_client(office, actor, client_id)
    kept = _signed(office, actor, client, replace(made, id=uuid4().hex))
    with office.store.write() as session:
        campaign_log.record(session, client_id, kept)
        _noted(office, session, actor, client_id, "log.added", after=kept)
    return kept


def change(office: Office, actor: Actor, client_id: str, seen: LogEntry, now: LogEntry) -> LogEntry:
    """Say it otherwise; refused where somebody else changed or removed the entry since it was `seen`."""
    client = seen_client(office, actor, client_id)
    kept = _signed(office, actor, client, replace(now, id=seen.id))
    with office.store.write() as session:
        if not campaign_log.change(session, client_id, seen, kept):
            raise RefusedError("log_changed")
        _noted(office, session, actor, client_id, "log.changed", before=seen, after=kept)
    return kept


def remove(office: Office, actor: Actor, client_id: str, entry_id: str) -> None:
    """Take an entry back; the audit log keeps what it said."""
    seen_client(office, actor, client_id)
    with office.store.write() as session:
        entry = _known(session, client_id, entry_id)
        campaign_log.remove(session, client_id, entry_id)
        _noted(office, session, actor, client_id, "log.removed", before=entry)


def entry(office: Office, actor: Actor, client_id: str, entry_id: str) -> LogEntry:
    """One entry of the client; raise RefusedError where there is none."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return _known(session, client_id, entry_id)


def accept(office: Office, actor: Actor, client_id: str, month: Period, hint_id: str) -> LogEntry:
    """Make an entry of a hint, in the client's language: a person says that it is so."""
    client = seen_client(office, actor, client_id)
    log = of_month(office, actor, client_id, month)
    hint = next((one for one in log.hints if one.id == hint_id), None)
    if hint is None:
        raise RefusedError("hint_unknown", {"hint": hint_id})
    what = phrase(f"log.hint.{hint.kind}", client.language)
    told = LogEntry("", hint.day, hint.action, what, channel=hint.channel, campaign=hint.campaign)
    return add(office, actor, client_id, told)


def dismiss(
    office: Office, actor: Actor, client_id: str, month: Period, hint_id: str, *, dismissed: bool = True
) -> None:
    """Show a hint no more, to anybody of this client; or show it again."""
    log = of_month(office, actor, client_id, month)
    if hint_id not in {one.id for one in (*log.hints, *log.dismissed)}:
        raise RefusedError("hint_unknown", {"hint": hint_id})
    key = hashlib.sha256(hint_id.encode()).hexdigest()  # a campaign's name may be longer than an id
    held = records.one(office, actor, client_id, key, HintAnswer(hint_id))
    records.save(office, actor, client_id, replace(held, words=HintAnswer(hint_id, dismissed)))


def _signed(office: Office, actor: Actor, client: Client, made: LogEntry) -> LogEntry:
    """The entry with its author, its words within bounds."""
    what, reason = made.what.strip(), made.reason.strip()
    if not what:
        raise RefusedError("log_without_words")
    if max(len(what), len(reason)) > LONGEST:
        raise RefusedError("log_too_long", {"most": LONGEST})
    if made.day > office.today(client):
        raise RefusedError("log_in_future", {"day": made.day.isoformat()})
    return replace(made, what=what, reason=reason, author=actor.shown, at=office.now())


def _known(session: Session, client_id: str, entry_id: str) -> LogEntry:
    found = campaign_log.get(session, client_id, entry_id)
    if found is None:
        raise RefusedError("log_unknown", {"entry": entry_id})
    return found


def _noted(  # noqa: PLR0913  (who, where, what, from what, to what)
    office: Office,
    session: Session,
    actor: Actor,
    client_id: str,
    what: str,
    *,
    before: LogEntry | None = None,
    after: LogEntry | None = None,
) -> None:
    """For the audit log; the months concerned are approved anew, for their decks tell the entry."""
    told = [f"{one.day} {one.action}: {one.what}" if one else "" for one in (before, after)]
    subject = next(one.id for one in (after, before) if one)
    audit.record(session, AuditEntry(office.now(), actor.email, what, client_id, subject, *told))
    for month in {month_of(one.day).month_key for one in (before, after) if one}:
        reopen(session, client_id, month, by=actor.email, at=office.now())


def _written(hint: LogHint, entries: tuple[LogEntry, ...]) -> bool:
    """Whether somebody has told it: the same kind of action, there, within a day."""
    return any(
        one.action is hint.action
        and abs((one.day - hint.day).days) <= 1
        and one.channel in ("", hint.channel)
        and one.campaign in ("", hint.campaign)
        for one in entries
    )


@lru_cache(maxsize=KEPT)
def _hints(office: Office, client: Client, measured: Measured) -> tuple[LogHint, ...]:
    """Hints follow from the facts alone: one look a version."""
    facts = facts_of(office, client, measured.version)
    both = Period(measured.frame.previous.start, measured.frame.period.end)
    days = months.daily(facts, both, "campaign", known=measured.plan)
    return delivery_hints(days, measured.frame.period)
