"""The onboarding checklist: what has to be there, who sees to it, and the end of the onboarding."""

from __future__ import annotations

from datetime import date

import streamlit as st

from tiger_reports.model.onboarding import ChecklistItem, Closing
from tiger_reports.model.record import Record
from tiger_reports.services import onboarding
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, section
from tiger_reports.ui.onboarding.progress import progress_markup
from tiger_reports.ui.plain import html
from tiger_reports.ui.records.editor import add_button, remove_button, sheet
from tiger_reports.ui.records.forms.onboarding import CHECKLIST, OWN_ITEM
from tiger_reports.ui.words import Words
from tiger_reports.year.checklist import template

WIDTHS = (12, *(entry.weight for entry in CHECKLIST.entries))


@st.fragment
def steps(visit: Visit) -> None:
    t = visit.t
    section(t("ui.onboarding.checklist"), t("ui.onboarding.checklist_lead"))
    found = onboarding.checklist(*visit.scope)
    standing = onboarding.progress(visit.office, visit.client, found)
    closed = onboarding.closing(*visit.scope)
    draw(progress_markup(standing, closed.words, t))
    _heads(visit)
    for record in found:
        _item(visit, record)
    with st.container(horizontal=True):
        add_button(visit, t("ui.onboarding.add_item"), ChecklistItem(), "checklist")
        open_still = closed.words.on is None
        st.button(
            t("ui.onboarding.close" if open_still else "ui.onboarding.reopen"),
            key="close-onboarding",
            type="primary" if open_still else "secondary",
            on_click=_close,
            args=(visit, closed),
        )


def _heads(visit: Visit) -> None:
    names = ("what", *(entry.name for entry in CHECKLIST.entries))
    with st.container(key="checklist-heads"):
        for column, name in zip(st.columns(WIDTHS, vertical_alignment="bottom"), names, strict=True):
            with column:
                st.caption(visit.t(f"record.checklist.{name}"))


def _item(visit: Visit, record: Record[ChecklistItem]) -> None:
    """One line: what it is, and its fields. An item of the template keeps our words."""
    t, own = visit.t, record.id not in {item.key for item in template()}
    left, right = st.columns((WIDTHS[0], sum(WIDTHS[1:])), vertical_alignment="center")
    text = record.words.what if own else t(f"checklist.{record.id}")
    with left:
        draw(_title(text or t("ui.onboarding.own_item"), record, visit.office.today(visit.client), t))
        if own:
            sheet(visit, OWN_ITEM, record)
            remove_button(visit, OWN_ITEM, record)
    with right:
        sheet(visit, CHECKLIST, record)


def _close(visit: Visit, closed: Record[Closing]) -> None:
    act = onboarding.close if closed.words.on is None else onboarding.reopen
    notices.attempt(lambda: act(*visit.scope, closed), visit.t)


def _title(text: str, record: Record[ChecklistItem], today: date, t: Words) -> str:
    item = record.words
    marks = ""
    if item.skipped:
        marks = chip(t("ui.onboarding.not_needed"))
    elif item.done_on is not None:
        marks = chip(t("ui.onboarding.done"), "better")
    elif item.due is not None and item.due < today:
        marks = chip(t("ui.onboarding.late"), "worse")
    elif item.mandatory:
        marks = chip(t("ui.onboarding.mandatory"), "warn")
    return f'<p class="tr-item">{html(text)} {marks}</p>'
