"""The publication schedule: posts, how far each is, and which acceptances are late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import uuid4

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.scheduled_post import AGREED, Post, PostState, days_late, may_become, moved, reworded
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.images import picture_fault
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.year.workdays import working_day_before


@dataclass(frozen=True)
class LateAcceptance:
    """A post that was accepted `days` after the agreed day, or is still waited for (`accepted_on` None)."""

    post: Post
    by: date
    accepted_on: date | None
    days: int


def posts(office: Office, actor: Actor, client_id: str) -> tuple[Record[Post], ...]:
    """By day of publication, ideas without a day last."""
    return posts_of(office, seen_client(office, actor, client_id))


def posts_of(office: Office, client: Client) -> tuple[Record[Post], ...]:
    """The same without asking who asks."""
    with office.store.read() as session:
        found = records_of(Post).listed(session, client.id)
    return tuple(sorted(found, key=lambda one: (one.words.day is None, one.words.day or date.max)))


def add_post(office: Office, actor: Actor, client_id: str, post: Post) -> Record[Post]:
    """A new idea."""
    _checked(office, actor, client_id, post)
    made = Record(uuid4().hex, replace(post, state=PostState.IDEA, moves=()))
    records.save(office, actor, client_id, made)
    return made


def save_post(office: Office, actor: Actor, client_id: str, mine: Record[Post]) -> SavedRecord[Post]:
    """Store other words of a post. Words that the client has not seen make it a draft again."""
    client = _checked(office, actor, client_id, mine.words)
    before = _stored(office, client_id, mine).words
    if before.state is PostState.PUBLISHED and before.words != mine.words.words:
        raise RefusedError("post_published")
    if before.state is PostState.SCHEDULED and mine.words.day is None:
        raise RefusedError("post_undated")
    words = reworded(before, mine.words, office.today(client), actor.shown)
    return records.save(office, actor, client_id, replace(mine, words=words))


def move_post(
    office: Office, actor: Actor, client_id: str, mine: Record[Post], to: PostState
) -> SavedRecord[Post]:
    """Take a post to another state; raise RefusedError where its state does not lead there."""
    client = seen_client(office, actor, client_id)
    post = _stored(office, client_id, mine).words
    if to is PostState.SCHEDULED and post.state not in AGREED:
        raise RefusedError("post_not_accepted")
    if not may_become(post, to):
        raise RefusedError("post_step_skipped")
    if to is PostState.SCHEDULED and post.day is None:
        raise RefusedError("post_undated")
    after = moved(post, to, office.today(client), actor.shown)
    return records.save(office, actor, client_id, replace(mine, words=after))


def remove_post(office: Office, actor: Actor, client_id: str, mine: Record[Post]) -> bool:
    return records.remove(office, actor, client_id, mine)


def keep_picture(office: Office, actor: Actor, client_id: str, data: bytes) -> str:
    """Keep a PNG or JPEG for a post; the key under which it is found. Raise RefusedError for others."""
    seen_client(office, actor, client_id)
    if fault := picture_fault(data):
        raise RefusedError(fault)
    return office.store.raw.put(data)


def picture(office: Office, actor: Actor, client_id: str, mine: Record[Post]) -> bytes:
    """The picture of one of the client's posts, empty when it has none; the key is the stored post's own."""
    seen_client(office, actor, client_id)
    key = _stored(office, client_id, mine).words.picture
    return office.store.raw.get(key) if key and office.store.raw.exists(key) else b""


def late_acceptances(office: Office, actor: Actor, client_id: str) -> tuple[LateAcceptance, ...]:
    """Posts whose acceptance came too late, or is waited for too long; the latest first."""
    client = seen_client(office, actor, client_id)
    today = office.today(client)
    found = []
    for post in (record.words for record in posts_of(office, client)):
        by = accept_by(client, post)
        if by is not None and (late := days_late(post, by, today)):
            found.append(LateAcceptance(post, by, post.accepted_on, late))
    return tuple(sorted(found, key=lambda one: -one.days))


def accept_by(client: Client, post: Post) -> date | None:
    """The day by which the client's acceptance is needed; None for a post without a day."""
    if post.accept_by is not None or post.day is None:
        return post.accept_by
    return working_day_before(client.country, post.day - timedelta(1))


def _checked(office: Office, actor: Actor, client_id: str, post: Post) -> Client:
    client = seen_client(office, actor, client_id)
    if not post.title.strip():
        raise RefusedError("post_nameless")
    if post.accept_by is not None and post.day is not None and post.accept_by > post.day:
        raise RefusedError("acceptance_after_publication")
    return client


def _stored(office: Office, client_id: str, mine: Record[Post]) -> Record[Post]:
    with office.store.read() as session:
        found = records_of(Post).get(session, client_id, mine.id)
    if found is None:
        raise RefusedError("post_gone")
    return found
