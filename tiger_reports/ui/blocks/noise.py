"""Changes that look large and are no more than normal variation: told once, nothing is owed for them."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.report import MonthReport
from tiger_reports.ui.blocks.markup import section
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.plain import markdown


def noise(visit: Visit, report: MonthReport) -> None:
    if not report.noise:
        return
    section(visit.t("ui.comments.noise"))
    for one in report.noise:
        st.caption(markdown(one.sentence))
