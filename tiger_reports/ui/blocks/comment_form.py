"""The place for an expert's words. Every field saves itself; nothing has to be sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from tiger_reports.commentary.fact_table import FactTable
from tiger_reports.commentary.offered import offered
from tiger_reports.model.card import CAUSES, Card, CardState, Comment, Duty
from tiger_reports.model.report import MonthReport
from tiger_reports.ui import state
from tiger_reports.ui.blocks.comment_past import comment_past, saved_words
from tiger_reports.ui.blocks.dispute import settle_dispute
from tiger_reports.ui.blocks.figures_said import Said, figures_said, insert_figure
from tiger_reports.ui.blocks.markup import draw, note
from tiger_reports.ui.blocks.owner import owner_field
from tiger_reports.ui.commenting.merging import Content, Edit
from tiger_reports.ui.commenting.room import room
from tiger_reports.ui.commenting.saving import comment_of, dispute, put, replacement, save_field
from tiger_reports.ui.components.autosave import Field, Typed, autosave
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import html
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


def comment_form(visit: Visit, report: MonthReport, card: Card) -> None:
    w, t = Writing(visit, report, card, comment_of(card)), visit.t
    draw(f"<div class='tr-facts'><h3>{html(t('ui.comments.words'))}</h3></div>")
    _standing(w)
    found = dispute(card.key)
    if found is not None:
        settle_dispute(visit, found)
    _tag(w)
    _text(w, "cause", t("ui.comments.cause"))
    if card.duty is Duty.EXPLAIN_DROP:
        _remedy(w)
    _toggle(w, "internal")
    comment_past(visit, card)


def _standing(w: Writing) -> None:
    """What is still asked for, what was sent back, what changed since."""
    t = w.t
    if w.comment.returned:
        note(t("ui.comments.returned", text=w.comment.returned), "worse")
    if w.card.state is CardState.STALE:
        note(t("ui.comments.stale"), "worse")
        st.button(t("ui.comments.confirm"), key=w.key("confirm"), on_click=_confirm, args=(w,))
    asked = [name for name in w.card.missing if t.has(f"ui.missing.{name}")]
    if asked:
        names = ", ".join(t(f"ui.missing.{name}") for name in asked)
        note(t("ui.comments.missing", names=names), "warn")
    for name in w.card.missing:
        if t.has(f"ui.warning.{name}"):
            note(t(f"ui.warning.{name}"), "warn")


def _tag(w: Writing) -> None:
    state.show(w.key("cause_tag"), w.comment.cause_tag or None)
    st.pills(
        w.t("ui.comments.tag"),
        CAUSES,
        format_func=lambda tag: w.t(f"cause.{tag}"),
        key=w.key("cause_tag"),
        wrap=True,
        on_change=partial(_picked, w, "cause_tag"),
    )


def _remedy(w: Writing) -> None:
    _toggle(w, "no_solution")
    _text(w, "solution", w.t("ui.comments.why_none" if w.comment.no_solution else "ui.comments.solution"))
    left, right = st.columns(2)
    with left:
        label, changed = w.t("ui.comments.owner"), partial(_picked, w, "owner")
        owner_field(w.visit, w.report, label, w.key("owner"), changed, value=w.comment.owner)
    with right:
        _due(w)
    _line(w, "expected")


def _text(w: Writing, name: str, label: str) -> None:
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
    _figures(w, name)
    if not space.fits and getattr(w.comment, name):
        note(w.t("ui.comments.too_long"), "warn")


def _figures(w: Writing, name: str) -> None:
    """Figures to insert, how the client reads the text, and what holds of its numbers."""
    table = FactTable(w.report)
    insert_figure(w.visit, w.key(f"{name}:insert"), offered(w.card, table), table, partial(_insert, w, name))
    told = str(getattr(w.card.told, name)) if w.card.told else ""
    claims = tuple(claim for claim in w.card.claims if claim.field == name)
    text = str(getattr(w.comment, name))
    if text:
        figures_said(Said(w.visit, w.key(name), text, told, claims, partial(put, w.visit, w.comment, name)))


def _insert(w: Writing, name: str, text: str) -> None:
    """The field puts it where its cursor is, and saves itself."""
    state.put(f"insert:{w.key(name)}", text)
    state.advance(f"inserts:{w.key(name)}")


def _line(w: Writing, name: str) -> None:
    state.show(w.key(name), getattr(w.comment, name))
    label, changed = w.t(f"ui.comments.{name}"), partial(_picked, w, name)
    st.text_input(label, key=w.key(name), max_chars=LONGEST_LINE, on_change=changed)
    claims = tuple(claim for claim in w.card.claims if claim.field == name)
    if w.card.told is not None and claims:
        text, told = str(getattr(w.comment, name)), str(getattr(w.card.told, name))
        figures_said(Said(w.visit, w.key(name), text, told, claims, partial(put, w.visit, w.comment, name)))


def _toggle(w: Writing, name: str) -> None:
    state.show(w.key(name), getattr(w.comment, name))
    st.toggle(w.t(f"ui.comments.{name}"), key=w.key(name), on_change=partial(_picked, w, name))


def _due(w: Writing) -> None:
    state.show(w.key("due"), w.comment.due)
    form, changed = DATE_FORMATS[w.t.language], partial(_picked, w, "due")
    st.date_input(w.t("ui.comments.due"), value=None, key=w.key("due"), format=form, on_change=changed)


def _typed(w: Writing, name: str, typed: Typed) -> None:
    save_field(w.visit, replace(w.comment, rev=typed.rev), Edit(name, typed.base, typed.text))


def _picked(w: Writing, name: str) -> None:
    value: Content = state.widget(w.key(name))
    if value is None and name != "due":
        value = ""
    if isinstance(value, str):
        value = value[:LONGEST_LINE]
    save_field(w.visit, w.comment, Edit(name, getattr(w.comment, name), value))


def _confirm(w: Writing) -> None:
    """The same words, with the figures of today beside them."""
    save_field(w.visit, w.comment, Edit("cause", None, w.comment.cause))
