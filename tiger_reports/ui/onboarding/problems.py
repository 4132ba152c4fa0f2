"""The problems that the client came with, and how far each has come."""

from __future__ import annotations

from typing import Any

import streamlit as st

from tiger_reports.model.problem import Problem, ProblemState
from tiger_reports.model.record import Record
from tiger_reports.services.records import listed
from tiger_reports.services.tiger_year.records import problems as tracked
from tiger_reports.text.dates import short_date
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.records.editor import add_button, rows
from tiger_reports.ui.records.forms.onboarding import PROBLEM

TONES = {ProblemState.SOLVED: "better", ProblemState.OPEN: "worse", ProblemState.AT_WORK: "warn"}


@st.fragment
def problems(visit: Visit) -> None:
    t = visit.t
    section(t("ui.problems.title"), t("ui.problems.lead"))
    ways = {one.id: one.history for one in tracked(*visit.scope)}
    found = listed(*visit.scope, Problem)
    if not found:
        note(t("ui.problems.empty"))

    def top(record: Record[Any]) -> None:
        draw(_way(visit, record.words, ways.get(record.id, ())))

    rows(visit, PROBLEM, found, before=top)
    add_button(visit, t("ui.problems.add"), Problem(noted_on=visit.office.today(visit.client)))


def _way(visit: Visit, problem: Problem, way: tuple[tuple[Any, ProblemState], ...]) -> str:
    """The states that it passed through, each with its day."""
    t = visit.t
    states = " → ".join(
        f"{html(t(f'record.problem.state_{state}'))} {html(short_date(day, t.language))}"
        for day, state in way
    )
    mark = chip(t(f"record.problem.state_{problem.state}"), TONES.get(problem.state, "neutral"))
    return f'<p class="tr-row-facts">{mark} {states if len(way) > 1 else ""}</p>'
