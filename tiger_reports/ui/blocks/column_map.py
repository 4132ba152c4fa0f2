"""The columns of a table that no definition knows: what stands in them, and what a person says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from tiger_reports.model.imports import Staged
from tiger_reports.model.outline import SeenColumn
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.panels.mapped import NAMEABLE
from tiger_reports.services.importing.intake import recheck
from tiger_reports.services.importing.options import options_from
from tiger_reports.services.importing.outlines import outlines_of
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.answers import CURRENCIES
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.meanings import objection, open_columns, personal_headers, suggestions
from tiger_reports.ui.importing.named import column_name
from tiger_reports.ui.markup import note
from tiger_reports.ui.plain import line, markdown

CHOICES = ("", *NAMEABLE)
LONGEST_NAME = 48
Columns = tuple[SeenColumn, ...]


def column_map(visit: Visit, file: Staged) -> None:
    """Open where nobody has said yet what the columns mean; closed where it can be said anew."""
    outlines = outlines_of(file.upload)
    columns, t = open_columns(outlines), visit.t
    if not columns or file.upload.table:
        return
    known = bool(file.upload.panel)
    title = t("ui.mapping.again" if known else "ui.mapping.title")
    with st.expander(title, icon=":material/table_rows:", expanded=not known):
        note(t("ui.mapping.lead"))
        _take_over(visit, file, columns)
        with st.form(f"map-{file.upload.id}", border=False):
            for place, column in enumerate(columns):
                _column(visit, file, place, column)
            hidden = personal_headers(outlines)
            if hidden:
                note(t("ui.mapping.personal", columns=", ".join(map(line, hidden))), "warn")
            _of_the_whole(visit, file)
            label = t("ui.mapping.confirm")
            st.form_submit_button(label, type="primary", on_click=_said, args=(visit, file, columns))


def _key(file: Staged, part: str | int) -> str:
    return f"map-{file.upload.id}-{part}"


def _take_over(visit: Visit, file: Staged, columns: Columns) -> None:
    """Suggestions are taken over on purpose: chosen beforehand, a guess would look like knowledge."""
    found = suggestions(columns)
    if not found or file.upload.panel:
        return
    st.button(
        visit.t("ui.mapping.take"),
        key=_key(file, "take"),
        icon=":material/auto_fix_high:",
        help=visit.t("ui.mapping.take_help"),
        on_click=_take,
        args=(file, columns, found),
    )


def _take(file: Staged, columns: Columns, found: Mapping[str, str]) -> None:
    for place, column in enumerate(columns):
        if column.header in found:
            state.show(_key(file, place), found[column.header])


def _column(visit: Visit, file: Staged, place: int, column: SeenColumn) -> None:
    t, key = visit.t, _key(file, place)
    left, right = st.columns((3, 2), vertical_alignment="center")
    with left:
        values = ", ".join(column.examples)
        seen = t("ui.mapping.examples", values=markdown(values)) if values else t("ui.mapping.no_examples")
        hint = t("ui.mapping.suggested", name=column_name(column.suggestion, t)) if column.suggestion else ""
        below = (seen, markdown(hint)) if hint and not column.means else (seen,)
        small = "".join(f"  \n:gray[:small[{text}]]" for text in below)
        st.markdown(f"**{markdown(column.header)}**{small}")
    with right:
        if state.widget(key) is None:
            state.show(key, column.means)
        st.selectbox(
            markdown(column.header),
            CHOICES,
            key=key,
            format_func=lambda name: column_name(name, t) if name else t("ui.mapping.not_kept"),
            label_visibility="collapsed",
        )


def _of_the_whole(visit: Visit, file: Staged) -> None:
    """What stands in no column: whose figures they are, and in which money."""
    t, made = visit.t, file.upload
    left, right = st.columns(2)
    with left:
        name, key = panel_name(made.panel) if made.panel else "", _key(file, "channel")
        help_text = t("ui.mapping.channel_help")
        st.text_input(t("ui.mapping.channel"), name, key=key, max_chars=LONGEST_NAME, help=help_text)
    with right:
        offered = tuple(dict.fromkeys((visit.client.currency, *CURRENCIES)))
        st.selectbox(
            t("ui.mapping.currency"), offered, index=None, placeholder="", key=_key(file, "currency")
        )


def _said(visit: Visit, file: Staged, columns: Columns) -> None:
    chosen = {
        column.header: str(state.widget(_key(file, place)))
        for place, column in enumerate(columns)
        if state.widget(_key(file, place))
    }
    channel = str(state.widget(_key(file, "channel")) or "")
    against = objection(chosen, channel, visit.t)
    if against:
        notices.refuse(against)
        return
    currency = state.widget(_key(file, "currency"))
    before = options_from(file.upload.options)
    options = replace(
        before,
        panel=None,
        mapping=tuple(chosen.items()),
        channel=channel,
        currency=currency or before.currency,
    )
    notices.attempt(lambda: recheck(*visit.scope, file.upload.id, options=options), visit.t)
