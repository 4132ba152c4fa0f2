"""The register of accepted activities: when they run, what they did, and what is learned from them."""

from __future__ import annotations

from typing import Any

import streamlit as st

from tiger_reports.model.activity import Activity, Stage
from tiger_reports.model.record import Record
from tiger_reports.services.records import listed
from tiger_reports.services.tiger_year.activities import decide, effect_of
from tiger_reports.ui import notices
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.quarter.effect import effect_markup
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.records.editor import sheet
from tiger_reports.ui.records.forms.meeting import CONCLUSION, RUNNING


@st.fragment
def activities(talk: Talk) -> None:
    t = talk.t
    section(t("agenda.activities"), t("ui.activities.lead"))
    found = [
        one
        for one in listed(*talk.visit.scope, Activity)
        if one.words.accepted and (one.words.start is None or one.words.start < talk.period.end)
    ]
    if not found:
        note(t("ui.activities.empty"))
    for record in found:
        with st.container(border=True, key=f"running-{record.id}"):
            _activity(talk, record)


def _activity(talk: Talk, record: Record[Activity]) -> None:
    t, words, visit = talk.t, record.words, talk.visit
    stage = chip(t(f"record.activity.stage_{words.stage}"), "better")
    kind = html(t(f"activity.{words.kind}.name"))
    draw(f'<p class="tr-part">{html(words.title)} {stage}</p><p class="tr-row-facts">{kind}</p>')
    sheet(visit, RUNNING, record)
    found = effect_of(visit.office, visit.client, record, talk.log, t.language)
    if found is None:
        note(t("ui.activities.no_effect_yet"))
    else:
        draw(effect_markup(found, visit.write))
    sheet(visit, CONCLUSION, record)
    onward = Stage.DONE if words.stage is Stage.ACCEPTED else Stage.ACCEPTED
    st.button(
        t(f"ui.activities.to_{onward}"),
        key=f"running-{record.id}-on",
        on_click=_move,
        args=(talk, record, onward),
    )


def _move(talk: Talk, record: Record[Any], stage: Stage) -> None:
    outcome = notices.attempt(lambda: decide(*talk.visit.scope, record, stage), talk.t)
    if outcome is not None and outcome.rejected is not None:
        notices.refuse(talk.t("records.changed"))
