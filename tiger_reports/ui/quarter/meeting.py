"""What is said at a meeting: results, plans, the client's feeling, notes, and decisions that become tasks."""

from __future__ import annotations

from typing import Any

import streamlit as st

from tiger_reports.model.meeting import Decision, Feeling, Kept
from tiger_reports.model.record import Record
from tiger_reports.services.records import listed
from tiger_reports.services.tiger_year.decisions import looked_back_on
from tiger_reports.text.periods import quarter_name
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.records.editor import add_button, rows, sheet
from tiger_reports.ui.records.forms.meeting import ACHIEVED, DECISION, FEELING, NOTES, PLANS
from tiger_reports.ui.words import Words

TONES = {Kept.OPEN: "warn", Kept.KEPT: "better", Kept.LATE: "neutral", Kept.NOT_KEPT: "worse"}


def origin(decision: Decision, t: Words) -> str:
    """The meeting at which it was decided."""
    return t("decision.origin", quarter=quarter_name(decision.year, decision.quarter, t.language))


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
    """What became of the decisions of the meeting before, and what this one decides."""
    t, here = talk.t, (talk.year, talk.quarter)
    section(t("agenda.decisions"), t("ui.quarter.decisions_lead"))
    found = listed(*talk.visit.scope, Decision)
    earlier = looked_back_on(found, here, talk.period)
    if earlier:
        left = sum(one.words.open for one in earlier)
        if left:
            note(t("ui.quarter.earlier_open", n=left), "warn")
        rows(talk.visit, DECISION, earlier, before=lambda record: _standing(talk, record))
    mine = [one for one in found if one.words.meeting == here]
    rows(talk.visit, DECISION, mine, before=lambda record: _standing(talk, record))
    add_button(talk.visit, t("ui.quarter.add_decision"), Decision(talk.year, talk.quarter))


def _standing(talk: Talk, record: Record[Any]) -> None:
    """What became of it, and of which meeting it is."""
    words, visit = record.words, talk.visit
    kept = words.kept(visit.office.today(visit.client))
    mark = chip(talk.t(f"decision.{kept}"), TONES[kept])
    draw(f'<p class="tr-row-facts">{mark} {html(origin(words, talk.t))}</p>')
