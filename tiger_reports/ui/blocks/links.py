"""Links from page to page that keep client and month."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from tiger_reports.ui.places import place


def link(slug: str, label: str, query: Mapping[str, str]) -> None:
    there = place(slug)
    st.page_link(there.path, label=label, icon=there.icon, query_params=dict(query))
