"""How long reports took: from the first load after the month's end to the first deck that went out."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.log import DeckKind, SentDeck
from tiger_reports.model.period import Period, overlap, parse_month
from tiger_reports.model.status import MonthStatus
from tiger_reports.model.turnaround import MonthTime, Turnaround
from tiger_reports.services.clients import list_clients
from tiger_reports.services.office import Office
from tiger_reports.store.home import Session
from tiger_reports.store.state import decks, imports, month_lists, reports, users
from tiger_reports.year.turnaround import month_times


def turnarounds(office: Office, actor: Actor) -> tuple[Turnaround, ...]:
    """Every report of the actor's clients that went out, by client and month."""
    return tuple(one for client in list_clients(office, actor) for one in _of(office, client))


def times(office: Office, actor: Actor) -> tuple[MonthTime, ...]:
    """Their middle times, month by month: of everybody, and of each specialist."""
    return month_times(turnarounds(office, actor))


def _of(office: Office, client: Client) -> tuple[Turnaround, ...]:
    with office.store.read() as session:
        loads, made = imports.listed(session, client.id), decks.listed(session, client.id)
        found = (
            _turnaround(session, client, status, loads, made)
            for status in reports.of_client(session, client.id)
        )
        return tuple(one for one in found if one is not None)


def _turnaround(
    session: Session,
    client: Client,
    status: MonthStatus,
    loads: tuple[ImportRecord, ...],
    made: tuple[SentDeck, ...],
) -> Turnaround | None:
    """None for a report that did not go out, or whose files were loaded before its month was over."""
    month = parse_month(status.month)
    exported, by = _sent(status, month, made)
    over = datetime(month.end.year, month.end.month, month.end.day, tzinfo=ZoneInfo(client.timezone))
    times = [
        one.imported_at
        for one in loads
        if one.upload.period and overlap(one.upload.period, month) and one.imported_at >= over
    ]
    if exported is None or not times or min(times) > exported:
        return None
    author = month_lists.key_figures.get(session, client.id, status.month).author
    who = _name(session, status.specialist or author or by)
    return Turnaround(client.id, client.name, month, who, min(times), exported)


def _sent(status: MonthStatus, month: Period, made: tuple[SentDeck, ...]) -> tuple[datetime | None, str]:
    """When the month's first deck went out to the client, and who made it."""
    ours = (deck for deck in made if deck.kind is DeckKind.MONTH and deck.period == month and not deck.draft)
    first = min(ours, key=lambda deck: deck.made_at, default=None)
    return (first.made_at, first.made_by) if first else (status.exported_at, "")


def _name(session: Session, person: str) -> str:
    user = users.get(session, person) if person else None
    return user.name if user and user.name else person
