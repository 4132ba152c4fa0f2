"""Two people wrote the same field: both texts stand side by side until somebody chooses."""

from __future__ import annotations

import streamlit as st

from tiger_reports.ui import state
from tiger_reports.ui.commenting.merging import both_texts
from tiger_reports.ui.commenting.saving import Dispute, settle, take
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, note
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import html


def settle_dispute(visit: Visit, found: Dispute) -> None:
    t, theirs, field = visit.t, found.theirs, found.edit.field
    mine, other = str(found.edit.now), str(getattr(theirs, field))
    when = moment(theirs.saved_at, visit.client.timezone, t.language) if theirs.saved_at else ""
    note(t("ui.comments.conflict", who=theirs.author, when=when), "worse")
    left, right = st.columns(2)
    with left:
        _text(t("ui.comments.mine"), mine)
        st.button(
            t("ui.comments.keep_mine"),
            key=f"{theirs.card}:mine",
            on_click=take,
            args=(visit, theirs, field, mine),
        )
    with right:
        _text(t("ui.comments.theirs"), other)
        st.button(
            t("ui.comments.keep_theirs"), key=f"{theirs.card}:theirs", on_click=settle, args=(theirs.card,)
        )
    key = f"{theirs.card}:merged"
    st.text_area(t("ui.comments.merged"), both_texts(mine, other), key=key)
    st.button(t("ui.comments.merge"), key=f"{key}:save", on_click=_merged, args=(visit, found, key))


def _text(heading: str, text: str) -> None:
    draw(f'<div class="tr-both"><h3>{html(heading)}</h3><p>{html(text)}</p></div>')


def _merged(visit: Visit, found: Dispute, key: str) -> None:
    take(visit, found.theirs, found.edit.field, str(state.widget(key)))
