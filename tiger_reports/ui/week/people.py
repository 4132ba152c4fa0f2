"""Who does it: a name of the team, or anybody else's typed in."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from tiger_reports.services.clients import team
from tiger_reports.ui.guard import Visit


def person(
    visit: Visit, label: str, key: str, value: str, changed: Callable[[str], None] | None = None
) -> None:
    """The field of a name; `changed` gets its key, and is left out inside a form."""
    names = sorted({*team(visit.office, visit.actor), value} - {""})
    st.selectbox(
        label,
        names,
        index=names.index(value) if value in names else None,
        placeholder=visit.t("ui.word.pick_or_type"),
        accept_new_options=True,
        key=key,
        on_change=changed,
        args=(key,) if changed else None,
    )
