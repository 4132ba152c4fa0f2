"""Candidates for the story of the year, in the order in which they are worth telling; people choose."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.period import Period
from tiger_reports.model.tiger_report import Success, TigerReport
from tiger_reports.services.tiger_year.successes import Candidate, candidates, pick
from tiger_reports.text.dates import period_title
from tiger_reports.text.numbers import relative
from tiger_reports.ui import notices
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

MOST = 12
"""More than a dozen is no choice but a list."""


@st.fragment
def successes(visit: Visit, report: TigerReport) -> None:
    t = visit.t
    section(t("ui.year.successes"), t("ui.year.successes_lead"))
    found = candidates(*visit.scope, report)[:MOST]
    if not found:
        note(t("ui.year.no_successes"))
    for place, one in enumerate(found):
        with st.container(
            horizontal=True, vertical_alignment="center", gap="medium", key=f"candidate-{place}"
        ):
            draw(_said(one, visit.write))
            if not one.picked:
                st.button(
                    t("ui.year.pick"),
                    key=f"pick-{place}",
                    icon=":material/add:",
                    on_click=_pick,
                    args=(visit, one.success, report.now.year),
                )


def _said(one: Candidate, write: Figures) -> str:
    t, success = write.t, one.success
    kind = chip(t(f"ui.year.success_{success.kind}"), "better")
    marks = chip(t("ui.year.picked"), "better") if one.picked else ""
    if not one.offered:
        marks += chip(t("ui.year.no_purpose"), "warn")
    value = html(write.value(success.metric, success.value))
    told = [_days(success.period, t)]
    if success.before is not None:
        when = f", {_days(success.before_period, t)}" if success.before_period else ""
        told.append(t("ui.year.beside", value=write.value(success.metric, success.before), when=when))
    if success.relative is not None:
        told.append(relative(success.relative, t.language))
    facts = html(" · ".join(told))
    return (
        f"<p>{kind} <b>{html(write.name(success.metric))} {value}</b> {marks}</p>"
        f'<p class="tr-row-facts">{facts}</p>'
    )


def _days(period: Period, t: Words) -> str:
    return period_title(period, t.language)


def _pick(visit: Visit, success: Success, year: int) -> None:
    """Into the records, in the words of the client's language: they stand in the client's deck."""
    told = Figures(Words(visit.client.language), visit.client.currency)
    name, value = told.name(success.metric), told.value(success.metric, success.value)
    title = f"{name}: {value} ({_days(success.period, told.t)})"
    notices.attempt(lambda: pick(*visit.scope, success, year, title), visit.t)
