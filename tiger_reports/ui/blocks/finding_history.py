"""What the checks found in a client's files over the months: a grid, and the same as a table."""

from __future__ import annotations

import streamlit as st

from tiger_reports.services.importing.finding_history import finding_history
from tiger_reports.ui.blocks.chart import chart
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.charts.history import height, history_grid
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.history import history_alt, history_table, kinds_of, months_of, spots
from tiger_reports.ui.markup import note


def history(visit: Visit) -> None:
    """Read only when opened."""
    t = visit.t
    box = st.expander(t("ui.history.title"), icon=":material/history:", on_change="rerun", key="history")
    with box:
        if not box.open:
            return
        st.caption(t("ui.history.lead"))
        found = finding_history(*visit.scope)
        if not found:
            note(t("ui.history.empty"))
            return
        kinds = kinds_of(found, t)
        grid = history_grid(spots(found, t), months_of(found, t), kinds, Look(t.language))
        chart(grid, history_alt(found, t), key="history-grid", height=height(kinds))
        table(history_table(found, t))
