"""The demo's topics, contacts, posts and steps, as their authors would have saved them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tiger_reports.model.contact import Contact, ContactKind
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.record import Record
from tiger_reports.model.revised import Listed
from tiger_reports.model.scheduled_post import Move, Post, PostState
from tiger_reports.model.topic import Topic, TopicKind
from tiger_reports.services.office import Office
from tiger_reports.store.home import Session
from tiger_reports.store.state import month_lists
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.store.state.records import Records

AUTHOR = "Demo Specialist"


def load_rhythm(office: Office, record: Mapping[str, Any], client_id: str) -> None:
    """Everything of one client, each only where it is missing."""
    with office.store.write() as session:
        for name, (kind, make) in MADE.items():
            for place, words in enumerate(_of(record, name, client_id)):
                _save(office, session, client_id, kind, f"{name}-{place}", make(words))
        for month in sorted({entry["month"] for entry in record["step"] if entry["client"] == client_id}):
            _steps(office, session, record, client_id, month)


def _save(
    office: Office, session: Session, client_id: str, kind: Records[Any], name: str, words: Any
) -> None:
    record_id = uuid5(NAMESPACE_URL, f"{client_id}/{name}").hex
    if kind.get(session, client_id, record_id) is None:
        kind.save(session, client_id, Record(record_id, words, author=AUTHOR), at=office.now())


def _steps(office: Office, session: Session, record: Mapping[str, Any], client_id: str, month: str) -> None:
    items = tuple(
        MonthStep(**{name: value for name, value in words.items() if name != "month"})
        for words in _of(record, "step", client_id)
        if words["month"] == month
    )
    month_lists.steps.save(session, client_id, month, Listed(items, author=AUTHOR), at=office.now())


def _post(words: dict[str, Any]) -> Post:
    moves = tuple(Move(PostState(to), on, AUTHOR) for to, on in words["moves"])
    state = moves[-1].to if moves else PostState.IDEA
    return Post(**words | {"moves": moves, "state": state})


def _of(record: Mapping[str, Any], name: str, client_id: str) -> Iterator[dict[str, Any]]:
    for entry in record[name]:
        if entry["client"] == client_id:
            yield {key: value for key, value in entry.items() if key != "client"}


MADE: Mapping[str, tuple[Records[Any], Callable[[dict[str, Any]], Any]]] = {
    "topic": (records_of(Topic), lambda words: Topic(**words | {"kind": TopicKind(words["kind"])})),
    "contact": (records_of(Contact), lambda words: Contact(**words | {"kind": ContactKind(words["kind"])})),
    "post": (records_of(Post), _post),
}
