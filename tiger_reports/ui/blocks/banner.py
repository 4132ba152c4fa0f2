"""The count above the cards: a card that changes it has the page drawn anew, others only themselves."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.report import MonthReport
from tiger_reports.ui import state

DRAWN = "cards-blocking"


def drawn(report: MonthReport) -> int:
    """How many cards still block; remembered as what the reader sees."""
    count = blocking(report)
    state.keep(DRAWN, (report.client.id, report.period, count))
    return count


def blocking(report: MonthReport) -> int:
    return sum(one.blocking for one in report.cards)


def keep_true(report: MonthReport) -> None:
    """Draw the page anew where the count on it no longer holds."""
    if state.kept(DRAWN) != (report.client.id, report.period, blocking(report)):
        st.rerun()
