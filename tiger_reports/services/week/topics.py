"""What is open with a client: tasks, its questions, and the doubts that it raised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.topic import Topic
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state.record_kinds import records_of


def topics(office: Office, actor: Actor, client_id: str) -> tuple[Record[Topic], ...]:
    """Open ones first, by the promised day; closed ones after them, the newest first."""
    return topics_of(office, seen_client(office, actor, client_id))


def topics_of(office: Office, client: Client) -> tuple[Record[Topic], ...]:
    """The same without asking who asks."""
    with office.store.read() as session:
        found = records_of(Topic).listed(session, client.id)
    closed = sorted((one for one in found if not one.words.open), key=_closed_on, reverse=True)
    waiting = sorted((one for one in found if one.words.open), key=lambda one: _promised(one.words))
    return (*waiting, *closed)


def add_topic(office: Office, actor: Actor, client_id: str, topic: Topic) -> Record[Topic]:
    seen_client(office, actor, client_id)
    made = Record(uuid4().hex, topic)
    save_topic(office, actor, client_id, made)
    return made


def save_topic(office: Office, actor: Actor, client_id: str, mine: Record[Topic]) -> SavedRecord[Topic]:
    """Store a topic; raise RefusedError for one that is closed before it says what it has to.

    A doubt that the client raised needs an owner and an answer, a question an answer.
    """
    seen_client(office, actor, client_id)
    topic = mine.words
    if not topic.what.strip():
        raise RefusedError("topic_empty")
    if topic.deadline is not None and topic.deadline < topic.received:
        raise RefusedError("deadline_before_received")
    if not topic.open and topic.missing:
        raise RefusedError(f"{topic.kind}_needs_{'_and_'.join(topic.missing)}")
    return records.save(office, actor, client_id, mine)


def close_topic(office: Office, actor: Actor, client_id: str, mine: Record[Topic]) -> SavedRecord[Topic]:
    """Done or answered today."""
    today = office.today(seen_client(office, actor, client_id))
    closed = replace(mine, words=replace(mine.words, closed_on=today))
    return save_topic(office, actor, client_id, closed)


def remove_topic(office: Office, actor: Actor, client_id: str, mine: Record[Topic]) -> bool:
    return records.remove(office, actor, client_id, mine)


def _promised(topic: Topic) -> tuple[bool, date, date]:
    return topic.deadline is None, topic.deadline or topic.received, topic.received


def _closed_on(record: Record[Topic]) -> date:
    return record.words.closed_on or date.min
