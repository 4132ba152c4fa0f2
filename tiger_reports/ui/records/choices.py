"""Fields in which one picks: a person, a member of a list, a metric, channels."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tiger_reports.metrics.registry import metrics
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.onboarding import channels_of
from tiger_reports.ui import state
from tiger_reports.ui.blocks.person import person
from tiger_reports.ui.records.writing import Writing


def name(w: Writing) -> None:
    person(w.visit, w.label, w.key, w.value, w.left, shown=w.shown)


def choice(w: Writing) -> None:
    kind = type(w.value)
    options = [str(option) for option in w.entry.options]
    state.show(w.key, str(w.value))
    name = f"record.{w.form.kind}.{w.entry.name}"
    st.selectbox(
        w.label,
        options,
        format_func=lambda option: w.visit.t(f"{name}_{option or 'none'}"),
        key=w.key,
        on_change=lambda: w.save(kind(state.widget(w.key))),
    )


def metric(w: Writing) -> None:
    state.show(w.key, w.value or None)
    st.selectbox(
        w.label,
        list(metrics()),
        index=None,
        placeholder=w.visit.t("records.no_metric"),
        format_func=w.visit.write.name,
        key=w.key,
        on_change=w.left,
    )


def channel(w: Writing) -> None:
    options = list(dict.fromkeys(("", *channels_of(w.visit.office, w.visit.client), w.value)))
    state.show(w.key, w.value)
    st.selectbox(w.label, options, format_func=partial(_channel_name, w), key=w.key, on_change=w.left)


def channels(w: Writing) -> None:
    options = list(dict.fromkeys((*channels_of(w.visit.office, w.visit.client), *w.value)))
    state.show(w.key, list(w.value))
    st.multiselect(
        w.label,
        options,
        format_func=panel_name,
        placeholder=w.visit.t("records.all_channels"),
        key=w.key,
        on_change=lambda: w.save(tuple(state.widget(w.key) or ())),
    )


def _channel_name(w: Writing, key: str) -> str:
    return panel_name(key) or w.visit.t("records.all_channels")
