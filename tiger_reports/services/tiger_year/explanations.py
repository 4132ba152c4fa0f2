"""The lead's own words on the drops of a quarter or a year."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.client import Actor
from tiger_reports.model.explanation import Explanation
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.tiger_report import Explained
from tiger_reports.services.office import Office
from tiger_reports.services.records import listed, one, save
from tiger_reports.services.tiger_year.measuring import Asked


def with_explanations(
    office: Office, actor: Actor, client_id: str, asked: Asked, explained: tuple[Explained, ...]
) -> tuple[Explained, ...]:
    """Each drop with what the lead wrote of it, if anything."""
    known = {record.id: record.words for record in listed(office, actor, client_id, Explanation)}
    return tuple(
        replace(each, own=known.get(_blank(asked, each.change).key))
        if each.change.verdict is Verdict.WORSE
        else each
        for each in explained
    )


def explanation_of(
    office: Office, actor: Actor, client_id: str, asked: Asked, change: Change
) -> Record[Explanation]:
    """The record of a drop; one that nobody has written yet remembers the figures as they are now."""
    blank = _blank(asked, change)
    return one(office, actor, client_id, blank.key, blank)


def still_holds(
    office: Office, actor: Actor, client_id: str, seen: Record[Explanation], change: Change
) -> SavedRecord[Explanation]:
    """The same words on figures that moved meanwhile: somebody looked at them again."""
    words = replace(seen.words, before=change.before.amount, after=change.after.amount)
    return save(office, actor, client_id, replace(seen, words=words))


def _blank(asked: Asked, change: Change) -> Explanation:
    return Explanation(
        kind=asked.kind,
        year=asked.year,
        number=asked.number,
        metric=change.metric,
        before=change.before.amount,
        after=change.after.amount,
    )
