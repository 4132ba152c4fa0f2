"""Followers that an activity won and how many stayed, in one sentence a profile."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.model.effect import Gained
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.dates import short_date

Write = Callable[[float, str], str]
"""A figure and what it is (before, after, later, gained, kept) as text."""


def followers_sentence(one: Gained, profile: str, language: str, write: Write) -> str:
    """What is known; where a count is missing it says so and why nothing can be told."""

    def say(key: str, **values: object) -> str:
        return phrase(f"effect.followers_{key}", language, profile=profile, **values)

    day = short_date(one.later_on, language)
    if not one.channel:
        return say("unknown")
    if one.gained is None or one.before is None or one.after is None:
        return say("uncounted")
    known = {"before": write(one.before, "before"), "after": write(one.after, "after")}
    if one.gained <= 0:
        return say("none", **known)
    known["gained"] = write(one.gained, "gained")
    if one.kept is not None and one.later is not None:
        return say("kept", day=day, share=write(one.kept, "kept"), later=write(one.later, "later"), **known)
    return say("waiting" if one.waits else "uncounted_later", day=day, **known)
