"""Fields of a record, each drawn by its kind and saved when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

import streamlit as st

from tiger_reports.metrics.registry import metrics
from tiger_reports.model.record import Record
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.clients import team
from tiger_reports.services.onboarding import channels_of
from tiger_reports.ui import notices, state
from tiger_reports.ui.components.autosave import Field, Typed, autosave
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.moments import DATE_FORMATS, moment
from tiger_reports.ui.records.amounts import read_amount, written_amount
from tiger_reports.ui.records.form import Entry, Form, Widget
from tiger_reports.ui.records.pictures import picture_field
from tiger_reports.ui.records.saving import replacement, save_field

LONGEST = 200


@dataclass(frozen=True)
class Writing:
    """Who writes in which field of which record."""

    visit: Visit
    form: Form
    record: Record[Any]
    entry: Entry

    @property
    def key(self) -> str:
        return f"{self.form.kind}{self.form.part}-{self.record.id}-{self.entry.name}"

    @property
    def label(self) -> str:
        return self.visit.t(f"record.{self.form.kind}.{self.entry.name}")

    @property
    def shown(self) -> Literal["visible", "collapsed"]:
        return "collapsed" if self.form.compact else "visible"

    @property
    def value(self) -> Any:
        return getattr(self.record.words, self.entry.name)

    def save(self, now: Any) -> None:
        save_field(self.visit, self.record, self.entry.name, now)

    def left(self) -> None:
        """What the widget holds, as the record wants it."""
        now = state.widget(self.key)
        if isinstance(self.value, str):
            now = str(now or "")[:LONGEST]
        self.save(now)


def draw_field(writing: Writing) -> None:
    DRAWN[writing.entry.widget](writing)


def _line(w: Writing) -> None:
    state.show(w.key, w.value)
    st.text_input(w.label, key=w.key, max_chars=LONGEST, on_change=w.left, label_visibility=w.shown)


def _text(w: Writing) -> None:
    record, t = w.record, w.visit.t
    saved = ""
    if record.saved_at is not None:
        when = moment(record.saved_at, w.visit.client.timezone, t.language)
        saved = t("records.saved", who=record.author, when=when)
    field = Field(
        name=w.key,
        owner=f"{w.visit.actor.email}:{w.visit.client.id}",
        label=w.label,
        text=w.value,
        rev=record.rev,
        saved=saved if w.value else "",
        lines=w.entry.lines,
        replace=replacement(record),
    )
    autosave(field, t, partial(_typed, w))


def _typed(w: Writing, typed: Typed) -> None:
    save_field(w.visit, replace(w.record, rev=typed.rev), w.entry.name, typed.text, typed.base)


def _day(w: Writing) -> None:
    state.show(w.key, w.value)
    form = DATE_FORMATS[w.visit.t.language]
    st.date_input(w.label, value=None, key=w.key, format=form, on_change=w.left, label_visibility=w.shown)


def _person(w: Writing) -> None:
    state.show(w.key, w.value or None)
    st.selectbox(
        w.label,
        sorted({*team(w.visit.office, w.visit.actor), w.value} - {""}),
        index=None,
        placeholder=w.visit.t("ui.word.pick_or_type"),
        accept_new_options=True,
        key=w.key,
        on_change=w.left,
        label_visibility=w.shown,
    )


def _tick(w: Writing) -> None:
    state.show(w.key, w.value)
    st.checkbox(w.label, key=w.key, on_change=w.left, label_visibility=w.shown)


def _choice(w: Writing) -> None:
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


def _metric(w: Writing) -> None:
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


def _channel(w: Writing) -> None:
    options = list(dict.fromkeys(("", *channels_of(w.visit.office, w.visit.client), w.value)))
    state.show(w.key, w.value)
    st.selectbox(w.label, options, format_func=partial(_channel_name, w), key=w.key, on_change=w.left)


def _channels(w: Writing) -> None:
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


def _amount(w: Writing) -> None:
    """A number as people write it; the unit stands in the label, what it means below."""
    metric = _unit(w)
    state.show(w.key, written_amount(metric, w.value, w.visit.t.language))
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


def _picture(w: Writing) -> None:
    picture_field(w.visit, w.record, w.label, w.key, w.save)


DRAWN: Mapping[Widget, Callable[[Writing], None]] = {
    Widget.LINE: _line,
    Widget.TEXT: _text,
    Widget.DAY: _day,
    Widget.PERSON: _person,
    Widget.TICK: _tick,
    Widget.CHOICE: _choice,
    Widget.METRIC: _metric,
    Widget.CHANNEL: _channel,
    Widget.CHANNELS: _channels,
    Widget.TARGET: _amount,
    Widget.MONEY: _amount,
    Widget.COUNT: _amount,
    Widget.PICTURE: _picture,
}
