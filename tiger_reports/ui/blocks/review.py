"""A second pair of eyes: whoever did not write a drop's words reads them before the client does."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.card import Card
from tiger_reports.model.report import MonthReport
from tiger_reports.services.months.reviewing import review as mark_read
from tiger_reports.services.months.reviewing import to_read
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note


def review(visit: Visit, report: MonthReport, card: Card) -> None:
    t = visit.t
    if card.comment is not None and card.comment.reviewed_by:
        note(t("ui.comments.reviewed", name=card.comment.reviewed_by), "better")
    if not card.waits_for_review:
        return
    note(t("ui.comments.review_wait"))
    if card in to_read(report, visit.actor, own_words=False):
        st.button(
            t("ui.comments.review"),
            icon=":material/visibility:",
            key=f"{card.key}:review",
            on_click=_read,
            args=(visit, card),
        )


def _read(visit: Visit, card: Card) -> None:
    notices.attempt(lambda: mark_read(*visit.scope, card.key), visit.t)
