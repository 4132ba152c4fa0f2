"""Making files: a draft at any time, the client's deck when nothing is open, the figures as a workbook."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.report import OpenItem
from tiger_reports.services.decks import export
from tiger_reports.ui import notices
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.blocks.markup import note
from tiger_reports.ui.guard import Visit


def deck_actions(visit: Visit, language: str, items: tuple[OpenItem, ...]) -> None:
    t = visit.t
    with st.container(horizontal=True, key="deck-actions"):
        ready = st.button(
            t("ui.deck.client"),
            type="primary",
            icon=":material/slideshow:",
            disabled=bool(items),
            help=t("ui.deck.client_help"),
            key="make-client",
        )
        draft = st.button(
            t("ui.deck.draft"), icon=":material/edit_note:", help=t("ui.deck.draft_help"), key="make-draft"
        )
        workbook = st.button(t("ui.deck.appendix"), icon=":material/table_view:", key="make-appendix")
    if ready or draft:
        _make(visit, language, draft=draft)
    if workbook:
        deliver(visit, "appendix", visit.month.month_key, language)


def _make(visit: Visit, language: str, *, draft: bool) -> None:
    t = visit.t
    with st.spinner(t("ui.deck.making")):
        made = notices.attempt(lambda: export(*visit.scope, visit.month, language=language, draft=draft), t)
    if made is None:
        notices.show()
        return
    note(t("ui.deck.made", name=made.name), "better")
    deliver(visit, "deck", made.id)
