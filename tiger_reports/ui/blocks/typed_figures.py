"""The form for figures that no file holds, and the workbook for many of them."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from tiger_reports.model.period import Period
from tiger_reports.panels.by_hand import figures
from tiger_reports.services.channels import known_channels
from tiger_reports.services.importing.typed import TypedFigures, save_typed
from tiger_reports.text.dates import month_title
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.ui import notices, state
from tiger_reports.ui.amounts import Typed, parse_amount
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import line, markdown

USUAL = ("spend", "impressions", "clicks", "link_clicks", "conversions", "conversion_value")
"""What most channels have; the others are a choice away."""
MONTH, DAY = "whole_month", "one_day"
ACROSS = 3
LONGEST_NAME, LONGEST_AMOUNT = 48, 30


def typed_figures(visit: Visit) -> None:
    t = visit.t
    with st.expander(t("ui.typed.title"), icon=":material/keyboard:"):
        note(t("ui.typed.lead"))
        _whose(visit)
        _when(visit)
        for start in range(0, len(_shown()), ACROSS):
            _row(visit, _shown()[start : start + ACROSS])
        st.multiselect(
            t("ui.typed.more"),
            [name for name in figures() if name not in USUAL],
            key=_key("more"),
            format_func=lambda name: measure_name(name, t.language),
            placeholder="",
        )
        with st.container(horizontal=True):
            st.button(t("ui.typed.save"), type="primary", key=_key("save"), on_click=_save, args=(visit,))
            _template(visit)


def _template(visit: Visit) -> None:
    t = visit.t
    asked = st.button(
        t("ui.typed.template"), key="template", icon=":material/download:", help=t("ui.typed.template_help")
    )
    if asked:
        deliver(visit, "template", visit.month.month_key)


def _key(part: str) -> str:
    """An empty form after each save: the figures are in the database then."""
    return f"typed-{state.counter('typed')}-{part}"


def _shown() -> tuple[str, ...]:
    return (*USUAL, *(state.widget(_key("more")) or ()))


def _whose(visit: Visit) -> None:
    t = visit.t
    left, right = st.columns(2)
    with left:
        st.selectbox(
            t("ui.typed.channel"),
            known_channels(*visit.scope),
            index=None,
            placeholder="",
            accept_new_options=True,
            key=_key("channel"),
            help=t("ui.typed.channel_help"),
        )
    with right:
        st.text_input(t("ui.typed.campaign"), key=_key("campaign"), max_chars=200)


def _when(visit: Visit) -> None:
    t = visit.t
    left, right = st.columns(2, vertical_alignment="bottom")
    names = {
        MONTH: t("ui.typed.whole_month", month=month_title(visit.month, t.language)),
        DAY: t("ui.typed.one_day"),
    }
    with left:
        chosen = st.radio(
            t("ui.typed.time"),
            (MONTH, DAY),
            key=_key("time"),
            horizontal=True,
            format_func=lambda one: names[one],
        )
    if chosen == DAY:
        with right:
            form = DATE_FORMATS[t.language]
            st.date_input(t("ui.typed.day"), value=None, key=_key("day"), format=form)


def _row(visit: Visit, names: tuple[str, ...]) -> None:
    for column, name in zip(st.columns(ACROSS), names, strict=False):
        with column:
            money = f" ({visit.client.currency})" if name in ("spend", "conversion_value") else ""
            label = f"{measure_name(name, visit.t.language)}{money}"
            text = st.text_input(label, key=_key(name), max_chars=LONGEST_AMOUNT)
            st.caption(_echo(visit, name, text))


def _echo(visit: Visit, name: str, text: str) -> str:
    """What was understood, said back before anything is saved."""
    t, typed = visit.t, _parsed(name, text)
    if typed.fault:
        return f":red[{t(f'ui.amount.{typed.fault}')}]"
    if typed.value is None:
        return t("ui.typed.missing")
    return t(
        "ui.typed.understood", value=measure_amount(name, typed.value, visit.client.currency, t.language)
    )


def _parsed(name: str, text: str) -> Typed:
    """Followers may be lost; nothing else is below zero."""
    return parse_amount(text, least=-1e12 if name == "follows" else 0.0)


def _month(visit: Visit) -> Period:
    """The month, from the day on which the cooperation began."""
    month, start = visit.month, visit.client.start
    return Period(start, month.end) if start in month else month


def _save(visit: Visit) -> None:
    t = visit.t
    texts = {name: str(state.widget(_key(name)) or "") for name in _shown()}
    parsed = {name: _parsed(name, text) for name, text in texts.items()}
    unclear = next((name for name, typed in parsed.items() if typed.fault), None)
    if unclear:
        notices.refuse(t("refusal.number_unclear", text=line(texts[unclear])))
        return
    day = state.widget(_key("day")) if state.widget(_key("time")) == DAY else None
    if state.widget(_key("time")) == DAY and day is None:
        notices.refuse(t("refusal.day_missing"))
        return
    period = Period(day, day + timedelta(days=1)) if day else _month(visit)
    channel = str(state.widget(_key("channel")) or "")
    amounts = {name: typed.value for name, typed in parsed.items() if typed.value is not None}
    typed = TypedFigures(channel, period, amounts, str(state.widget(_key("campaign")) or ""))
    if notices.attempt(lambda: save_typed(*visit.scope, typed), t) is not None:
        state.advance("typed")
        notices.tell(t("ui.typed.saved", channel=markdown(channel)))
