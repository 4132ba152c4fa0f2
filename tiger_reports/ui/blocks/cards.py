"""All cards of a month in the order in which they ask for words: drops, rises, the rest."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.card import Card, Duty
from tiger_reports.model.report import MonthReport
from tiger_reports.ui.blocks.card import card
from tiger_reports.ui.blocks.notices import notices
from tiger_reports.ui.blocks.unflagged import unflagged
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import empty, note, section
from tiger_reports.ui.once import Once

GROUPS = ((Duty.EXPLAIN_DROP, "drops"), (Duty.EXPLAIN_RISE, "rises"), (Duty.CONTEXT, "context"))
"""Cards that are opened; what is within normal variation takes a line and a tick."""


def cards(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    if report.returned:
        note(t("ui.comments.sent_back", text=report.returned), "worse")
    if not report.cards:
        empty(t("ui.comments.no_cards_title"), t("ui.comments.no_cards"))
        return
    blocking = sum(one.blocking for one in report.cards)
    if blocking:
        note(t("ui.comments.blocking", n=blocking), "worse")
    else:
        note(t("ui.comments.all_explained"), "better")
    opened = _first(report.cards)
    for duty, name in GROUPS:
        _group(visit, report, duty, t(f"ui.comments.{name}"), opened)
    notices(visit, report)
    unflagged(visit, report)


def _first(shown: tuple[Card, ...]) -> str:
    """The card that the address asks for, else the first that still needs words."""
    asked = st.query_params.get("at", "")
    if any(one.key == asked for one in shown):
        return asked
    return next((one.key for one in shown if one.blocking), "")


def _group(visit: Visit, report: MonthReport, duty: Duty, title: str, opened: str) -> None:
    shown = [one for one in report.cards if one.duty is duty]
    if not shown:
        return
    section(f"{title} ({len(shown)})")
    for one in shown:
        card(visit, Once(report), one.key, opened=one.key == opened)
