"""A client's record: what reports need to know. Saved as a whole, refused when somebody saved meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from tiger_reports.model.client import Client
from tiger_reports.services.clients import save_client
from tiger_reports.text import LANGUAGES
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.words import Words

TIMEZONES = (
    "Europe/Warsaw",
    "Europe/Prague",
    "Europe/Bratislava",
    "Europe/Kyiv",
    "Europe/London",
    "Asia/Almaty",
    "UTC",
)
COUNTRIES = ("PL", "CZ", "SK", "UA", "GB", "KZ")


def client_record(visit: Visit) -> None:
    client, key = visit.client, f"client-{visit.client.id}-{visit.client.rev}"
    with st.form(key, border=False):
        record_fields(client, visit.t, key)
        st.form_submit_button(visit.t("ui.word.save"), type="primary", on_click=_save, args=(visit, key))


def record_fields(client: Client, t: Words, key: str) -> None:
    """The fields of a record; `typed_record` reads what they hold."""
    left, right = st.columns(2)
    with left:
        st.text_input(t("ui.client.name"), client.name, key=f"{key}-name", max_chars=120)
        form = DATE_FORMATS[t.language]
        st.date_input(
            t("ui.client.start"), client.start, key=f"{key}-start", format=form, min_value=date(2000, 1, 1)
        )
        st.text_input(t("ui.client.currency"), client.currency, key=f"{key}-currency", max_chars=3)
    with right:
        _one_of(t("ui.client.language"), LANGUAGES, client.language, f"{key}-language", t)
        _one_of(t("ui.client.timezone"), TIMEZONES, client.timezone, f"{key}-timezone")
        _one_of(t("ui.client.country"), COUNTRIES, client.country, f"{key}-country")
    st.toggle(t("ui.client.formal"), client.formal, key=f"{key}-formal", help=t("ui.client.formal_help"))
    kept, why = t("ui.client.keep_personal"), t("ui.client.keep_personal_help")
    st.checkbox(kept, client.keep_personal, key=f"{key}-keep_personal", help=why)


def typed_record(client: Client, key: str) -> Client:
    names = ("name", "start", "currency", "language", "timezone", "country", "keep_personal", "formal")
    values: dict[str, Any] = {name: state.widget(f"{key}-{name}") for name in names}
    values["name"] = str(values["name"] or "").strip()
    values["currency"] = str(values["currency"] or "").strip().upper()
    return replace(client, **values)


def _one_of(label: str, offered: tuple[str, ...], now: str, key: str, t: Words | None = None) -> None:
    """The stored value is always offered, also one from another time or place."""
    options = list(dict.fromkeys((*offered, now)))

    def name(option: str) -> str:
        return t(f"ui.language.{option}") if t else option

    st.selectbox(label, options, index=options.index(now), key=key, format_func=name)


def _save(visit: Visit, key: str) -> None:
    changed = typed_record(visit.client, key)
    if notices.attempt(lambda: save_client(visit.office, visit.actor, changed), visit.t) is not None:
        notices.tell(visit.t("ui.word.saved"))
