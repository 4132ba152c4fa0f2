"""Questions that a file leaves open: panel, currency, dates, and what an unknown column means."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.fact import MEASURES, POST, TEXTS
from tiger_reports.model.imports import Staged
from tiger_reports.panels.catalogue import panel_keys
from tiger_reports.services.importing.intake import recheck
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.named import column_name, panel_word
from tiger_reports.ui.importing.questions import answered, asked
from tiger_reports.ui.markup import note
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown

CURRENCIES = ("PLN", "CZK", "EUR", "USD", "GBP", "UAH", "KZT", "RUB")
ORDERS = ("day-first", "month-first")
OURS = ("", *MEASURES, *(name for name in TEXTS if name not in ("currency", "bounds", *POST)))


def answers(visit: Visit, file: Staged) -> None:
    """A form only where there is something to ask."""
    questions = asked(file)
    if not questions and not file.upload.unknown_columns:
        return
    title = visit.t("ui.import.answers" if questions else "ui.import.mapping")
    with (
        st.expander(title, icon=":material/quiz:", expanded=bool(questions)),
        st.form(f"answers-{file.upload.id}", border=False),
    ):
        for question in questions:
            _ask(visit, file, question)
        _columns(visit, file)
        st.form_submit_button(visit.t("ui.import.reread"), on_click=_answered, args=(visit, file))


def _key(file: Staged, question: str | int) -> str:
    return f"answers-{file.upload.id}-{question}"


def _ask(visit: Visit, file: Staged, question: str) -> None:
    t, key, label = visit.t, _key(file, question), visit.t(f"ui.question.{question}")
    match question:
        case "panel":
            _choice(label, panel_keys(), key, {one: panel_word(one, t) for one in panel_keys()})
        case "currency":
            _choice(label, tuple(dict.fromkeys((visit.client.currency, *CURRENCIES))), key, {})
        case "year":
            now = visit.month.start.year
            _choice(label, tuple(str(year) for year in range(now + 1, now - 4, -1)), key, {})
        case "date_order":
            _choice(label, ORDERS, key, {one: t(f"ui.question.{one.replace('-', '_')}") for one in ORDERS})
        case "period":
            st.date_input(label, value=[], key=key, format=DATE_FORMATS[t.language])


def _choice(label: str, offered: tuple[str, ...], key: str, names: dict[str, str]) -> None:
    """No answer is chosen beforehand: a guess would look like knowledge."""
    st.selectbox(
        label, offered, index=None, placeholder="", key=key, format_func=lambda one: names.get(one, one)
    )


def _columns(visit: Visit, file: Staged) -> None:
    if file.upload.unknown_columns:
        note(visit.t("ui.import.mapping_lead"))
    for place, header in enumerate(file.upload.unknown_columns):
        st.selectbox(
            markdown(header), OURS, format_func=lambda name: _meaning(visit, name), key=_key(file, place)
        )


def _meaning(visit: Visit, name: str) -> str:
    return column_name(name, visit.t) if name else visit.t("ui.import.leave_out")


def _answered(visit: Visit, file: Staged) -> None:
    given = {question: state.widget(_key(file, question)) for question in asked(file)}
    if given.get("year"):
        given["year"] = int(given["year"])
    chosen = {
        header: str(state.widget(_key(file, place)))
        for place, header in enumerate(file.upload.unknown_columns)
        if state.widget(_key(file, place))
    }
    options = answered(file, given)
    notices.attempt(lambda: recheck(*visit.scope, file.upload.id, options=options, mapping=chosen), visit.t)
