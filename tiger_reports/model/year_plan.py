"""The end of a Tiger Year: the client's sketch, what went well and what did not, and the next proposal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SketchState(StrEnum):
    NOT_ASKED = "not_asked"
    REQUESTED = "requested"
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"


@dataclass(frozen=True)
class Sketch:
    """The client's own sketch of the next twelve months; `file` is the key of a stored file."""

    state: SketchState = SketchState.NOT_ASKED
    requested_on: date | None = None
    received_on: date | None = None
    text: str = ""
    file: str = ""
    file_name: str = ""


class PickKind(StrEnum):
    SUCCESS = "success"
    BEST = "best"  # a best result: a record
    CREATIVE = "creative"  # a post or an ad of the gallery
    FAILED = "failed"  # what did not work, and what was changed
    LESSON = "lesson"


@dataclass(frozen=True)
class Pick:
    """Something that the annual report tells, chosen and worded by the specialist.

    `metric`, with a channel and days where it has some, says which figure stands beside the words; `activity`
    is the id of the activity that it was. A creative may show the `picture` of a stored file and name its
    campaign, whose figures then stand beside it.
    """

    year: int = 1
    kind: PickKind = PickKind.SUCCESS
    title: str = ""
    words: str = ""
    repeat: str = ""  # what is repeated, or what was changed
    metric: str = ""
    channel: str = ""
    first: date | None = None
    last: date | None = None
    activity: str = ""
    campaign: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Aim:
    """A goal for the next Tiger Year as a range, with what it rests on, in the specialist's words."""

    year: int = 1
    metric: str = ""
    low: float | None = None
    high: float | None = None
    words: str = ""


@dataclass(frozen=True)
class Offer:
    """One thing proposed for the next Tiger Year, with a picture of how it could look."""

    year: int = 1
    title: str = ""
    idea: str = ""
    audience: str = ""
    format: str = ""
    metric: str = ""
    budget: float | None = None
    picture: str = ""


@dataclass(frozen=True)
class Step:
    """One bar of the proposal's timeline; `gate` is what has to be reached before it begins."""

    year: int = 1
    what: str = ""
    start: date | None = None
    last: date | None = None
    owner: str = ""
    gate: str = ""
