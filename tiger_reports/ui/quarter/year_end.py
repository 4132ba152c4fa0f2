"""The end of a Tiger Year: the client's sketch, what is told of the year, and the proposal for the next."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.record import Record
from tiger_reports.model.year_plan import Aim, Offer, Pick, Sketch, SketchState, Step
from tiger_reports.services.records import listed
from tiger_reports.services.tiger_year.records import sketch as stored_sketch
from tiger_reports.services.tiger_year.records import sketch_task, year_records
from tiger_reports.services.tiger_year.sketches import keep_file
from tiger_reports.text.dates import short_date
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.markup import draw, note, section
from tiger_reports.ui.plain import markdown
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.quarter.timeline import timeline_markup
from tiger_reports.ui.records.editor import add_button, rows, sheet
from tiger_reports.ui.records.forms.year_end import AIM, OFFER, PICK, SKETCH, STEP

TYPES = ("pdf", "docx", "pptx", "xlsx", "odt", "odp", "png", "jpg", "jpeg")
MOST_MB = 20


@st.fragment
def sketch(talk: Talk) -> None:
    t, visit = talk.t, talk.visit
    task = sketch_task(*visit.scope, talk.year)
    section(t("agenda.sketch"), t("ui.sketch.lead"))
    day = short_date(task.due, t.language)
    kind = "worse" if task.overdue else "neutral"
    if task.sketch.state is SketchState.NOT_ASKED:
        note(t("ui.sketch.ask_late" if task.overdue else "ui.sketch.ask", day=day), kind)
    record = stored_sketch(*visit.scope, talk.year)
    sheet(visit, SKETCH, record)
    _file(talk, record)


def _file(talk: Talk, record: Record[Sketch]) -> None:
    t, visit, name = talk.t, talk.visit, f"sketch-file-{talk.year}"
    if record.words.file:
        label = t("ui.sketch.download", file=markdown(record.words.file_name))
        if st.button(label, key=f"{name}-get", icon=":material/download:"):
            deliver(visit, "sketch", str(talk.year))
    file = st.file_uploader(
        t("ui.sketch.file"), type=TYPES, max_upload_size=MOST_MB, key=f"{name}-{state.counter(name)}"
    )
    if file is not None:
        state.advance(name)
        data = file.getvalue()
        notices.attempt(lambda: keep_file(*visit.scope, record, file.name, data), t)
        st.rerun()


@st.fragment
def picks(talk: Talk) -> None:
    t = talk.t
    section(t("agenda.picks"), t("ui.picks.lead"))
    found = [one for one in listed(*talk.visit.scope, Pick) if one.words.year == talk.year]
    rows(talk.visit, PICK, found)
    add_button(talk.visit, t("ui.picks.add"), Pick(talk.year))


@st.fragment
def aims(talk: Talk) -> None:
    """What is aimed for in the next year; the deck shows it beside what the year's months let one expect."""
    t = talk.t
    section(t("agenda.aims"), t("ui.aims.lead"))
    rows(talk.visit, AIM, [one for one in listed(*talk.visit.scope, Aim) if one.words.year == talk.year])
    add_button(talk.visit, t("ui.aims.add"), Aim(talk.year))


@st.fragment
def proposal(talk: Talk) -> None:
    t = talk.t
    section(t("agenda.proposal"), t("ui.offers.lead"))
    for code in year_records(*talk.visit.scope, talk.year, talk.log).faults:
        note(t(f"refusal.{code}"), "warn")
    rows(talk.visit, OFFER, [one for one in listed(*talk.visit.scope, Offer) if one.words.year == talk.year])
    add_button(talk.visit, t("ui.offers.add"), Offer(talk.year))


@st.fragment
def timeline(talk: Talk) -> None:
    t = talk.t
    section(t("agenda.timeline"), t("ui.steps.lead"))
    found = [one for one in listed(*talk.visit.scope, Step) if one.words.year == talk.year]
    bars = timeline_markup([one.words for one in found], t)
    if bars:
        draw(bars)
    rows(talk.visit, STEP, found)
    add_button(talk.visit, t("ui.steps.add"), Step(talk.year))
