"""How often this client hears from us, its own steps of a month, and how it is addressed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from tiger_reports.model.record import Record
from tiger_reports.model.rhythm import Rhythm
from tiger_reports.services.week.rhythm import MOST_DAYS, save_rhythm
from tiger_reports.services.week.rhythm import rhythm as stored_rhythm
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import section
from tiger_reports.ui.week.told import told

MOST_STEPS = 12
LONGEST = 160


def rhythm(visit: Visit) -> None:
    t = visit.t
    section(t("ui.rhythm.title"), t("ui.rhythm.lead"))
    record = stored_rhythm(*visit.scope)
    words, key = record.words, f"rhythm-{visit.client.id}-{record.rev}"
    with st.form(key, border=False):
        left, right = st.columns(2)
        with left:
            st.number_input(
                t("ui.rhythm.contact_limit"), 0, MOST_DAYS, words.contact_limit, key=f"{key}-contact_limit"
            )
            st.number_input(
                t("ui.rhythm.report_day"), 1, MOST_DAYS, words.report_day, key=f"{key}-report_day"
            )
        with right:
            st.text_area(
                t("ui.rhythm.steps"),
                "\n".join(words.steps),
                key=f"{key}-steps",
                height=180,
                help=t("ui.rhythm.steps_help"),
            )
        st.form_submit_button(
            t("ui.word.save"), type="primary", on_click=_save, args=(visit, record, key), key=f"{key}-save"
        )


def _save(visit: Visit, record: Record[Rhythm], key: str) -> None:
    lines = (line.strip()[:LONGEST] for line in str(state.widget(f"{key}-steps") or "").splitlines())
    words = Rhythm(
        contact_limit=int(state.widget(f"{key}-contact_limit")),
        report_day=int(state.widget(f"{key}-report_day")),
        steps=tuple(dict.fromkeys(filter(None, lines)))[:MOST_STEPS],
    )
    saved = notices.attempt(lambda: save_rhythm(*visit.scope, replace(record, words=words)), visit.t)
    told(visit, saved, *words.steps)
