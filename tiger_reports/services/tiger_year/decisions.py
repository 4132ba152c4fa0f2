"""Decisions of meetings as tasks: open until somebody does them, and looked back on at the next meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.meeting import Decision
from tiger_reports.model.period import Period
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.year.meetings import quarter_before


def decisions(office: Office, actor: Actor, client_id: str) -> tuple[Record[Decision], ...]:
    """Open ones first, by the agreed day; done ones after them, the newest first."""
    return decisions_of(office, seen_client(office, actor, client_id))


def decisions_of(office: Office, client: Client) -> tuple[Record[Decision], ...]:
    """The same without asking who asks; those that nobody has worded yet are left out."""
    with office.store.read() as session:
        found = [one for one in records_of(Decision).listed(session, client.id) if one.words.what.strip()]
    done = sorted((one for one in found if not one.words.open), key=_done_on, reverse=True)
    waiting = sorted((one for one in found if one.words.open), key=lambda one: one.words.due or date.max)
    return (*waiting, *done)


def finish(office: Office, actor: Actor, client_id: str, mine: Record[Decision]) -> SavedRecord[Decision]:
    """Done today: the one record that the meeting, the week and the notes all show."""
    today = office.today(seen_client(office, actor, client_id))
    return records.save(office, actor, client_id, replace(mine, words=replace(mine.words, done_on=today)))


def looked_back_on(
    found: Iterable[Record[Decision]], here: tuple[int, int], quarter: Period
) -> tuple[Record[Decision], ...]:
    """What the meeting of `here` (Tiger Year, quarter) looks back on, by the agreed day.

    All decisions of the meeting before, kept or not, and of older ones those that were open until now.
    """
    last = quarter_before(*here)
    known = (
        one
        for one in found
        if one.words.meeting == last
        or (one.words.meeting < here and (one.words.open or _done_on(one) >= quarter.start))
    )
    return tuple(sorted(known, key=lambda one: one.words.due or date.max))


def _done_on(record: Record[Decision]) -> date:
    return record.words.done_on or date.min
