"""The Onboarding page: first contact, checklist, strategy, problems and accesses of one client."""

from __future__ import annotations

import streamlit as st

from tiger_reports.text.dates import short_date
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import head
from tiger_reports.ui.onboarding.access import access
from tiger_reports.ui.onboarding.checklist import steps
from tiger_reports.ui.onboarding.matrix import matrix
from tiger_reports.ui.onboarding.problems import problems
from tiger_reports.ui.onboarding.welcome import welcome
from tiger_reports.ui.onboarding.workshop import workshop

PARTS = {
    "start": (welcome, steps),
    "strategy": (workshop,),
    "matrix": (matrix,),
    "problems": (problems,),
    "access": (access,),
}


def onboarding_page(visit: Visit) -> None:
    t = visit.t
    day = short_date(visit.client.start, t.language)
    head(visit.client.name, t("ui.onboarding.title"), t("ui.onboarding.lead", day=day))
    tabs = st.tabs([t(f"ui.onboarding.part_{name}") for name in PARTS])
    for tab, parts in zip(tabs, PARTS.values(), strict=True):
        with tab:
            for part in parts:
                part(visit)
