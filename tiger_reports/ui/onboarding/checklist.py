"""The onboarding checklist: what has to be there, who sees to it, and the end of the onboarding."""

from __future__ import annotations

from datetime import date

import streamlit as st

from tiger_reports.model.onboarding import ChecklistItem, Closing
from tiger_reports.model.record import Record
from tiger_reports.services import onboarding
from tiger_reports.ui import notices
from tiger_reports.ui.blocks.markup import chip, draw, section
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.onboarding.progress import progress_markup
from tiger_reports.ui.plain import html
from tiger_reports.ui.records.editor import add_button, remove_button, sheet
from tiger_reports.ui.records.forms import CHECKLIST, OWN_ITEM
from tiger_reports.ui.words import Words
from tiger_reports.year.checklist import template


@st.fragment
def steps(visit: Visit) -> None:
    t = visit.t
    section(t("ui.onboarding.checklist"), t("ui.onboarding.checklist_lead"))
    found = onboarding.checklist(*visit.scope)
    standing = onboarding.progress(visit.office, visit.client, found)
    closed = onboarding.closing(*visit.scope)
    draw(progress_markup(standing, closed.words, t))
    ours = {item.key for item in template()}
    today = visit.office.today(visit.client)
    for record in found:
        with st.container(border=True, key=f"record-checklist-{record.id}"):
            if record.id in ours:
                draw(_title(t(f"checklist.{record.id}"), record, today, t))
                sheet(visit, CHECKLIST, record)
            else:
                draw(_title(record.words.what or t("ui.onboarding.own_item"), record, today, t))
                sheet(visit, OWN_ITEM, record)
                remove_button(visit, OWN_ITEM, record)
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
    return f'<p class="tr-part">{html(text)} {marks}</p>'
