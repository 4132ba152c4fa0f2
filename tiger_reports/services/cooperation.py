"""A client's cooperation: pauses and restarts, where it stands, its meetings and its standard cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4
from zoneinfo import ZoneInfo

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.cooperation import Activity, Meeting, Pause, Standing
from tiger_reports.model.log import AuditEntry, DeckKind, SentDeck, StartChange
from tiger_reports.model.meeting import Meeting as Notes
from tiger_reports.model.period import Period
from tiger_reports.model.tiger_year import month_on, quarter_on, year_on
from tiger_reports.services.clients import save_client
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.home import Session
from tiger_reports.store.state import audit, clients, decks
from tiger_reports.store.state import pauses as stored
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.year import cycle as cycles
from tiger_reports.year.meetings import meetings as planned

DAYS_A_WEEK = 7
NOTES = records_of(Notes)
MOST_DAYS_BEFORE = 60


def pauses(office: Office, actor: Actor, client_id: str) -> tuple[Pause, ...]:
    return pauses_of(office, seen_client(office, actor, client_id))


def pauses_of(office: Office, client: Client) -> tuple[Pause, ...]:
    """The same without asking who asks."""
    with office.store.read() as session:
        return stored.of_client(session, client.id)


def pause(
    office: Office, actor: Actor, client_id: str, first: date, reason: str, end: date | None = None
) -> Pause:
    """Nothing is expected from `first` until `end`; RefusedError where there is a pause already."""
    client = seen_client(office, actor, client_id)
    if not reason.strip():
        raise RefusedError("reason_missing")
    if first < client.start or (end is not None and end <= first):
        raise RefusedError("pause_malformed")
    span = Period(first, end or date.max)
    if any(one.touches(span) for one in pauses_of(office, client)):
        raise RefusedError("pause_overlaps")
    made = Pause(uuid4().hex, first, end, reason.strip(), actor.shown, office.now())
    with office.store.write() as session:
        stored.record(session, client_id, made)
        audit.record(session, _entry(office, actor, client_id, "cooperation.paused", made.reason, first))
    return made


def restart(
    office: Office, actor: Actor, client_id: str, pause_id: str, day: date, *, new_count: bool = False
) -> Client:
    """End a pause: `day` is worked on again. With `new_count` the Tiger Year begins anew on that day.

    A new count moves the start, which is logged like every move; decks that went out keep their periods.
    """
    client = seen_client(office, actor, client_id)
    held = next((one for one in pauses_of(office, client) if one.id == pause_id), None)
    if held is None:
        raise RefusedError("pause_unknown")
    if day <= held.start:
        raise RefusedError("pause_malformed")
    with office.store.write() as session:
        stored.finish(session, client_id, pause_id, day)
        audit.record(session, _entry(office, actor, client_id, "cooperation.restarted", held.reason, day))
    return save_client(office, actor, replace(client, start=day)) if new_count else client


def remove_pause(office: Office, actor: Actor, client_id: str, pause_id: str) -> None:
    """Take back a pause that was entered by mistake."""
    seen_client(office, actor, client_id)
    with office.store.write() as session:
        stored.remove(session, client_id, pause_id)
        audit.record(session, _entry(office, actor, client_id, "cooperation.pause_removed", pause_id))


def starts(office: Office, actor: Actor, client_id: str) -> tuple[StartChange, ...]:
    """Every move of the first day, oldest first: who, when, from, to."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return clients.starts(session, client_id)


def standing(client: Client, today: date) -> Standing | None:
    """Where the cooperation stands today; None before it has begun."""
    if today < client.start:
        return None
    quarter = quarter_on(client.start, today)
    return Standing(
        year=year_on(client.start, today),
        quarter=quarter,
        month=month_on(client.start, today),
        week=(today - client.start).days // DAYS_A_WEEK + 1,
        days_left=(quarter.period.end - today).days,
    )


def meetings(office: Office, actor: Actor, client_id: str) -> tuple[Meeting, ...]:
    """A meeting a quarter, from the first to the last of the Tiger Year that today lies in."""
    return meetings_of(office, seen_client(office, actor, client_id))


def meetings_of(office: Office, client: Client) -> tuple[Meeting, ...]:
    stands = standing(client, office.today(client))
    years = stands.year.number if stands else 1
    found = planned(client.start, years, client.country, client.meeting_days, pauses_of(office, client))
    today = office.today(client)
    with office.store.read() as session:
        made = decks.listed(session, client.id)
        return tuple(
            replace(one, done=bool(_told(one.quarter.period, made)) or _held(session, client, one, today))
            for one in found
        )


def next_meeting(office: Office, client: Client) -> Meeting | None:
    """The first that is not done and whose quarter is not over."""
    today = office.today(client)
    open_ones = (one for one in meetings_of(office, client) if not one.done)
    return next((one for one in open_ones if one.quarter.period.end > today), None)


def set_meeting_days(office: Office, actor: Actor, client_id: str, days: int) -> Client:
    if not 0 <= days <= MOST_DAYS_BEFORE:
        raise RefusedError("meeting_days_malformed", {"most": MOST_DAYS_BEFORE})
    client = seen_client(office, actor, client_id)
    return save_client(office, actor, replace(client, meeting_days=days))


def cycle(office: Office, actor: Actor, client_id: str) -> tuple[Activity, ...]:
    """The standard cycle with what this client does without switched off."""
    return cycles.cycle_without(seen_client(office, actor, client_id).cycle_off)


def switch(office: Office, actor: Actor, client_id: str, key: str, *, on: bool) -> tuple[Activity, ...]:
    """Switch one activity of one client; the template and other clients stay as they are."""
    client = seen_client(office, actor, client_id)
    if key not in {one.key for one in cycles.template()}:
        raise RefusedError("activity_unknown", {"activity": key})
    off = frozenset(client.cycle_off) - {key} if on else frozenset(client.cycle_off) | {key}
    saved = save_client(office, actor, replace(client, cycle_off=tuple(sorted(off))))
    return cycles.cycle_without(saved.cycle_off)


def first_told(office: Office, client: Client, quarter: Period) -> date | None:
    """The client's day on which the quarter's deck first went out."""
    with office.store.read() as session:
        made = _told(quarter, decks.listed(session, client.id))
    moments = [deck.made_at.astimezone(ZoneInfo(client.timezone)).date() for deck in made]
    return min(moments, default=None)


def _told(quarter: Period, made: tuple[SentDeck, ...]) -> tuple[SentDeck, ...]:
    """Its decks that went out; one of whole calendar months begins up to a month later than the quarter."""
    return tuple(
        deck
        for deck in made
        if deck.kind is DeckKind.QUARTER and deck.period.start in quarter and not deck.draft
    )


def _held(session: Session, client: Client, one: Meeting, today: date) -> bool:
    """Whether its notes name a day that has come."""
    notes = NOTES.get(session, client.id, f"{one.quarter.year}-{one.quarter.number}")
    return notes is not None and notes.words.held_on is not None and notes.words.held_on <= today


def _entry(
    office: Office, actor: Actor, client_id: str, what: str, subject: str, after: date | None = None
) -> AuditEntry:
    return AuditEntry(office.now(), actor.email, what, client_id, subject, after=str(after or ""))
