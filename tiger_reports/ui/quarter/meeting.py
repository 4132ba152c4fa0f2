"""What is said at a meeting: results, plans, the client's feeling, notes, and decisions that become tasks."""

from __future__ import annotations

from typing import Any

import streamlit as st

from tiger_reports.model.meeting import Decision, Feeling
from tiger_reports.model.record import Record
from tiger_reports.services.records import listed
from tiger_reports.ui.blocks.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.records.editor import add_button, rows, sheet
from tiger_reports.ui.records.forms.meeting import ACHIEVED, DECISION, FEELING, NOTES, PLANS


@st.fragment
def achieved(talk: Talk) -> None:
    section(talk.t("agenda.achieved"), talk.t("ui.quarter.achieved_lead"))
    sheet(talk.visit, ACHIEVED, talk.notes)


@st.fragment
def plans(talk: Talk) -> None:
    section(talk.t("agenda.plans"), talk.t("ui.quarter.plans_lead"))
    sheet(talk.visit, PLANS, talk.notes)


@st.fragment
def feeling(talk: Talk) -> None:
    t, record = talk.t, talk.notes
    section(t("agenda.feeling"), t("ui.quarter.feeling_lead"))
    if record.words.feeling is Feeling.WORRIED and not record.words.worry.strip():
        note(t("ui.quarter.worry_missing"), "warn")
    sheet(talk.visit, FEELING, record)


@st.fragment
def notes(talk: Talk) -> None:
    section(talk.t("agenda.notes"), talk.t("ui.quarter.notes_lead"))
    sheet(talk.visit, NOTES, talk.notes)


@st.fragment
def decisions(talk: Talk) -> None:
    """Decisions of this meeting, after those of earlier ones that nobody has done yet."""
    t, here = talk.t, (talk.year, talk.quarter)
    section(t("agenda.decisions"), t("ui.quarter.decisions_lead"))
    found = listed(*talk.visit.scope, Decision)
    earlier = [
        one for one in found if (one.words.year, one.words.quarter) < here and one.words.done_on is None
    ]
    if earlier:
        note(t("ui.quarter.earlier_open", n=len(earlier)), "warn")
        rows(talk.visit, DECISION, earlier, before=lambda record: _standing(talk, record))
    mine = [one for one in found if (one.words.year, one.words.quarter) == here]
    rows(talk.visit, DECISION, mine, before=lambda record: _standing(talk, record))
    add_button(talk.visit, t("ui.quarter.add_decision"), Decision(talk.year, talk.quarter))


def _standing(talk: Talk, record: Record[Any]) -> None:
    """Done, open or late."""
    words, t = record.words, talk.t
    today = talk.visit.office.today(talk.visit.client)
    if words.done_on is not None:
        mark = chip(t("ui.quarter.done"), "better")
    elif words.due is not None and words.due < today:
        mark = chip(t("ui.quarter.late"), "worse")
    else:
        mark = chip(t("ui.quarter.task_open"), "warn")
    meeting = t("ui.quarter.title", quarter=t(f"quarter.name_{words.quarter}"), year=words.year)
    draw(f'<p class="tr-row-facts">{mark} {html(meeting)}</p>')
