"""The parts of a page as tabs; only the one that is looked at is drawn, and an address may name it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from tiger_reports.ui.words import Words

AT = "at"


def draw_parts(page: str, drawn: Mapping[str, Callable[[], None]], t: Words) -> None:
    """`drawn` by the names of the parts; the words of one are `ui.<page>.part_<name>`."""
    asked = st.query_params.get(AT, "")
    first = asked if asked in drawn else next(iter(drawn))
    labels = {name: t(f"ui.{page}.part_{name}") for name in drawn}
    key = f"{page}-part-{first}-{t.language}"  # another address begins anew
    tabs = st.tabs(list(labels.values()), default=labels[first], on_change="rerun", key=key)
    for tab, draw in zip(tabs, drawn.values(), strict=True):
        with tab:
            if tab.open:
                draw()
