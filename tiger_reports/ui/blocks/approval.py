"""The team leader's word: approve the month, or send it back with what has to be mended."""

from __future__ import annotations

import streamlit as st

from tiger_reports.commentary.gate import OVERRIDABLE, open_items
from tiger_reports.model.period import overlap
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services.cooperation import next_meeting
from tiger_reports.services.months.comments import approve_month, return_month
from tiger_reports.services.months.reviewing import Waived, own_unread
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.next_meeting import is_near, meeting_link
from tiger_reports.ui.blocks.steps import steps_markup
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, note, section

DONE = (MonthState.APPROVED, MonthState.EXPORTED)
REASON, OWN_WORDS = "return-reason", "own-words"
EXCEPTION, NAME = "override-reason", "override-name"


def approval(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    section(t("ui.deck.approval"))
    draw(steps_markup(report.state, visit.client.name, t))
    if report.state in DONE and report.approved_by:
        note(t("ui.deck.approved", name=report.approved_by), "better")
        _meeting(visit, report)
    if not visit.actor.may_approve:
        st.caption(t("ui.deck.approve_lead_only"))
        return
    if report.override is not None:
        note(t("ui.deck.overridden", name=report.override.name, reason=report.override.reason), "warn")
    if own_unread(report, visit.actor):
        st.checkbox(t("ui.deck.own_words"), key=OWN_WORDS)
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
    if any(item.code in OVERRIDABLE for item in open_items(report)):
        _exception(visit)


def _meeting(visit: Visit, report: MonthReport) -> None:
    """On to the meeting that is near and tells of this month."""
    meeting = next_meeting(visit.office, visit.client)
    near = meeting is not None and is_near(meeting, report.today)
    if meeting and near and overlap(meeting.quarter.period, report.period):
        meeting_link(visit.client, report.period, meeting, visit.t)


def _exception(visit: Visit) -> None:
    """Behind a fold: a lead's word that the report may go out although words are missing."""
    t = visit.t
    with st.expander(t("ui.deck.override"), key="override"):
        st.caption(t("ui.deck.override_lead"))
        if not visit.actor.name:
            st.text_input(t("ui.deck.override_name"), key=NAME, max_chars=100)
        st.text_input(t("ui.deck.override_reason"), key=EXCEPTION, max_chars=500)
        st.button(t("ui.deck.override"), on_click=_override, args=(visit,), key="make-override")


def _approve(visit: Visit) -> None:
    own_words = bool(state.widget(OWN_WORDS))
    notices.attempt(lambda: approve_month(*visit.scope, visit.month, own_words=own_words), visit.t)


def _override(visit: Visit) -> None:
    name = visit.actor.name or str(state.widget(NAME) or "")
    waived = Waived(str(state.widget(EXCEPTION) or ""), name)
    notices.attempt(lambda: approve_month(*visit.scope, visit.month, waived=waived), visit.t)


def _return(visit: Visit) -> None:
    reason = str(state.widget(REASON) or "")
    notices.attempt(lambda: return_month(*visit.scope, visit.month, reason), visit.t)
