"""A report whose figures moved after it was approved or sent: old beside new, and what becomes of it."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.card import CardState
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.model.restated import Restated, Way
from tiger_reports.services.measuring.restating import changes, decide
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import line
from tiger_reports.ui.restating import MOST_ROWS, days_table, figures_table

REASON = "restated-reason"
ICONS = {
    Way.FOOTNOTE: ":material/sticky_note_2:",
    Way.REISSUE: ":material/restart_alt:",
    Way.KEEP: ":material/lock:",
}


def restated(visit: Visit, report: MonthReport, *, choose: bool) -> None:
    """Old beside new; with `choose`, the three ways of a sent report. Nothing where nothing moved."""
    found, t = report.restated, visit.t
    if found is None:
        return
    sent = report.state is MonthState.EXPORTED
    section(t("ui.restated.title" if found.deck else "ui.restated.title_approved"), _lead(visit, found))
    table(figures_table(found, visit.write))
    _days(visit)
    stale = [visit.write.name(card.metric) for card in report.cards if card.state is CardState.STALE]
    if stale:
        note(t("ui.restated.cards", names=", ".join(dict.fromkeys(stale))), "warn")
    _chosen(visit, found)
    if choose and sent:
        _ways(visit)


def _lead(visit: Visit, found: Restated) -> str:
    if found.deck is None:
        return visit.t("ui.restated.approved")
    when = moment(found.deck.made_at, visit.client.timezone, visit.t.language)
    return visit.t("ui.restated.sent", file=line(found.deck.file), when=when)


@st.fragment
def _days(visit: Visit) -> None:
    """Days and campaigns are read only when somebody opens them."""
    t = visit.t
    box = st.expander(
        t("ui.restated.by_day"), icon=":material/calendar_month:", key="restated-days", on_change="rerun"
    )
    with box:
        if not box.open:
            return
        found = changes(*visit.scope, visit.month)
        if found is None:
            return
        note(t("ui.restated.cells", moved=found.cells_moved, cells=found.cells))
        table(days_table(found, visit.write))
        if len(found.parts) > MOST_ROWS:
            note(t("ui.restated.more", n=MOST_ROWS))


def _chosen(visit: Visit, found: Restated) -> None:
    if found.decided is None or found.decision is None:
        return
    one = found.decision
    when = moment(one.at, visit.client.timezone, visit.t.language)
    note(visit.t(f"ui.restated.chosen_{one.way}", name=one.who, when=when, reason=one.reason), "better")


def _ways(visit: Visit) -> None:
    t = visit.t
    st.text_input(t("ui.restated.reason"), key=REASON, max_chars=500)
    with st.container(horizontal=True):
        for way in Way:
            st.button(
                t(f"ui.restated.{way}"),
                key=f"restated-{way}",
                icon=ICONS[way],
                on_click=_decide,
                args=(visit, way),
            )


def _decide(visit: Visit, way: Way) -> None:
    reason = str(state.widget(REASON) or "")
    made = notices.attempt(lambda: decide(*visit.scope, visit.month, way, reason), visit.t)
    if made is not None:
        notices.tell(visit.t("ui.restated.done"))
