"""Ad accounts that belong to the client; a wrong one can be forgotten."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from tiger_reports.services.clients import save_client
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.named import panel_word
from tiger_reports.ui.markup import note
from tiger_reports.ui.plain import markdown


def client_accounts(visit: Visit) -> None:
    t = visit.t
    if not visit.client.accounts:
        note(t("ui.word.none"))
    for panel, account in visit.client.accounts:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.markdown(f"**{markdown(panel_word(panel, t))}** · {markdown(account)}")
            key = f"account-{panel}-{account}"
            st.button(
                t("ui.client.forget"),
                key=key,
                type="tertiary",
                on_click=_forget,
                args=(visit, panel, account),
            )


def _forget(visit: Visit, panel: str, account: str) -> None:
    kept = tuple(pair for pair in visit.client.accounts if pair != (panel, account))
    changed = replace(visit.client, accounts=kept)
    notices.attempt(lambda: save_client(visit.office, visit.actor, changed), visit.t)
