"""What stands between a report and a client-ready deck, each with the way to mend it."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.open_item import OpenItem
from tiger_reports.services.wording import open_item_words
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.plain import markdown
from tiger_reports.ui.selection import address
from tiger_reports.ui.state import MONTH, QUARTER, YEAR

APPROVAL = "not_approved"
"""Given on the same page, below the list."""


def open_items(visit: Visit, items: tuple[OpenItem, ...]) -> None:
    t = visit.t
    section(t("ui.deck.open"))
    if not items:
        note(t("ui.deck.nothing_open"), "better")
    for at, item in enumerate(items):
        with st.container(
            horizontal=True,
            vertical_alignment="center",
            gap="medium",
            key=f"open-{at}-{item.code}",
        ):
            st.markdown(f":orange[■] {markdown(open_item_words(item, t.language))}")
            if item.code == APPROVAL:
                continue
            month = {MONTH: item.month} if item.month else {}
            year, _, quarter = item.stretch.partition(".")
            stretch = {YEAR: year, QUARTER: quarter} if item.stretch else {}
            anchor = {"at": item.anchor} if item.anchor else {}
            link(
                item.page,
                t("ui.deck.go"),
                {**address(visit.client, visit.month), **month, **stretch, **anchor},
            )
