"""Changes within normal variation: one line each, and a tick that somebody has seen them."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.card import Card, CardState, Duty
from tiger_reports.model.report import MonthReport
from tiger_reports.ui import state
from tiger_reports.ui.commenting.merging import Edit
from tiger_reports.ui.commenting.saving import comment_of, save_field
from tiger_reports.ui.figures import TRIANGLES, sign
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import section
from tiger_reports.ui.plain import markdown


def notices(visit: Visit, report: MonthReport) -> None:
    shown = [card for card in report.cards if card.duty is Duty.NOTICE]
    if not shown:
        return
    section(f"{visit.t('ui.comments.notices')} ({len(shown)})")
    for card in shown:
        _line(visit, card)


def _line(visit: Visit, card: Card) -> None:
    t, write, key = visit.t, visit.write, f"{card.key}:seen"
    judged = card.change.judgement
    known = t("ui.comments.within", n=judged.history) if judged else t("ui.comments.notices")
    values = f"{write.value(card.metric, card.change.before)} → {write.value(card.metric, card.change.after)}"
    moved = f"{TRIANGLES[sign(card.change)]} {write.moved(card.change)}"
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"notice-{card.key}"):
        told = " &nbsp; ".join(map(markdown, (moved, values, known)))
        st.markdown(f"**{markdown(write.name(card.metric))}** &nbsp; {told}")
        state.show(key, card.state is not CardState.OPEN)
        st.checkbox(t("ui.comments.seen"), key=key, on_change=_ticked, args=(visit, card))


def _ticked(visit: Visit, card: Card) -> None:
    ticked = bool(state.widget(f"{card.key}:seen"))
    save_field(visit, comment_of(card), Edit("seen", not ticked, ticked))
