"""Who does it: the team's names on offer; any other can be typed, such as somebody at the client's."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from tiger_reports.model.report import MonthReport
from tiger_reports.services.clients import team
from tiger_reports.ui import state
from tiger_reports.ui.guard import Visit


def owner_field(
    visit: Visit, report: MonthReport, label: str, key: str, changed: Callable[[], None], *, value: str
) -> None:
    state.show(key, value or None)
    st.selectbox(
        label,
        sorted({*team(visit.office, visit.actor), *_named(report), value} - {""}),
        index=None,
        placeholder=visit.t("ui.word.pick_or_type"),
        accept_new_options=True,
        key=key,
        on_change=changed,
    )


def _named(report: MonthReport) -> set[str]:
    """Everybody whom this month's words name already."""
    written = {card.comment.owner for card in report.cards if card.comment}
    return written | {item.owner for item in report.plan}
