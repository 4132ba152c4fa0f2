"""The month's checklist: who does which step by when; what is ticked stands in the month's deck."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.period import Period, month_of
from tiger_reports.model.revised import Listed
from tiger_reports.services.week.month_steps import month_steps, set_month_steps
from tiger_reports.text.dates import month_title
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.person import person
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown

WIDTHS = (7, 3, 2, 2)


@st.fragment
def steps(visit: Visit) -> None:
    t = visit.t
    section(t("ui.month_steps.title"), t("ui.month_steps.lead"))
    month = _asked(visit)
    listed = month_steps(*visit.scope, month)
    done = sum(step.done_on is not None for step in listed.items)
    kind = "better" if done == len(listed.items) else "neutral"
    note(t("ui.month_steps.done", done=done, all=len(listed.items)), kind)
    for place, step in enumerate(listed.items):
        _row(visit, month, listed, place, step)


def _asked(visit: Visit) -> Period:
    """This month, or the one whose report is being written."""
    t, now = visit.t, month_of(visit.office.today(visit.client))
    offered = list(dict.fromkeys((visit.month, now)))
    keys = {month.month_key: month for month in offered}
    chosen = st.segmented_control(
        t("ui.word.month"),
        list(keys),
        default=now.month_key,
        required=True,
        format_func=lambda key: month_title(keys[key], t.language),
        key=f"steps-month-{visit.client.id}-{visit.month.month_key}",
    )
    return keys.get(str(chosen), now)


def _row(visit: Visit, month: Period, listed: Listed[MonthStep], place: int, step: MonthStep) -> None:
    t, key = visit.t, f"step-{month.month_key}-{place}-{listed.rev}"
    said = t(f"month_step.{step.key}") if step.key else markdown(step.what)
    changed = partial(_changed, visit, month, listed, place)
    tick, owner, due, day = st.columns(WIDTHS, vertical_alignment="bottom")
    with tick:
        state.show(f"{key}-done", step.done_on is not None)
        st.checkbox(said, key=f"{key}-done", on_change=changed, args=("done", f"{key}-done"))
    with owner:
        named = partial(changed, "owner", f"{key}-owner")
        person(visit, t("ui.month_steps.owner"), f"{key}-owner", step.owner, named)
    for column, name, value in ((due, "due", step.due), (day, "done_on", step.done_on)):
        with column:
            form, where = DATE_FORMATS[t.language], f"{key}-{name}"
            state.show(where, value)
            label = t(f"ui.month_steps.{name}")
            st.date_input(label, value=None, key=where, format=form, on_change=changed, args=(name, where))


def _changed(visit: Visit, month: Period, listed: Listed[MonthStep], place: int, name: str, key: str) -> None:
    value: Any = state.widget(key)
    if name == "done":
        name, value = "done_on", visit.office.today(visit.client) if value else None
    if name == "owner":
        value = str(value or "")
    step = replace(listed.items[place], **{name: value})
    mine = replace(listed, items=(*listed.items[:place], step, *listed.items[place + 1 :]))
    saved = notices.attempt(lambda: set_month_steps(*visit.scope, month, mine), visit.t)
    if saved is not None and saved.rejected is not None:
        notices.refuse(visit.t("refusal.topic_changed"))
