"""Fields of a record, each drawn by its kind and saved when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from tiger_reports.ui import state
from tiger_reports.ui.components.autosave import Field, Typed, autosave
from tiger_reports.ui.moments import DATE_FORMATS, moment
from tiger_reports.ui.records.amount_field import amount
from tiger_reports.ui.records.choices import channel, channels, choice, metric, name
from tiger_reports.ui.records.form import Widget
from tiger_reports.ui.records.pictures import picture_field
from tiger_reports.ui.records.saving import replacement, save_field
from tiger_reports.ui.records.writing import LONGEST, Writing


def draw_field(writing: Writing) -> None:
    DRAWN[writing.entry.widget](writing)


def _line(w: Writing) -> None:
    state.fill(w.key, w.value)
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
    state.fill(w.key, w.value)
    form = DATE_FORMATS[w.visit.t.language]
    st.date_input(w.label, value=None, key=w.key, format=form, on_change=w.left, label_visibility=w.shown)


def _tick(w: Writing) -> None:
    state.show(w.key, w.value)
    st.checkbox(w.label, key=w.key, on_change=w.left, label_visibility=w.shown)


def _picture(w: Writing) -> None:
    picture_field(w.visit, w.record, w.label, w.key, w.save)


DRAWN: Mapping[Widget, Callable[[Writing], None]] = {
    Widget.LINE: _line,
    Widget.TEXT: _text,
    Widget.DAY: _day,
    Widget.PERSON: name,
    Widget.TICK: _tick,
    Widget.CHOICE: choice,
    Widget.METRIC: metric,
    Widget.CHANNEL: channel,
    Widget.CHANNELS: channels,
    Widget.TARGET: amount,
    Widget.MONEY: amount,
    Widget.COUNT: amount,
    Widget.PICTURE: _picture,
}
