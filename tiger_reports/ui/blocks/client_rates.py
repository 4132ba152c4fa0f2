"""The client's rates of currencies: typed with their days and source, never looked up."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from tiger_reports.model.period import Period
from tiger_reports.model.terms import Rate
from tiger_reports.services.measuring import rates
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import exact
from tiger_reports.ui import notices, state
from tiger_reports.ui.amounts import parse_exact
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown

FORM = "new-rate"


def client_rates(visit: Visit) -> None:
    t = visit.t
    known = rates.listed(*visit.scope)
    if not known:
        note(t("ui.money.none", currency=visit.client.currency))
    for rate in known:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.markdown(markdown(_words(visit, rate)))
            args = (visit, rate.id)
            st.button(
                t("ui.money.remove"), key=f"rate-{rate.id}", type="tertiary", on_click=_remove, args=args
            )
    with st.form(FORM, border=False):
        _fields(visit)
        st.form_submit_button(t("ui.money.add"), on_click=_add, args=(visit,))


def _fields(visit: Visit) -> None:
    t, form = visit.t, DATE_FORMATS[visit.t.language]
    left, right = st.columns(2)
    with left:
        st.text_input(t("ui.money.base"), key=f"{FORM}-base", max_chars=3)
        st.text_input(t("ui.money.rate", currency=visit.client.currency), key=f"{FORM}-rate", max_chars=20)
        st.text_input(t("ui.money.source"), key=f"{FORM}-source", max_chars=120)
    with right:
        st.date_input(t("ui.money.first"), visit.month.start, key=f"{FORM}-first", format=form)
        st.date_input(t("ui.money.last"), visit.month.last_day, key=f"{FORM}-last", format=form)


def _words(visit: Visit, rate: Rate) -> str:
    language = visit.t.language
    return visit.t(
        "ui.money.known",
        base=rate.base,
        rate=exact(rate.rate, language),
        quote=rate.quote,
        days=date_range(rate.days, language),
        source=rate.source,
        who=rate.who,
    )


def _add(visit: Visit) -> None:
    made = notices.attempt(lambda: rates.add(*visit.scope, _typed(visit)), visit.t)
    if made is not None:
        notices.tell(visit.t("ui.word.saved"))


def _typed(visit: Visit) -> Rate:
    """The rate as the form holds it; raise RefusedError for days or a number that cannot be."""
    first, last = state.widget(f"{FORM}-first"), state.widget(f"{FORM}-last")
    if first is None or last is None or last < first:
        raise RefusedError("days_reversed")
    value = parse_exact(str(state.widget(f"{FORM}-rate") or ""))
    if value is None:
        raise RefusedError("rate_not_positive")
    return Rate(
        base=str(state.widget(f"{FORM}-base") or "").strip().upper(),
        quote=visit.client.currency,
        rate=value,
        days=Period(first, last + timedelta(1)),
        source=str(state.widget(f"{FORM}-source") or ""),
    )


def _remove(visit: Visit, rate_id: str) -> None:
    notices.attempt(lambda: rates.remove(*visit.scope, rate_id), visit.t)
