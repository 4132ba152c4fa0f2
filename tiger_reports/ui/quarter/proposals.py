"""Proposals of non-standard activities: from the catalogue to the client's decision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from tiger_reports.model.activity import Activity, ActivityKind, Stage
from tiger_reports.model.record import Record
from tiger_reports.services.measuring.day_figures import known_metrics
from tiger_reports.services.records import listed
from tiger_reports.services.tiger_year.activities import decide, propose
from tiger_reports.text.dates import short_date
from tiger_reports.ui import notices
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.records.editor import rows, sheet
from tiger_reports.ui.records.forms.meeting import DECLINED, PROPOSAL

TONES = {Stage.ACCEPTED: "better", Stage.DONE: "better", Stage.DECLINED: "worse", Stage.PROPOSED: "warn"}


@st.fragment
def proposals(talk: Talk) -> None:
    section(talk.t("agenda.proposals"), talk.t("ui.proposals.lead"))
    _pipeline(talk, tuple(ActivityKind))


@st.fragment
def channels(talk: Talk) -> None:
    """Further channels, each as a test with its cost and its end."""
    section(talk.t("agenda.channels"), talk.t("ui.proposals.channels_lead"))
    _pipeline(talk, (ActivityKind.NEW_CHANNEL,))


def _pipeline(talk: Talk, kinds: tuple[ActivityKind, ...]) -> None:
    t = talk.t
    found = _here(talk, kinds)
    if not found:
        note(t("ui.proposals.empty"))
    rows(talk.visit, PROPOSAL, found, before=lambda record: _top(talk, record))
    st.caption(t("ui.proposals.catalogue"))
    with st.container(horizontal=True):
        for kind in kinds:
            st.button(
                t(f"activity.{kind}.name"),
                icon=":material/add:",
                key=f"propose-{talk.quarter}-{kind}",
                help=t(f"activity.{kind}.about"),
                on_click=_propose,
                args=(talk, kind),
            )


def _here(talk: Talk, kinds: Iterable[ActivityKind]) -> list[Record[Activity]]:
    here, wanted = (talk.year, talk.quarter), set(kinds)
    return [
        one
        for one in listed(*talk.visit.scope, Activity)
        if (one.words.year, one.words.quarter) == here and one.words.kind in wanted
    ]


def _top(talk: Talk, record: Record[Any]) -> None:
    """What it is, where it stands, and the ways on from there."""
    t, words = talk.t, record.words
    decided = ""
    if words.decided_on is not None:
        decided = html(short_date(words.decided_on, t.language))
    stage = chip(t(f"record.activity.stage_{words.stage}"), TONES[words.stage])
    title = html(words.title or t(f"activity.{words.kind}.name"))
    draw(
        f'<p class="tr-part">{title} {stage}</p>'
        f'<p class="tr-row-facts">{html(t(f"activity.{words.kind}.name"))} {decided}</p>'
    )
    steps = {
        Stage.PROPOSED: (Stage.ACCEPTED, Stage.DECLINED),
        Stage.ACCEPTED: (Stage.PROPOSED,),
        Stage.DECLINED: (Stage.PROPOSED,),
        Stage.DONE: (),
    }[words.stage]
    with st.container(horizontal=True):
        for stage in steps:
            st.button(
                t(f"ui.proposals.to_{stage}"),
                key=f"activity-{record.id}-{stage}",
                type="primary" if stage is Stage.ACCEPTED else "secondary",
                on_click=_decide,
                args=(talk, record, stage),
            )
    if words.stage is Stage.DECLINED:
        sheet(talk.visit, DECLINED, record)


def _propose(talk: Talk, kind: ActivityKind) -> None:
    having = known_metrics(talk.visit.office, talk.visit.client)
    here = (talk.year, talk.quarter)
    notices.attempt(lambda: propose(*talk.visit.scope, kind, having, here), talk.t)


def _decide(talk: Talk, record: Record[Activity], stage: Stage) -> None:
    outcome = notices.attempt(lambda: decide(*talk.visit.scope, record, stage), talk.t)
    if outcome is not None and outcome.rejected is not None:
        notices.refuse(talk.t("records.changed"))
