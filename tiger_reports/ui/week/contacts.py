"""The contact log: when we were in touch, how, and about what."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tiger_reports.model.client_person import ClientPerson
from tiger_reports.model.contact import Contact, ContactKind
from tiger_reports.model.record import Record
from tiger_reports.services.records import listed
from tiger_reports.services.week import contacts as service
from tiger_reports.text.dates import short_date
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown
from tiger_reports.ui.records.editor import add_button, rows
from tiger_reports.ui.records.forms.week import CLIENT_PERSON

FORM = "contact-new"
SHOWN = 30
ICONS = {ContactKind.MAIL: "mail", ContactKind.CALL: "call", ContactKind.MEETING: "groups"}


@st.fragment
def contacts(visit: Visit) -> None:
    t = visit.t
    section(t("ui.contact.title"), t("ui.contact.lead"))
    quiet = service.quiet(*visit.scope)
    if quiet.last is not None:
        last = short_date(quiet.last, t.language)
        kind = "warn" if quiet.too_long else "better"
        note(t("ui.contact.since", n=quiet.days, last=last), kind)
    _form(visit)
    for record in service.contacts(*visit.scope)[:SHOWN]:
        _row(visit, record)
    section(t("ui.contact.people"), t("ui.contact.people_lead"))
    rows(visit, CLIENT_PERSON, listed(*visit.scope, ClientPerson))
    add_button(visit, t("ui.contact.add_person"), ClientPerson())


def _form(visit: Visit) -> None:
    t, key = visit.t, f"{FORM}-{state.counter(FORM)}"
    with st.form(key, border=False):
        day, kind, words, button = st.columns([2, 2, 6, 2], vertical_alignment="bottom")
        with day:
            today, form = visit.office.today(visit.client), DATE_FORMATS[t.language]
            st.date_input(t("ui.contact.on"), today, key=f"{key}-on", format=form, max_value=today)
        with kind:
            st.selectbox(
                t("ui.contact.kind"),
                list(ContactKind),
                format_func=lambda one: t(f"ui.contact.{one}"),
                key=f"{key}-kind",
            )
        with words:
            st.text_input(t("ui.contact.note"), key=f"{key}-note", max_chars=300)
        with button:
            st.form_submit_button(t("ui.contact.add"), type="primary", on_click=_add, args=(visit, key))


def _row(visit: Visit, record: Record[Contact]) -> None:
    t, contact = visit.t, record.words
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        said = f" · {markdown(contact.note)}" if contact.note else ""
        day = short_date(contact.on, t.language)
        icon = f":material/{ICONS[contact.kind]}:"
        st.markdown(
            f"{icon} **{day}** · {t(f'ui.contact.{contact.kind}')}{said} :gray[{markdown(record.author)}]"
        )
        st.button(
            t("ui.contact.remove"),
            key=f"contact-{record.id}-remove",
            type="tertiary",
            on_click=partial(_remove, visit, record),
        )


def _add(visit: Visit, key: str) -> None:
    made = Contact(
        on=state.widget(f"{key}-on") or visit.office.today(visit.client),
        kind=ContactKind(state.widget(f"{key}-kind")),
        note=str(state.widget(f"{key}-note") or "").strip(),
    )
    if notices.attempt(lambda: service.add_contact(*visit.scope, made), visit.t) is not None:
        state.advance(FORM)
        notices.tell(visit.t("ui.word.saved"))


def _remove(visit: Visit, record: Record[Contact]) -> None:
    notices.attempt(lambda: service.remove_contact(*visit.scope, record), visit.t)
