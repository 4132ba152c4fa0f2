"""Questions that a file leaves open: its currency, its year, what an unknown column means."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.fact import MEASURES, TEXTS
from tiger_reports.model.imports import Staged
from tiger_reports.services.intake import recheck
from tiger_reports.services.options import Options, options_from
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.markup import note
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.tables import measure_name
from tiger_reports.ui.plain import markdown

CURRENCIES = ("PLN", "CZK", "EUR", "USD", "GBP", "UAH", "KZT", "RUB")
ASKS_CURRENCY, ASKS_YEAR = "currency_missing", "year_missing"
OURS = ("", *MEASURES, *(name for name in TEXTS if name not in ("currency", "bounds")))


def answers(visit: Visit, file: Staged) -> None:
    """A form only where there is something to ask."""
    codes = {finding.code for finding in file.findings}
    asked = [name for name, code in (("currency", ASKS_CURRENCY), ("year", ASKS_YEAR)) if code in codes]
    unknown = file.upload.unknown_columns
    if not asked and not unknown:
        return
    with st.expander(
        visit.t("ui.import.answers" if asked else "ui.import.mapping"),
        icon=":material/quiz:",
        expanded=bool(asked),
    ):
        _form(visit, file, asked)


def _form(visit: Visit, file: Staged, asked: list[str]) -> None:
    t, key = visit.t, f"answers-{file.upload.id}"
    with st.form(key, border=False):
        if "currency" in asked:
            st.selectbox(t("ui.word.currency"), CURRENCIES, index=None, placeholder="", key=f"{key}-currency")
        if "year" in asked:
            years = list(range(visit.month.start.year + 1, visit.month.start.year - 4, -1))
            st.selectbox(t("ui.import.year"), years, index=1, key=f"{key}-year")
        if file.upload.unknown_columns:
            note(t("ui.import.mapping_lead"))
        for place, header in enumerate(file.upload.unknown_columns):
            st.selectbox(
                markdown(header), OURS, format_func=lambda name: _meaning(visit, name), key=f"{key}-{place}"
            )
        st.form_submit_button(t("ui.import.reread"), on_click=_answered, args=(visit, file))


def _meaning(visit: Visit, name: str) -> str:
    return measure_name(name, visit.t) if name else visit.t("ui.import.leave_out")


def _answered(visit: Visit, file: Staged) -> None:
    key = f"answers-{file.upload.id}"
    before = options_from(file.upload.options)
    options = Options(
        before.panel,
        state.widget(f"{key}-currency") or before.currency,
        state.widget(f"{key}-year") or before.year,
        before.month,
    )
    chosen = {
        header: str(state.widget(f"{key}-{place}"))
        for place, header in enumerate(file.upload.unknown_columns)
        if state.widget(f"{key}-{place}")
    }
    notices.attempt(lambda: recheck(*visit.scope, file.upload.id, options=options, mapping=chosen), visit.t)
