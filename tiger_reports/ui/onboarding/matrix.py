"""The strategic matrix: it decides which figures lead every report, and what they are held against."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from tiger_reports.metrics.pacing import target_of
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.goal import Goal
from tiger_reports.model.record import Record
from tiger_reports.model.target import PaceLevels
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.clients import save_client
from tiger_reports.services.cooperation import pauses
from tiger_reports.services.measuring.targets import matrix as stored_matrix
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.text.numbers import MISSING, percent
from tiger_reports.ui import notices
from tiger_reports.ui.amounts import parse_share
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.records.editor import add_button, rows
from tiger_reports.ui.records.forms.onboarding import GOAL
from tiger_reports.ui.records.saving import save_field


@st.fragment
def matrix(visit: Visit) -> None:
    t = visit.t
    section(t("ui.matrix.title"), t("ui.matrix.lead"))
    found = stored_matrix(visit.office, visit.client)
    if found:
        table(_overview(visit, found))
    else:
        note(t("ui.matrix.empty"), "warn")
    rows(visit, GOAL, found, before=lambda record: _top(visit, record, found))
    last = max((one.words.rank for one in found), default=0)
    add_button(visit, t("ui.matrix.add"), Goal(since=visit.month.start, rank=last + 1))
    _levels(visit)


def _top(visit: Visit, record: Record[Goal], found: tuple[Record[Goal], ...]) -> None:
    t, goal = visit.t, record.words
    marks = ""
    if not goal.metric:
        marks = chip(t("ui.matrix.no_metric"), "worse")
    elif goal.value is None:
        marks = chip(t("ui.matrix.no_value"), "warn")
    elif goal.spread == "total" and goal.until is None:
        marks = chip(t("ui.matrix.no_until"), "warn")
    place = found.index(record)
    with st.container(horizontal=True, vertical_alignment="center"):
        draw(f'<p class="tr-part">{place + 1}. {html(goal.goal or t("ui.matrix.unnamed"))} {marks}</p>')
        if place:
            rank = found[0].words.rank - 1
            st.button(
                t("ui.matrix.first"),
                key=f"goal-{record.id}-first",
                type="tertiary",
                on_click=save_field,
                args=(visit, record, "rank", rank),
            )


def _overview(visit: Visit, found: tuple[Record[Goal], ...]) -> Table:
    """The whole matrix at one look, with what it asks of the chosen month."""
    t, paused = visit.t, pauses(*visit.scope)
    names = ("goal", "audience", "channel", "metric", "value", "until")
    columns = (
        *(Column(t(f"record.goal.{name}"), numeric=name == "value") for name in names),
        Column(month_title(visit.month, t.language)),
    )
    return Table(columns, tuple(_line(visit, one, paused) for one in found), t("ui.matrix.title"), "matrix")


def _line(visit: Visit, record: Record[Goal], paused: tuple[Pause, ...]) -> tuple[Cell, ...]:
    goal, t, write = record.words, visit.t, visit.write
    target = target_of(goal, visit.month, visit.client.start, pauses=paused)
    value = write.value(goal.metric, goal.value) if goal.metric and goal.value is not None else MISSING
    spread = f" ({t(f'record.goal.spread_{goal.spread}')})" if value != MISSING else ""
    return (
        Cell(goal.goal, bold=True),
        Cell(goal.audience),
        Cell(panel_name(goal.channel) or t("records.all_channels")),
        Cell(write.name(goal.metric) if goal.metric else MISSING),
        Cell(value + spread),
        Cell(short_date(goal.until, t.language) if goal.until else MISSING),
        Cell(write.value(goal.metric, target.value) if target else MISSING),
    )


def _levels(visit: Visit) -> None:
    """From which share of the expected on a target is watched, or behind."""
    t, levels = visit.t, visit.client.pace
    section(t("ui.pace.levels"), t("ui.pace.levels_lead"))
    columns = st.columns(4, vertical_alignment="bottom")
    key = f"pace-{visit.client.id}-{visit.client.rev}"
    with columns[0]:
        warn = st.text_input(t("ui.pace.warn"), percent(levels.warn, t.language, 0), key=f"{key}-warn")
    with columns[1]:
        alarm = st.text_input(t("ui.pace.alarm"), percent(levels.alarm, t.language, 0), key=f"{key}-alarm")
    typed = parse_share(warn).value, parse_share(alarm).value
    with columns[2]:
        st.button(t("ui.word.save"), key=f"{key}-save", on_click=_save, args=(visit, typed))


def _save(visit: Visit, typed: tuple[float | None, float | None]) -> None:
    warn, alarm = typed
    if warn is None or alarm is None:
        notices.refuse(visit.t("refusal.pace_malformed"))
        return
    changed = replace(visit.client, pace=PaceLevels(warn, alarm))
    if notices.attempt(lambda: save_client(visit.office, visit.actor, changed), visit.t) is not None:
        notices.tell(visit.t("ui.word.saved"))
