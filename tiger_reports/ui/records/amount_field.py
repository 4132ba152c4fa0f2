"""A field for a number in the unit of its metric."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tiger_reports.ui import notices, state
from tiger_reports.ui.records.amounts import read_amount, written_amount
from tiger_reports.ui.records.form import Widget
from tiger_reports.ui.records.writing import Writing


def amount(w: Writing) -> None:
    """A number as people write it; the unit stands in the label, what it means below."""
    metric = _unit(w)
    state.fill(w.key, written_amount(metric, w.value, w.visit.t.language))
    st.text_input(w.label, key=w.key, max_chars=20, on_change=partial(_counted, w, metric))
    if w.value is not None and metric:
        st.caption(w.visit.t("ui.client.means", value=w.visit.write.value(metric, w.value)))


def _unit(w: Writing) -> str:
    """The metric in whose unit the number is; empty for a plain count."""
    if w.entry.widget is Widget.MONEY:
        return "spend"
    return w.record.words.metric if w.entry.widget is Widget.TARGET else ""


def _counted(w: Writing, metric: str) -> None:
    typed = read_amount(metric, str(state.widget(w.key) or ""))
    whole = w.entry.widget is Widget.COUNT
    if typed.fault:
        notices.refuse(f"{w.label}: {w.visit.t(f'ui.amount.{typed.fault}')}")
    else:
        w.save(round(typed.value) if whole and typed.value is not None else typed.value)
