"""A new client of the agency."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st

from tiger_reports.model.client import Client
from tiger_reports.services.clients import add_client
from tiger_reports.ui import notices, selection, state
from tiger_reports.ui.blocks.client_record import record_fields, typed_record
from tiger_reports.ui.guard import Hall

KEY = "new-client"


def new_client(hall: Hall) -> None:
    t = hall.t
    if not hall.actor.may_approve:
        st.caption(t("ui.client.lead_only"))
        return
    blank = Client("", "", hall.office.now().date().replace(day=1), "PLN", t.language)
    with st.form(KEY, border=False, clear_on_submit=False):
        st.text_input(t("ui.client.id"), key=f"{KEY}-id", max_chars=40)
        record_fields(blank, t, KEY)
        st.form_submit_button(t("ui.client.add"), on_click=_add, args=(hall, blank))


def _add(hall: Hall, blank: Client) -> None:
    wanted = re.sub(r"[^a-z0-9]+", "-", str(state.widget(f"{KEY}-id") or "").strip().lower()).strip("-")
    client = replace(typed_record(blank, KEY), id=wanted)
    added = notices.attempt(lambda: add_client(hall.office, hall.actor, client), hall.t)
    if added is not None:
        selection.choose(state.CLIENT, added.id)
        notices.tell(hall.t("ui.word.saved"))
