"""What stands around every page: client, month, language, who is signed in, and the last notice."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.client import Actor
from tiger_reports.text import LANGUAGES
from tiger_reports.text.dates import month_title
from tiger_reports.ui import identity, notices, selection, state
from tiger_reports.ui.plain import markdown
from tiger_reports.ui.selection import Selection
from tiger_reports.ui.words import Words


def draw(actor: Actor, chosen: Selection, t: Words) -> None:
    with st.sidebar:
        _pick_client(chosen, t)
        _pick_month(chosen, t)
        _pick_language(t)
        _who(actor, t)
    notices.show()


def _pick_client(chosen: Selection, t: Words) -> None:
    if chosen.client is None:
        return
    names = {client.id: markdown(client.name) for client in chosen.clients}
    _picker(state.CLIENT, t("ui.word.client"), names, chosen.client.id)


def _pick_month(chosen: Selection, t: Words) -> None:
    if chosen.month is None:
        return
    titles = {month.month_key: month_title(month, t.language) for month in chosen.months}
    _picker(state.MONTH, t("ui.word.month"), titles, chosen.month.month_key)


def _pick_language(t: Words) -> None:
    names = {language: t(f"ui.language.{language}") for language in LANGUAGES}
    _picker(state.LANGUAGE, t("ui.word.language"), names, t.language)


def _picker(name: str, label: str, names: dict[str, str], now: str) -> None:
    """A select box whose value lives in our own state: it survives a change of page and of language."""
    key = f"frame-{name}"
    st.selectbox(
        label,
        list(names),
        index=list(names).index(now),
        format_func=names.__getitem__,
        key=f"{key}-{now}-{len(names)}",
        on_change=_picked,
        args=(name, f"{key}-{now}-{len(names)}"),
    )


def _picked(name: str, key: str) -> None:
    selection.choose(name, str(state.widget(key)))


def _who(actor: Actor, t: Words) -> None:
    if identity.login_is_set_up():
        st.caption(t("ui.frame.signed_in", name=markdown(actor.name or actor.email)))
        st.button(t("ui.frame.sign_out"), on_click=st.logout, type="tertiary", icon=":material/logout:")
    else:
        st.caption(t("ui.frame.local"))
