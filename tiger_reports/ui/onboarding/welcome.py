"""The first contact: a text to copy, and a telephone call; each with its day."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.onboarding import Welcome
from tiger_reports.services.onboarding import welcome_text
from tiger_reports.services.records import SHEET, one
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import section
from tiger_reports.ui.records.editor import sheet
from tiger_reports.ui.records.forms.onboarding import WELCOME


@st.fragment
def welcome(visit: Visit) -> None:
    t = visit.t
    form = t(f"ui.client.address_{'formal' if visit.client.formal else 'informal'}")
    language = t(f"ui.language.{visit.client.language}")
    section(t("ui.onboarding.welcome"), t("ui.onboarding.welcome_lead", language=language, form=form))
    st.code(welcome_text(*visit.scope), language=None, wrap_lines=True)
    sheet(visit, WELCOME, one(*visit.scope, SHEET, Welcome()))
