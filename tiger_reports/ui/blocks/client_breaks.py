"""Days on which a figure began to mean something else: written down here, or shown by files."""

from __future__ import annotations

import streamlit as st

from tiger_reports.metrics.registry import metrics
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.measuring import breaks
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown

FORM = "new-break"


def client_breaks(visit: Visit) -> None:
    for one in breaks.listed(*visit.scope):
        _known(visit, one)
    with st.form(FORM, border=False):
        _fields(visit)
        st.form_submit_button(visit.t("ui.breaks.add"), on_click=_add, args=(visit,))


def _known(visit: Visit, one: Break) -> None:
    t, key = visit.t, one.id or f"{one.kind}-{one.channel}-{one.day}"
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        origin = f" :gray[{t('ui.breaks.found')}]" if one.found else ""
        st.markdown(markdown(visit.write.broken(one)) + origin)
        word = t("ui.breaks.stop" if one.compared else "ui.breaks.compare")
        st.button(word, key=f"compare-{key}", type="tertiary", on_click=_compare, args=(visit, one))
        if one.client_id is not None:
            args = (visit, one.id)
            st.button(
                t("ui.money.remove"), key=f"unbreak-{key}", type="tertiary", on_click=_remove, args=args
            )


def _fields(visit: Visit) -> None:
    t = visit.t
    left, right = st.columns(2)
    channels = ["", *sorted({panel for panel, _ in visit.client.accounts})]
    with left:
        st.selectbox(
            t("ui.word.channel"),
            channels,
            format_func=lambda key: panel_name(key) or t("ui.breaks.everywhere"),
            key=f"{FORM}-channel",
        )
        st.selectbox(
            t("ui.breaks.kind"),
            list(BreakKind),
            format_func=lambda kind: t(f"decks.break.{kind}"),
            key=f"{FORM}-kind",
        )
        form = DATE_FORMATS[t.language]
        st.date_input(t("ui.breaks.day"), visit.month.start, key=f"{FORM}-day", format=form)
    with right:
        names = list(metrics())
        st.multiselect(
            t("ui.breaks.metrics"),
            names,
            format_func=visit.write.name,
            key=f"{FORM}-metrics",
            placeholder="",  # the label says what emptiness means; Streamlit's own words are English
        )
        st.text_input(t("ui.breaks.text"), key=f"{FORM}-text", max_chars=120)
        if visit.actor.may_approve:
            st.checkbox(t("ui.breaks.everyone"), key=f"{FORM}-everyone")


def _add(visit: Visit) -> None:
    typed = Break(
        kind=BreakKind(str(state.widget(f"{FORM}-kind"))),
        day=state.widget(f"{FORM}-day") or visit.month.start,
        channel=str(state.widget(f"{FORM}-channel") or ""),
        metrics=tuple(state.widget(f"{FORM}-metrics") or ()),
        text=str(state.widget(f"{FORM}-text") or ""),
    )
    everywhere = bool(state.widget(f"{FORM}-everyone"))
    made = notices.attempt(lambda: breaks.add(*visit.scope, typed, everywhere=everywhere), visit.t)
    if made is not None:
        notices.tell(visit.t("ui.word.saved"))


def _compare(visit: Visit, one: Break) -> None:
    notices.attempt(lambda: breaks.compare(*visit.scope, one, wanted=not one.compared), visit.t)


def _remove(visit: Visit, break_id: str) -> None:
    notices.attempt(lambda: breaks.remove(*visit.scope, break_id), visit.t)
