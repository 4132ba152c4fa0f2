"""The first weeks of a cooperation: what has to be handed over, asked and agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

QUESTIONS = ("platforms", "messages", "content", "applications", "metrics", "people")
"""Six questions of a strategy: where, what about, in which form, by which tools, how measured, by whom."""


@dataclass(frozen=True)
class Welcome:
    """The first contact: a text that was sent, and a phone call; each with its day."""

    sent_on: date | None = None
    called_on: date | None = None
    called_by: str = ""


@dataclass(frozen=True)
class ChecklistItem:
    """Something to do before the work begins. `what` is empty for one of the template, whose words are ours.

    `skipped`: this client does not need it; the template stays as it is for everybody else.
    """

    what: str = ""
    mandatory: bool = False
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    skipped: bool = False


@dataclass(frozen=True)
class Closing:
    """When and by whom the onboarding was closed."""

    on: date | None = None
    by: str = ""


@dataclass(frozen=True)
class Checklist:
    """What is asked of this client, as counts: skipped items are not part of it."""

    done: int
    all: int
    open_mandatory: int
    overdue: int


@dataclass(frozen=True)
class Workshop:
    """What the onboarding workshop brought."""

    held_on: date | None = None
    business: str = ""
    goals: str = ""
    audiences: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Answer:
    """An answer to one of the strategy questions, or the word that it is known to be open."""

    text: str = ""
    open: bool = False


@dataclass(frozen=True)
class Purpose:
    """Why the client has this channel. Without it more followers are no success by themselves."""

    text: str = ""


@dataclass(frozen=True)
class Access:
    """Who holds which access. Never how to use it: passwords belong into a password manager."""

    account: str = ""
    owner: str = ""
    role: str = ""
    since: date | None = None


@dataclass(frozen=True)
class Takeover:
    """What was found when the channels were taken over."""

    channels: str = ""  # who controls the official channels
    systems: str = ""  # what monitors them
    rules: str = ""  # what holds for those who answer
    people: str = ""  # who they are
    risks: str = ""
