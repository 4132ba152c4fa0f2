"""What the workshop brought: the business, six questions of strategy, and what each channel is for."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.onboarding import Workshop
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.onboarding import purposes, questions
from tiger_reports.services.records import SHEET, one
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.records.editor import sheet
from tiger_reports.ui.records.forms.onboarding import ANSWER, PURPOSE, WORKSHOP


@st.fragment
def workshop(visit: Visit) -> None:
    t = visit.t
    section(t("ui.onboarding.workshop"), t("ui.onboarding.workshop_lead"))
    sheet(visit, WORKSHOP, one(*visit.scope, SHEET, Workshop()))
    _questions(visit)
    _purposes(visit)


def _questions(visit: Visit) -> None:
    t = visit.t
    found = questions(*visit.scope)
    settled = sum(bool(one.words.text.strip()) or one.words.open for one in found)
    section(t("ui.onboarding.questions"), t("ui.onboarding.questions_lead", n=settled, all=len(found)))
    for record in found:
        mark = ""
        if record.words.open:
            mark = chip(t("ui.onboarding.question_open"), "warn")
        elif record.words.text.strip():
            mark = chip(t("ui.onboarding.answered"), "better")
        draw(f'<p class="tr-part">{html(t(f"strategy.{record.id}"))} {mark}</p>')
        sheet(visit, ANSWER, record)


def _purposes(visit: Visit) -> None:
    t = visit.t
    section(t("ui.onboarding.purposes"), t("ui.onboarding.purposes_lead"))
    found = purposes(*visit.scope)
    if not found:
        note(t("ui.onboarding.no_channels"))
    for record in found:
        missing = "" if record.words.text.strip() else chip(t("ui.onboarding.no_purpose"), "warn")
        draw(f'<p class="tr-part">{html(panel_name(record.id))} {missing}</p>')
        sheet(visit, PURPOSE, record)
