"""Three to five figures that matter most, each with one sentence of what it means."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from tiger_reports.commentary.checked import key_figure_claims
from tiger_reports.commentary.figures.chips import told
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.offered import offered_of
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.report import MonthReport
from tiger_reports.model.revised import Listed
from tiger_reports.services.months.comments import key_figures as stored_figures
from tiger_reports.services.months.comments import set_key_figures
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.figures_said import Said, figures_said, insert_figure
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section

LEAST, MOST = 3, 5
LONGEST = 220


@st.fragment
def key_figures(visit: Visit, report: MonthReport) -> None:
    t, write = visit.t, visit.write
    listed = stored_figures(*visit.scope, visit.month)
    section(t("ui.figures.title"), t("ui.figures.lead"))
    chosen, key = [figure.metric for figure in listed.items], "key-figures"
    state.show(key, chosen)
    st.pills(
        t("ui.figures.choose"),
        _offered(report, chosen),
        selection_mode="multi",
        format_func=write.short,
        key=key,
        on_change=_choose,
        args=(visit, listed, key),
    )
    if len(chosen) < LEAST:
        note(t("ui.figures.few"), "warn")
    for figure in listed.items:
        _sentence(visit, report, listed, figure)


def _offered(report: MonthReport, chosen: list[str]) -> list[str]:
    """Figures that the month has, chosen ones always; no more can be added when there are five."""
    having = [figure.metric for figure in report.figures if figure.value.amount is not None]
    if len(chosen) >= MOST:
        return chosen
    return list(dict.fromkeys([*having, *chosen]))


def _sentence(visit: Visit, report: MonthReport, listed: Listed[KeyFigure], figure: KeyFigure) -> None:
    write, key = visit.write, f"key-figure-{figure.metric}"
    found = report.figure(figure.metric)
    value = f" · {write.value(figure.metric, found.value)} ({write.moved(found.previous)})" if found else ""
    label = visit.t("ui.figures.sentence", metric=write.name(figure.metric)) + value
    state.show(key, figure.sentence)
    st.text_input(label, key=key, max_chars=LONGEST, on_change=_write, args=(visit, listed, figure, key))
    put = partial(_put, visit, listed, figure)
    table, add = FactTable(report), lambda chip: put(f"{figure.sentence} {chip}".strip())
    insert_figure(visit, f"{key}:insert", offered_of(figure.metric, table), table, add)
    words = told(figure.sentence, table, visit.client.language).text
    claims = key_figure_claims(figure, table, visit.t.language)
    figures_said(Said(visit, key, figure.sentence, words, claims, put))


def _choose(visit: Visit, listed: Listed[KeyFigure], key: str) -> None:
    wanted = list(state.widget(key) or [])[:MOST]
    kept = {figure.metric: figure for figure in listed.items}
    ordered = [*(metric for metric in kept if metric in wanted), *(m for m in wanted if m not in kept)]
    _save(visit, listed, tuple(kept.get(metric, KeyFigure(metric, "")) for metric in ordered))


def _write(visit: Visit, listed: Listed[KeyFigure], figure: KeyFigure, key: str) -> None:
    _put(visit, listed, figure, str(state.widget(key) or "").strip())


def _put(visit: Visit, listed: Listed[KeyFigure], figure: KeyFigure, text: str) -> None:
    author = visit.actor.name or visit.actor.email
    changed = replace(figure, sentence=text, author=author)
    held = _now(visit, listed, figure)
    _save(visit, held, tuple(changed if one == figure else one for one in held.items))


def _now(visit: Visit, listed: Listed[KeyFigure], figure: KeyFigure) -> Listed[KeyFigure]:
    """The list as it stands, where this figure's sentence is the one that was read.

    Two sentences that are typed fast are saved in one go: the second must not be refused for the first.
    """
    stored = stored_figures(*visit.scope, visit.month)
    return stored if figure in stored.items else listed


def _save(visit: Visit, listed: Listed[KeyFigure], items: tuple[KeyFigure, ...]) -> None:
    mine = replace(listed, items=items)
    outcome = notices.attempt(lambda: set_key_figures(*visit.scope, visit.month, mine), visit.t)
    if outcome is not None and outcome.rejected is not None:
        notices.tell(visit.t("ui.figures.changed", who=outcome.stored.author))
