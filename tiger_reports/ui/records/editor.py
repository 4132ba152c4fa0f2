"""Records in their forms: one sheet, or a list that grows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

import streamlit as st

from tiger_reports.model.record import Record
from tiger_reports.services import records
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, note
from tiger_reports.ui.plain import html
from tiger_reports.ui.records.fields import draw_field
from tiger_reports.ui.records.form import Entry, Form, Widget
from tiger_reports.ui.records.saving import Clash, clash, settle, take
from tiger_reports.ui.records.writing import Writing

Drawn = Callable[[Record[Any]], None]


def sheet(visit: Visit, form: Form, record: Record[Any]) -> None:
    """The fields of one record; what two people wrote at once stands above them."""
    found = clash(record)
    if found is not None:
        _settle(visit, form, found)
    for row in form.rows:
        columns = st.columns([entry.weight for entry in row], vertical_alignment=_level(row))
        for column, entry in zip(columns, row, strict=True):
            with column:
                draw_field(Writing(visit, form, record, entry))


def _level(row: tuple[Entry, ...]) -> Literal["top", "bottom"]:
    """Labels stand in one line; a tick stands beside the fields, not their labels."""
    return "bottom" if any(entry.widget is Widget.TICK for entry in row) else "top"


def rows(visit: Visit, form: Form, found: Iterable[Record[Any]], *, before: Drawn | None = None) -> None:
    """A list of records, each with a way to take it away; `before` draws above the fields of one."""
    for record in found:
        with st.container(border=True, key=f"record-{form.kind}-{record.id}"):
            if before is not None:
                before(record)
            sheet(visit, form, record)
            if record.rev:
                remove_button(visit, form, record)


def remove_button(visit: Visit, form: Form, record: Record[Any]) -> None:
    st.button(
        visit.t("records.remove"),
        key=f"{form.kind}-{record.id}-remove",
        type="tertiary",
        icon=":material/delete:",
        on_click=_remove,
        args=(visit, record),
    )


def add_button(visit: Visit, label: str, blank: Any, key: str = "") -> None:
    """A new record that says `blank`."""
    key = f"add-{key or type(blank).__name__}"
    st.button(label, icon=":material/add:", key=key, on_click=_add, args=(visit, blank))


def _add(visit: Visit, blank: Any) -> None:
    notices.attempt(lambda: records.add(*visit.scope, blank), visit.t)


def _remove(visit: Visit, record: Record[Any]) -> None:
    done = notices.attempt(lambda: records.remove(*visit.scope, record), visit.t)
    if done is False:
        notices.refuse(visit.t("records.changed"))


def _settle(visit: Visit, form: Form, found: Clash) -> None:
    t, label = visit.t, visit.t(f"record.{form.kind}.{found.field}")
    note(t("records.clash", field=label, who=found.theirs.author), "worse")
    left, right = st.columns(2)
    key = f"{form.kind}-{found.theirs.id}"
    with left:
        _both(t("ui.comments.mine"), found.mine)
        st.button(t("ui.comments.keep_mine"), key=f"{key}-mine", on_click=take, args=(visit, found))
    with right:
        _both(t("ui.comments.theirs"), getattr(found.theirs.words, found.field))
        st.button(t("ui.comments.keep_theirs"), key=f"{key}-theirs", on_click=settle, args=(found.theirs,))


def _both(heading: str, text: Any) -> None:
    draw(f'<div class="tr-both"><h3>{html(heading)}</h3><p>{html(str(text))}</p></div>')
