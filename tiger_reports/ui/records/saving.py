"""Saving one field of a record. What cannot be joined with another's save is asked, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.services import records
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit

TRIES = 3
"""Others may save between our two steps; after so many times the reader decides."""


@dataclass(frozen=True)
class Clash:
    """One field with two texts: mine, which is not saved, and theirs, which is."""

    field: str
    mine: Any
    theirs: Record[Any]


def save_field(visit: Visit, seen: Record[Any], field: str, now: Any, was: Any = None) -> None:
    """Store one field as edited on `seen`; `was` is what stood in it when the edit began, if not the same."""
    before = getattr(seen.words, field) if was is None else was
    if now == before:
        return
    mine = replace(seen, words=replace(seen.words, **{field: now}))
    outcome = notices.attempt(lambda: _save(visit, mine, (field, before, now), TRIES), visit.t)
    if outcome is None:
        state.advance(_again(seen))
    elif outcome.rejected is None:
        settle(seen)
    elif outcome.stored is None:
        notices.refuse(visit.t("records.gone", text=str(now)))
    else:
        state.keep(_name(seen), Clash(field, now, outcome.stored))


def clash(seen: Record[Any]) -> Clash | None:
    found = state.kept(_name(seen))
    return found if isinstance(found, Clash) else None


def settle(seen: Record[Any]) -> None:
    """End a clash; the field takes the stored text from now on."""
    if clash(seen) is not None:
        state.drop(_name(seen))
        state.advance(_again(seen))


def replacement(seen: Record[Any]) -> int:
    """Grows when the stored text must win over what stands in the field."""
    return state.counter(_again(seen))


def take(visit: Visit, found: Clash) -> None:
    """Store my text over theirs, which I have seen."""
    settle(found.theirs)
    save_field(visit, found.theirs, found.field, found.mine)


def _save(visit: Visit, mine: Record[Any], edit: tuple[str, Any, Any], tries: int) -> SavedRecord[Any]:
    outcome = records.save(*visit.scope, mine)
    theirs, (field, was, now) = outcome.stored, edit
    if outcome.rejected is None or theirs is None or tries == 0:
        return outcome
    if getattr(theirs.words, field) not in (was, now):
        return outcome
    joined = replace(theirs, words=replace(theirs.words, **{field: now}))
    return _save(visit, joined, edit, tries - 1)


def _name(seen: Record[Any]) -> str:
    return f"clash:{type(seen.words).__name__}:{seen.id}"


def _again(seen: Record[Any]) -> str:
    return f"again:{type(seen.words).__name__}:{seen.id}"
