"""Making files: a draft at any time, the client's deck when nothing is open, and what a page adds."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from tiger_reports.model.open_item import OpenItem
from tiger_reports.services.delivery.decks import Exported
from tiger_reports.ui import notices
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note

Make = Callable[[bool], Exported]
"""Makes and keeps a deck; the argument says whether it is a draft."""


def deck_actions(
    visit: Visit,
    items: tuple[OpenItem, ...],
    make: Make,
    *,
    workbook: Callable[[], None] | None = None,
    leads_only: bool = False,
) -> None:
    """`workbook` hands out the figures as a workbook, where the page has one.

    `leads_only`: nobody but a lead makes the client's deck.
    """
    t, asked = visit.t, False
    barred = leads_only and not visit.actor.may_approve
    with st.container(horizontal=True, key="deck-actions"):
        ready = st.button(
            t("ui.deck.client"),
            type="primary",
            icon=":material/slideshow:",
            disabled=bool(items) or barred,
            help=t("ui.deck.client_help"),
            key="make-client",
        )
        draft = st.button(
            t("ui.deck.draft"), icon=":material/edit_note:", help=t("ui.deck.draft_help"), key="make-draft"
        )
        if workbook is not None:
            asked = st.button(t("ui.deck.appendix"), icon=":material/table_view:", key="make-appendix")
    if barred:
        st.caption(t("ui.deck.lead_lets_out"))
    if ready or draft:
        _make(visit, make, draft=draft)
    if workbook is not None and asked:
        workbook()


def _make(visit: Visit, make: Make, *, draft: bool) -> None:
    t = visit.t
    with st.spinner(t("ui.deck.making")):
        made = notices.attempt(lambda: make(draft), t)
    if made is None:
        notices.show()
        return
    note(t("ui.deck.made", name=made.name), "better")
    deliver(visit, "deck", made.id)
