"""Fields of a comment: each saves itself when it is left, picked or ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.offered import offered
from tiger_reports.model.card import Card, Comment, Confidence
from tiger_reports.model.report import MonthReport
from tiger_reports.ui import state
from tiger_reports.ui.blocks.comment_past import saved_words
from tiger_reports.ui.blocks.figures_said import Said, figures_said, insert_figure
from tiger_reports.ui.commenting.merging import Content, Edit
from tiger_reports.ui.commenting.room import room
from tiger_reports.ui.commenting.saving import put, replacement, save_field
from tiger_reports.ui.components.autosave import Field, Typed, autosave
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.words import Words

LONGEST_LINE = 200


@dataclass(frozen=True)
class Writing:
    """Who writes, about which card of which report, and the words that stand now."""

    visit: Visit
    report: MonthReport
    card: Card
    comment: Comment

    @property
    def t(self) -> Words:
        return self.visit.t

    def key(self, name: str) -> str:
        return f"{self.card.key}:{name}"

    def label(self, name: str) -> str:
        return self.t(f"ui.comments.{name}")

    def changed(self, name: str) -> Callable[[], None]:
        return partial(_picked, self, name)

    def save(self, name: str, value: Content) -> None:
        save_field(self.visit, self.comment, Edit(name, getattr(self.comment, name), value))


def text(w: Writing, name: str, label: str) -> None:
    """A long text, with the room that its slide still has."""
    space = room(w.report, w.card, w.comment, name)
    field = Field(
        name=w.key(name),
        owner=f"{w.visit.actor.email}:{w.visit.client.id}",
        label=label,
        text=str(getattr(w.comment, name)),
        rev=w.comment.rev,
        saved=saved_words(w.visit, w.comment),
        placeholder=w.t(f"ui.comments.{name}_hint"),
        limit=space.limit,
        replace=replacement(w.card.key),
        insert=state.get(f"insert:{w.key(name)}"),
        inserts=state.counter(f"inserts:{w.key(name)}"),
    )
    autosave(field, w.t, partial(_typed, w, name))
    table = FactTable(w.report)
    insert_figure(w.visit, w.key(f"{name}:insert"), offered(w.card, table), table, partial(_insert, w, name))
    _figures(w, name)
    if not space.fits and getattr(w.comment, name):
        note(w.t("ui.comments.too_long"), "warn")


def line(w: Writing, name: str, label: str, hint: str = "") -> None:
    state.fill(w.key(name), getattr(w.comment, name))
    st.text_input(label, key=w.key(name), max_chars=LONGEST_LINE, placeholder=hint, on_change=w.changed(name))
    _figures(w, name)


def toggle(w: Writing, name: str) -> None:
    state.show(w.key(name), getattr(w.comment, name))
    st.toggle(w.label(name), key=w.key(name), on_change=w.changed(name))


def pills(w: Writing, name: str, label: str, options: Sequence[str], words: str) -> None:
    """One of a few; `words` is where their names stand in `text`."""
    state.show(w.key(name), str(getattr(w.comment, name)) or None)
    st.pills(
        label,
        options,
        format_func=lambda one: w.t(f"{words}.{one}"),
        key=w.key(name),
        wrap=True,
        on_change=w.changed(name),
    )


def day(w: Writing, name: str) -> None:
    state.fill(w.key(name), getattr(w.comment, name))
    form = DATE_FORMATS[w.t.language]
    st.date_input(w.label(name), value=None, key=w.key(name), format=form, on_change=w.changed(name))


def _figures(w: Writing, name: str) -> None:
    """How the client reads the text, and what holds of its numbers."""
    told, said = str(getattr(w.card.told, name)) if w.card.told else "", str(getattr(w.comment, name))
    claims = tuple(claim for claim in w.card.claims if claim.field == name)
    if said and (claims or told != said):
        figures_said(Said(w.visit, w.key(name), said, told, claims, partial(put, w.visit, w.comment, name)))


def _insert(w: Writing, name: str, figure: str) -> None:
    """The field puts it where its cursor is, and saves itself."""
    state.put(f"insert:{w.key(name)}", figure)
    state.advance(f"inserts:{w.key(name)}")


def _typed(w: Writing, name: str, typed: Typed) -> None:
    save_field(w.visit, replace(w.comment, rev=typed.rev), Edit(name, typed.base, typed.text))


def _picked(w: Writing, name: str) -> None:
    value: Content = state.widget(w.key(name))
    if value is None and name != "due":
        value = ""
    if isinstance(value, str):
        value = value[:LONGEST_LINE]
    w.save(name, Confidence(str(value or Confidence.LIKELY)) if name == "confidence" else value)
