"""Questions to the client about the next year."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.meeting import Question, QuestionKind
from tiger_reports.services.records import listed
from tiger_reports.ui.markup import section
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.records.editor import add_button, rows
from tiger_reports.ui.records.forms.meeting import QUESTION

OFFERED = (QuestionKind.GOALS, QuestionKind.BUDGET, QuestionKind.MARKETS, QuestionKind.PRODUCTS)


@st.fragment
def questions(talk: Talk) -> None:
    t, here = talk.t, (talk.year, talk.quarter)
    section(t("agenda.questions"), t("ui.quarter.questions_lead"))
    found = [
        one for one in listed(*talk.visit.scope, Question) if (one.words.year, one.words.quarter) == here
    ]
    rows(talk.visit, QUESTION, found)
    asked = {one.words.kind for one in found}
    with st.container(horizontal=True):
        for kind in OFFERED:
            if kind not in asked:
                blank = Question(talk.year, talk.quarter, kind, t(f"question.{kind}"))
                add_button(talk.visit, t(f"record.question.kind_{kind}"), blank, f"question-{kind}")
        blank = Question(talk.year, talk.quarter)
        add_button(talk.visit, t("ui.quarter.add_question"), blank, "question-own")
