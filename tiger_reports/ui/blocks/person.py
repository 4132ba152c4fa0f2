"""Who does it: the team's names on offer; any other can be typed, such as somebody at the client's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import streamlit as st

from tiger_reports.services.clients import team
from tiger_reports.ui import state
from tiger_reports.ui.guard import Visit


def person(  # noqa: PLR0913  (a field of a form, and who else is on offer)
    visit: Visit,
    label: str,
    key: str,
    value: str,
    changed: Callable[[], None] | None = None,
    *,
    others: Iterable[str] = (),
    shown: Literal["visible", "collapsed"] = "visible",
) -> None:
    """The field of a name. Inside a form nothing is `changed`, and what was typed stays until it is sent."""
    names = sorted({*team(visit.office, visit.actor), *others, value} - {""})
    if changed is not None:
        state.show(key, value or None)
    st.selectbox(
        label,
        names,
        index=names.index(value) if value and changed is None else None,
        placeholder=visit.t("ui.word.pick_or_type"),
        accept_new_options=True,
        key=key,
        on_change=changed,
        label_visibility=shown,
    )
