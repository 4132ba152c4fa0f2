"""Decisions of meetings among the topics of the week: the same records as on the page of the quarter."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.meeting import Decision
from tiger_reports.model.record import Record
from tiger_reports.services.tiger_year.decisions import decisions, finish
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.quarter.meeting import origin
from tiger_reports.ui.records.editor import sheet
from tiger_reports.ui.records.forms.meeting import TASK
from tiger_reports.ui.week.headed import headed
from tiger_reports.ui.week.told import told


def open_decisions(visit: Visit) -> tuple[Record[Decision], ...]:
    return tuple(one for one in decisions(*visit.scope) if one.words.open)


def decision(visit: Visit, record: Record[Decision]) -> None:
    """What was decided, by whom and by when, with the meeting that it comes from."""
    t, words = visit.t, record.words
    late = words.overdue(visit.office.today(visit.client))
    with st.expander(
        headed(t, t("ui.topic.decision"), words.what, words.due, late=late), key=f"decision-{record.id}"
    ):
        st.caption(origin(words, t))
        sheet(visit, TASK, record)
        st.button(
            t("ui.topic.close_task"),
            type="primary",
            key=f"decision-{record.id}-close",
            help=t("ui.topic.close_decision_help"),
            on_click=_finish,
            args=(visit, record),
        )


def _finish(visit: Visit, record: Record[Decision]) -> None:
    saved = notices.attempt(lambda: finish(*visit.scope, record), visit.t)
    told(visit, saved, record.words.what)
