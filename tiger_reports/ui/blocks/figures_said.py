"""Under a text: how the client reads it, what holds of its numbers, and how to mend them in one press."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from tiger_reports.commentary.figures.chips import shown, source_token, token
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.figure_names import figure_name
from tiger_reports.commentary.figures.report_fact import ReportFact
from tiger_reports.model.claim import Claim, Fault, Standing
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown

LONGEST_SOURCE = 120


@dataclass(frozen=True)
class Said:
    """A text as stored and as told, and where a mended one goes."""

    visit: Visit
    key: str
    text: str
    told: str
    claims: tuple[Claim, ...]
    put: Callable[[str], None]


def figures_said(said: Said) -> None:
    """The preview where it differs from what is typed, and one line for each number that is not in order."""
    if said.told != said.text:
        note(f"{said.visit.t('ui.claims.told')}: {said.told}")
    for at, claim in enumerate(said.claims):
        if claim.standing in (Standing.OK, Standing.PLANNED, Standing.SOURCED):
            continue
        note(verdict(said.visit, claim), "worse" if claim.standing is Standing.WRONG else "warn")
        if claim.right:
            _replacement(said, claim, f"{said.key}:claim:{at}")
        elif claim.standing is Standing.UNKNOWN and claim.fault is Fault.NONE:
            _source(said, claim, f"{said.key}:claim:{at}")


def verdict(visit: Visit, claim: Claim) -> str:
    """What holds of a number, in plain words."""
    name: str = claim.fault or claim.standing
    if claim.standing is Standing.UNKNOWN:
        name = "source_chip" if claim.fault is Fault.CHIP else "benchmark" if claim.benchmark else "unknown"
    return visit.t(f"ui.claims.{name}", text=claim.text, figure=claim.figure, value=claim.value)


def insert_figure(
    visit: Visit, key: str, facts: Iterable[ReportFact], table: FactTable, insert: Callable[[str], None]
) -> None:
    """A list to search by typing; what is chosen goes into the text as a chip."""
    listed = {fact.chip: fact for fact in facts}
    language = visit.client.language

    def label(chip: str) -> str:
        fact = listed[chip]
        return f"{shown(fact, table, language)} · {figure_name(fact, visit.t.language)}"

    # A new list for each choice; a rerun that interrupts this one calls back once more for the old list.
    turn = state.counter(key)
    place = f"{key}:{turn}"

    def chosen() -> None:
        chip = state.widget(place)
        if chip in listed and state.counter(key) == turn:
            state.advance(key)
            insert(token(chip))

    st.selectbox(
        visit.t("ui.claims.insert"),
        list(listed),
        index=None,
        format_func=label,
        key=place,
        placeholder=visit.t("ui.claims.insert_hint"),
        on_change=chosen,
        label_visibility="collapsed",
    )


def _replacement(said: Said, claim: Claim, key: str) -> None:
    """The figure itself goes in as a chip, so that it cannot drift."""
    t = said.visit.t
    label = t("ui.claims.replace", text=claim.text, right=claim.right)
    changed = said.text[: claim.start] + token(claim.chip) + said.text[claim.end :]
    st.button(markdown(label), key=key, icon=":material/swap_horiz:", on_click=said.put, args=(changed,))


def _source(said: Said, claim: Claim, key: str) -> None:
    t = said.visit.t
    who, day, add = st.columns([5, 3, 4], vertical_alignment="bottom")
    with who:
        st.text_input(t("ui.claims.source"), key=f"{key}:who", max_chars=LONGEST_SOURCE)
    with day:
        form = DATE_FORMATS[t.language]
        st.date_input(t("ui.claims.day"), value=None, key=f"{key}:day", format=form)
    with add:
        add_source = t("ui.claims.add_source")
        st.button(add_source, key=f"{key}:add", on_click=_add_source, args=(said, claim, key))


def _add_source(said: Said, claim: Claim, key: str) -> None:
    who, day = str(state.widget(f"{key}:who") or "").strip(), state.widget(f"{key}:day")
    if not who or not isinstance(day, date):
        notices.tell(said.visit.t("ui.claims.source_chip", text=claim.text))
        return
    said.put(f"{said.text[: claim.end]} {source_token(who, day)}{said.text[claim.end :]}")
