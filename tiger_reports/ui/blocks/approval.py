"""The team leader's word: approve the month, or send it back with what has to be mended."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services.comments import approve_month, return_month
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.markup import draw, note, section
from tiger_reports.ui.blocks.steps import steps_markup
from tiger_reports.ui.guard import Visit

DONE = (MonthState.APPROVED, MonthState.EXPORTED)
REASON = "return-reason"


def approval(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    section(t("ui.deck.approval"))
    draw(steps_markup(report.state, visit.client.name, t))
    if report.state in DONE and report.approved_by:
        note(t("ui.deck.approved", name=report.approved_by), "better")
    if not visit.actor.may_approve:
        st.caption(t("ui.deck.approve_lead_only"))
        return
    st.button(
        t("ui.deck.approve"),
        icon=":material/verified:",
        disabled=report.state in DONE,
        on_click=_approve,
        args=(visit,),
        key="approve",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(t("ui.deck.return_reason"), key=REASON, max_chars=500)
        st.button(t("ui.deck.return"), icon=":material/undo:", on_click=_return, args=(visit,), key="return")


def _approve(visit: Visit) -> None:
    notices.attempt(lambda: approve_month(*visit.scope, visit.month), visit.t)


def _return(visit: Visit) -> None:
    reason = str(state.widget(REASON) or "")
    notices.attempt(lambda: return_month(*visit.scope, visit.month, reason), visit.t)
