"""A post of the publication schedule on its way from an idea to the day on which it is out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class PostState(StrEnum):
    IDEA = "idea"
    DRAFT = "draft"
    SENT = "sent"  # to the client, for acceptance
    CORRECTIONS = "corrections"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"


MOVES: Mapping[PostState, tuple[PostState, ...]] = {
    PostState.IDEA: (PostState.DRAFT,),
    PostState.DRAFT: (PostState.SENT, PostState.IDEA),
    PostState.SENT: (PostState.ACCEPTED, PostState.CORRECTIONS),
    PostState.CORRECTIONS: (PostState.SENT,),
    PostState.ACCEPTED: (PostState.SCHEDULED, PostState.CORRECTIONS),
    PostState.SCHEDULED: (PostState.PUBLISHED, PostState.ACCEPTED),
    PostState.PUBLISHED: (),
}
"""Where each state may lead, the usual way first. Only an accepted post can be scheduled."""
SEEN = (PostState.SENT, PostState.ACCEPTED, PostState.SCHEDULED)
"""States that rest on the words which the client has seen: other words take them back."""
AGREED = (PostState.ACCEPTED, PostState.SCHEDULED, PostState.PUBLISHED)


@dataclass(frozen=True)
class Move:
    """A state that the post came to, on the client's day."""

    to: PostState
    on: date
    who: str = ""


@dataclass(frozen=True)
class Post:
    """`accept_by` None: the working day before publication. `picture` is the key of a kept file, or empty."""

    title: str
    channel: str = ""
    day: date | None = None
    text: str = ""
    picture: str = ""
    accept_by: date | None = None
    state: PostState = PostState.IDEA
    moves: tuple[Move, ...] = ()

    @property
    def versions(self) -> int:
        """How many times it went to the client."""
        return self._times(PostState.SENT)

    @property
    def corrections(self) -> int:
        """How many times the client wanted something changed."""
        return self._times(PostState.CORRECTIONS)

    @property
    def accepted_on(self) -> date | None:
        """The day of the acceptance that holds now."""
        if self.state not in AGREED:
            return None
        days = [move.on for move in self.moves if move.to is PostState.ACCEPTED]
        return days[-1] if days else None

    def _times(self, state: PostState) -> int:
        return sum(move.to is state for move in self.moves)

    @property
    def words(self) -> tuple[str, ...]:
        """What the client accepts."""
        return self.title, self.channel, self.text, self.picture


def may_become(post: Post, state: PostState) -> bool:
    return state in MOVES[post.state]


def moved(post: Post, to: PostState, on: date, who: str) -> Post:
    """The post in its next state; raise ValueError where its state does not lead there."""
    if not may_become(post, to):
        raise ValueError(f"a post does not go from {post.state} to {to}")
    return _at(post, to, on, who)


def reworded(before: Post, after: Post, on: date, who: str) -> Post:
    """`after` with the state that its words deserve: what the client saw is what may go out."""
    kept = replace(after, state=before.state, moves=before.moves)
    if before.state in SEEN and before.words != after.words:
        return _at(kept, PostState.DRAFT, on, who)
    return kept


def days_late(post: Post, by: date, today: date) -> int:
    """Days by which the acceptance came, or is, later than `by`; 0 where it was in time."""
    accepted = post.accepted_on or today
    return max(0, (accepted - by).days)


def _at(post: Post, to: PostState, on: date, who: str) -> Post:
    return replace(post, state=to, moves=(*post.moves, Move(to, on, who)))
