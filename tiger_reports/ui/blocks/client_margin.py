"""The agency's margin on spend, by the month from which each holds, and whether reports show it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from tiger_reports.model.client import Client
from tiger_reports.model.period import month_of, parse_month
from tiger_reports.model.terms import Margin
from tiger_reports.services.clients import save_client
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text.dates import month_title
from tiger_reports.text.numbers import exact_percent
from tiger_reports.ui import notices, state
from tiger_reports.ui.amounts import parse_exact
from tiger_reports.ui.guard import Visit

FORM = "new-margin"


def client_margin(visit: Visit) -> None:
    t, client = visit.t, visit.client
    for margin in client.margins:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            month = month_title(month_of(margin.since), t.language)
            st.markdown(
                t("ui.money.margin_known", month=month, percent=exact_percent(margin.percent, t.language))
            )
            kept = tuple(one for one in client.margins if one != margin)
            args = (visit, replace(client, margins=kept))
            key = f"margin-{margin.since}"
            st.button(t("ui.money.remove"), key=key, type="tertiary", on_click=_save, args=args)
    if client.margins:
        changed = replace(client, gross=not client.gross)
        key = f"gross-{client.rev}"
        st.toggle(t("ui.money.show_gross"), client.gross, key=key, on_change=_save, args=(visit, changed))
    with st.form(FORM, border=False):
        left, right = st.columns(2)
        left.text_input(t("ui.money.percent"), key=f"{FORM}-percent", max_chars=8)
        right.text_input(t("ui.money.since"), visit.month.month_key, key=f"{FORM}-since", max_chars=7)
        st.form_submit_button(t("ui.money.margin_add"), on_click=_add, args=(visit,))


def _add(visit: Visit) -> None:
    def added() -> Client:
        margins = (*visit.client.margins, _typed())
        ordered = tuple(sorted(margins, key=lambda margin: margin.since))
        return save_client(visit.office, visit.actor, replace(visit.client, margins=ordered))

    if notices.attempt(added, visit.t) is not None:
        notices.tell(visit.t("ui.word.saved"))


def _typed() -> Margin:
    percent: Decimal | None = parse_exact(
        str(state.widget(f"{FORM}-percent") or "").strip().removesuffix("%")
    )
    try:
        since = parse_month(str(state.widget(f"{FORM}-since") or "")).start
    except ValueError as malformed:
        raise RefusedError("margin_malformed") from malformed
    if percent is None:
        raise RefusedError("margin_malformed")
    return Margin(since, percent)


def _save(visit: Visit, changed: Client) -> None:
    if notices.attempt(lambda: save_client(visit.office, visit.actor, changed), visit.t) is not None:
        notices.tell(visit.t("ui.word.saved"))
