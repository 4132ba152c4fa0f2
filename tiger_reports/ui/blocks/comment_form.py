"""The place for an expert's words. Every field saves itself; nothing has to be sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from tiger_reports.model.card import CAUSES, Card, CardState, Comment, Duty
from tiger_reports.model.revised import Revision
from tiger_reports.services.comments import revisions
from tiger_reports.services.months import month_report
from tiger_reports.ui import state
from tiger_reports.ui.blocks.dispute import settle_dispute
from tiger_reports.ui.blocks.markup import draw, note
from tiger_reports.ui.commenting.merging import Content, Edit
from tiger_reports.ui.commenting.room import room
from tiger_reports.ui.commenting.saving import comment_of, dispute, replacement, save_field
from tiger_reports.ui.components.autosave import Field, Typed, autosave
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import html

DATE_FORMATS = {"en": "DD/MM/YYYY", "pl": "DD.MM.YYYY", "cs": "DD.MM.YYYY", "ru": "DD.MM.YYYY"}
LONGEST_LINE = 200


def comment_form(visit: Visit, card: Card) -> None:
    comment, t = comment_of(card), visit.t
    draw(f"<div class='tr-facts'><h4>{html(t('ui.comments.words'))}</h4></div>")
    _standing(visit, card, comment)
    found = dispute(card.key)
    if found is not None:
        settle_dispute(visit, found)
    _tag(visit, comment)
    _text(visit, card, "cause", t("ui.comments.cause"), t("ui.comments.cause_hint"))
    if card.duty is Duty.EXPLAIN_DROP:
        _remedy(visit, card)
    state.show(f"{card.key}:internal", comment.internal)
    st.toggle(
        t("ui.comments.internal"),
        key=f"{card.key}:internal",
        on_change=partial(_picked, visit, comment, "internal"),
    )
    _past(visit, card)


def _standing(visit: Visit, card: Card, comment: Comment) -> None:
    """What is still asked for, what was sent back, what changed since."""
    t = visit.t
    if comment.returned:
        note(t("ui.comments.returned", text=comment.returned), "worse")
    if card.state is CardState.STALE:
        note(t("ui.comments.stale"), "worse")
        st.button(
            t("ui.comments.confirm"), key=f"{card.key}:confirm", on_click=_confirm, args=(visit, comment)
        )
    asked = [name for name in card.missing if t.has(f"ui.missing.{name}")]
    if asked:
        names = ", ".join(t(f"ui.missing.{name}") for name in asked)
        note(t("ui.comments.missing", names=names), "warn")
    for name in card.missing:
        if t.has(f"ui.warning.{name}"):
            note(t(f"ui.warning.{name}"), "warn")


def _tag(visit: Visit, comment: Comment) -> None:
    key = f"{comment.card}:cause_tag"
    state.show(key, comment.cause_tag or None)
    st.pills(
        visit.t("ui.comments.tag"),
        CAUSES,
        format_func=lambda tag: visit.t(f"cause.{tag}"),
        key=key,
        wrap=True,
        on_change=partial(_picked, visit, comment, "cause_tag"),
    )


def _remedy(visit: Visit, card: Card) -> None:
    comment, t, key = comment_of(card), visit.t, f"{card.key}:no_solution"
    state.show(key, comment.no_solution)
    changed = partial(_picked, visit, comment, "no_solution")
    st.toggle(t("ui.comments.no_solution"), key=key, on_change=changed)
    label = t("ui.comments.why_none" if comment.no_solution else "ui.comments.solution")
    _text(visit, card, "solution", label, t("ui.comments.solution_hint"))
    left, right = st.columns(2)
    with left:
        _line(visit, comment, "owner")
    with right:
        _due(visit, comment)
    _line(visit, comment, "expected")


def _text(visit: Visit, card: Card, name: str, label: str, hint: str) -> None:
    """A long text, with the room that its slide still has."""
    comment, t = comment_of(card), visit.t
    report = month_report(*visit.scope, visit.month, t.language)
    space = room(report, card, comment, name)
    field = Field(
        name=f"{comment.card}:{name}",
        owner=f"{visit.actor.email}:{visit.client.id}",
        label=label,
        text=str(getattr(comment, name)),
        rev=comment.rev,
        saved=_saved(visit, comment),
        placeholder=hint,
        limit=space.limit,
        replace=replacement(comment.card),
    )
    autosave(field, t, partial(_typed, visit, comment, name))
    if not space.fits and getattr(comment, name):
        note(t("ui.comments.too_long"), "warn")


def _line(visit: Visit, comment: Comment, name: str) -> None:
    key = f"{comment.card}:{name}"
    state.show(key, getattr(comment, name))
    st.text_input(
        visit.t(f"ui.comments.{name}"),
        key=key,
        max_chars=LONGEST_LINE,
        on_change=partial(_picked, visit, comment, name),
    )


def _due(visit: Visit, comment: Comment) -> None:
    key = f"{comment.card}:due"
    state.show(key, comment.due)
    st.date_input(
        visit.t("ui.comments.due"),
        value=None,
        key=key,
        format=DATE_FORMATS[visit.t.language],
        on_change=partial(_picked, visit, comment, "due"),
    )


def _past(visit: Visit, card: Card) -> None:
    box = st.popover(
        visit.t("ui.comments.history"), icon=":material/history:", on_change="rerun", type="tertiary"
    )
    with box:
        if box.open:
            for one in reversed(revisions(*visit.scope, card.key)):
                draw(_version(visit, one))


def _saved(visit: Visit, comment: Comment) -> str:
    if comment.saved_at is None:
        return visit.t("ui.autosave.empty")
    when = moment(comment.saved_at, visit.client.timezone, visit.t.language)
    return visit.t("ui.autosave.saved", when=when, who=comment.author)


def _version(visit: Visit, one: Revision[Comment]) -> str:
    when = moment(one.saved_at, visit.client.timezone, visit.t.language)
    head = visit.t("ui.autosave.saved", when=when, who=one.author)
    mark = f" · {visit.t('ui.comments.rejected')}" if one.rejected else ""
    words = "<br>".join(html(text) for text in (one.words.cause, one.words.solution) if text)
    return f'<div class="tr-both"><h4>{html(head + mark)}</h4>{words}</div>'


def _typed(visit: Visit, seen: Comment, name: str, typed: Typed) -> None:
    save_field(visit, replace(seen, rev=typed.rev), Edit(name, typed.base, typed.text))


def _picked(visit: Visit, seen: Comment, name: str) -> None:
    value: Content = state.widget(f"{seen.card}:{name}")
    if value is None and name != "due":
        value = ""
    save_field(visit, seen, Edit(name, getattr(seen, name), value))


def _confirm(visit: Visit, seen: Comment) -> None:
    """The same words, with the figures of today beside them."""
    save_field(visit, seen, Edit("cause", None, seen.cause))
