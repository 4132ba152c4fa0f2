"""The report of a quarter or a year, or a friendly word where there is none yet."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from tiger_reports.model.log import DeckKind
from tiger_reports.model.report import MonthState
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import quarter_report, year_report
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.ui import notices
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import empty
from tiger_reports.ui.selection import address


def with_report(visit: Visit, asked: Asked, draw: Callable[[Visit, TigerReport], None]) -> None:
    """Draw what needs a report; a period that has not begun, or has no figures, is told to the reader."""
    t = visit.t
    try:
        if asked.kind is DeckKind.YEAR:
            report = year_report(*visit.scope, asked.year)
        else:
            report = quarter_report(*visit.scope, asked.number, asked.year)
    except RefusedError as refusal:
        empty(t("ui.year.nothing"), notices.reason(refusal, t))
        return
    if report.state is not MonthState.NO_DATA:
        draw(visit, report)
        return
    empty(t("ui.year.nothing"), t("refusal.no_data_in_period"))
    with st.container(horizontal=True):
        link("import", t("ui.start.to_import"), address(visit.client, visit.month))
