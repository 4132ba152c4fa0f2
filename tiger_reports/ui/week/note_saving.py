"""Saving the words of a note: joined with a tick set meanwhile, asked where two people wrote."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.model.record import Record
from tiger_reports.model.week_note import Note, WrittenNote
from tiger_reports.services.week.notes import save_note
from tiger_reports.ui import notices, state
from tiger_reports.ui.components.autosave import Typed
from tiger_reports.ui.guard import Visit


def save_words(visit: Visit, found: WrittenNote, text: str, typed: Typed | None) -> None:
    """Store the text as it was begun on `typed`; None: as the reader sees the note now."""
    record = found.record
    begun = typed or Typed(text, found.text, record.rev)
    words = replace(record.words, text=text.strip() and text, base=_base(found, begun))
    _save(visit, replace(record, rev=begun.rev, words=words), begun.base)


def take(visit: Visit, found: WrittenNote, text: str) -> None:
    """Store the text that was decided on, over the one that the decider saw."""
    settle(found.record.id)
    save_words(visit, found, text, None)


def settle(note_id: str) -> None:
    """End a dispute; the field takes the stored text from now on."""
    state.drop(_name(note_id))
    state.advance(f"replace:note:{note_id}")


def clash(note_id: str) -> str | None:
    """My text that was not taken."""
    found = state.kept(_name(note_id))
    return found if isinstance(found, str) else None


def replacement(note_id: str) -> int:
    return state.counter(f"replace:note:{note_id}")


def _save(visit: Visit, mine: Record[Note], begun_on: str) -> None:
    saved = notices.attempt(lambda: save_note(*visit.scope, mine), visit.t)
    if saved is None or saved.rejected is None or saved.stored is None:
        return
    theirs = saved.stored
    if theirs.words.text in ("", begun_on):  # they left the words alone: only the call was ticked
        both = replace(theirs, words=replace(mine.words, called_on=theirs.words.called_on))
        saved = notices.attempt(lambda: save_note(*visit.scope, both), visit.t)
    if saved is not None and saved.rejected is not None:
        state.keep(_name(mine.id), mine.words.text)


def _base(found: WrittenNote, begun: Typed) -> str:
    """The draft that the words answer to: the one that an edit of a draft began on."""
    return found.record.words.base if found.record.words.text else begun.base


def _name(note_id: str) -> str:
    return f"clash:note:{note_id}"
