"""The place for an expert's words. Every field saves itself; a duty shows the fields that it needs."""

from __future__ import annotations

import streamlit as st

from tiger_reports.commentary.fields import doubts
from tiger_reports.model.card import ACTIONS, CAUSES, Card, CardState, Confidence, Duty
from tiger_reports.model.report import MonthReport
from tiger_reports.ui.blocks.comment_past import comment_past
from tiger_reports.ui.blocks.dispute import settle_dispute
from tiger_reports.ui.blocks.expected_effect import expected_effect
from tiger_reports.ui.blocks.person import person
from tiger_reports.ui.blocks.review import review
from tiger_reports.ui.blocks.writing import Writing, day, line, pills, text, toggle
from tiger_reports.ui.commenting.merging import Edit
from tiger_reports.ui.commenting.saving import comment_of, dispute, save_field
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, note
from tiger_reports.ui.plain import html

SURENESS = tuple(one.value for one in Confidence)
COPIES = {"copied", "copied_again"}


def comment_form(visit: Visit, report: MonthReport, card: Card) -> None:
    w, t = Writing(visit, report, card, comment_of(card)), visit.t
    draw(f"<div class='tr-facts'><h3>{html(t('ui.comments.words'))}</h3></div>")
    _standing(w)
    found = dispute(card.key)
    if found is not None:
        settle_dispute(visit, found)
    _why(w)
    if card.duty is not Duty.CONTEXT:
        _remedy(w)
    toggle(w, "internal")
    review(visit, report, card)
    comment_past(visit, card)


def _standing(w: Writing) -> None:
    """What is still asked for, what was sent back, what changed since."""
    t = w.t
    if w.comment.returned:
        note(t("ui.comments.returned", text=w.comment.returned), "worse")
    if w.card.state is CardState.STALE:
        note(t("ui.comments.stale"), "worse")
        st.button(t("ui.comments.confirm"), key=w.key("confirm"), on_click=_confirm, args=(w,))
    asked = [name for name in w.card.missing if not t.has(f"ui.warning.{name}") and name != "returned"]
    if asked:
        names = ", ".join(t(f"missing.{name}") for name in asked)
        note(t("ui.comments.missing", names=names), "warn")
    for name in w.card.missing:
        if t.has(f"ui.warning.{name}"):
            note(t(f"ui.warning.{name}"), "warn")
    if w.comment.still_holds or COPIES & set(w.card.missing):
        toggle(w, "still_holds")


def _why(w: Writing) -> None:
    """The cause, how sure it is, and what shows it."""
    pills(w, "cause_tag", w.label("tag"), CAUSES, "cause")
    if w.comment.despite or doubts(w.card.change, w.card.evidence, w.card.comment):
        line(w, "despite", w.label("despite"))
    text(w, "cause", w.label("cause"))
    if w.card.duty is Duty.CONTEXT:
        return
    pills(w, "confidence", w.label("confidence"), SURENESS, "confidence")
    if w.card.duty is Duty.EXPLAIN_DROP and w.comment.confidence is not Confidence.OPEN:
        if not w.comment.opinion:
            line(w, "evidence", w.label("evidence_words"), w.label("evidence_hint"))
        toggle(w, "opinion")


def _remedy(w: Writing) -> None:
    """What is done next. Of an open cause: a check; after a rise only what the author wants to promise."""
    drop, open_cause = w.card.duty is Duty.EXPLAIN_DROP, w.comment.confidence is Confidence.OPEN
    if drop and not open_cause:
        toggle(w, "no_solution")
    if w.comment.refuses:
        text(w, "solution", w.label("why_none"))
        return
    if not open_cause:
        pills(w, "action", w.label("action"), ACTIONS, "action")
    text(w, "solution", w.label("check" if open_cause else "solution" if drop else "next"))
    if not (drop or open_cause or w.comment.solution.strip()):
        return
    left, right = st.columns(2)
    with left:
        key, others = w.key("owner"), w.report.owners
        person(w.visit, w.label("owner"), key, w.comment.owner, w.changed("owner"), others=others)
    with right:
        day(w, "due")
    if not open_cause:
        expected_effect(w)


def _confirm(w: Writing) -> None:
    """The same words, with the figures of today beside them."""
    save_field(w.visit, w.comment, Edit("cause", None, w.comment.cause))
