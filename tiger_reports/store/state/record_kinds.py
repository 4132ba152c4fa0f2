"""The kinds of records that a client has: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from tiger_reports.model import onboarding
from tiger_reports.model.activity import Activity
from tiger_reports.model.campaign_log import HintAnswer
from tiger_reports.model.client_person import ClientPerson
from tiger_reports.model.contact import Contact
from tiger_reports.model.explanation import Explanation
from tiger_reports.model.goal import Goal
from tiger_reports.model.meeting import Decision, Meeting, Question
from tiger_reports.model.problem import Problem
from tiger_reports.model.rhythm import Rhythm
from tiger_reports.model.scheduled_post import Post
from tiger_reports.model.topic import Topic
from tiger_reports.model.week_note import Note
from tiger_reports.model.year_plan import Aim, Offer, Pick, Sketch, Step
from tiger_reports.store.state.records import Records

T = TypeVar("T")
NAMES: Mapping[type[Any], str] = {
    onboarding.Welcome: "welcome",
    onboarding.ChecklistItem: "checklist",
    onboarding.Closing: "closing",
    onboarding.Workshop: "workshop",
    onboarding.Answer: "answer",
    onboarding.Purpose: "purpose",
    onboarding.Access: "access",
    onboarding.Takeover: "takeover",
    Goal: "goal",
    Problem: "problem",
    Activity: "activity",
    Meeting: "meeting",
    Decision: "decision",
    Question: "question",
    Sketch: "sketch",
    Pick: "pick",
    Aim: "aim",
    Offer: "offer",
    Step: "step",
    Topic: "topic",
    Contact: "contact",
    Post: "post",
    Note: "week_note",
    Rhythm: "rhythm",
    Explanation: "explanation",
    HintAnswer: "log_hint",
    ClientPerson: "client_person",
}
"""What a record says, and the word that its rows stand under: never changed once there are rows."""
KINDS: Mapping[type[Any], Records[Any]] = {
    words: Records(name, TypeAdapter(words)) for words, name in NAMES.items()
}


def records_of(words: type[T]) -> Records[T]:
    """The stored records that say `words`."""
    return KINDS[words]


def by_name(name: str) -> Records[Any]:
    """The same by the word that their rows stand under."""
    return next(kind for kind in KINDS.values() if kind.kind == name)
