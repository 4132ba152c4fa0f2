"""Tasks, questions and doubts: what was promised by when, by whom, and what the answer was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.topic import Topic, TopicKind
from tiger_reports.services.week import topics as service
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.person import person
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.week.decisions import decision, open_decisions
from tiger_reports.ui.week.headed import headed
from tiger_reports.ui.week.told import told

LONGEST = 200
NEW = "topic-new"


@st.fragment
def topics(visit: Visit) -> None:
    t = visit.t
    section(t("ui.topic.title"), t("ui.topic.lead"))
    found = service.topics(*visit.scope)
    waiting: list[tuple[date, Callable[[], None]]] = [
        *((one.words.deadline or date.max, partial(_topic, visit, one)) for one in found if one.words.open),
        *((one.words.due or date.max, partial(decision, visit, one)) for one in open_decisions(visit)),
    ]
    if not waiting:
        note(t("ui.topic.none"), "better")
    for _, draw in sorted(waiting, key=lambda one: one[0]):
        draw()
    with st.expander(t("ui.topic.add"), icon=":material/add:", expanded=not found):
        today = visit.office.today(visit.client)
        _form(visit, Record(NEW, Topic(TopicKind.TASK, "", today)))
    closed = [record.words for record in found if not record.words.open]
    if closed:
        with st.expander(t("ui.topic.closed", n=len(closed))):
            table(_closed(visit, closed))


def _topic(visit: Visit, record: Record[Topic]) -> None:
    topic = record.words
    late = topic.overdue(visit.office.today(visit.client))
    title = headed(visit.t, visit.t(f"ui.topic.{topic.kind}"), topic.what, topic.deadline, late=late)
    with st.expander(title, key=f"topic-{record.id}"):
        _form(visit, record)


def _form(visit: Visit, record: Record[Topic]) -> None:
    t, topic = visit.t, record.words
    number = state.counter(NEW) if record.id == NEW else record.rev
    key = f"{record.id}-{number}"
    days = DATE_FORMATS[t.language]
    with st.form(f"topic-form-{key}", border=False):
        left, right = st.columns([1, 3])
        with left:
            st.selectbox(
                t("ui.topic.kind"),
                list(TopicKind),
                index=list(TopicKind).index(topic.kind),
                format_func=lambda kind: t(f"ui.topic.{kind}"),
                key=f"{key}-kind",
            )
        with right:
            st.text_input(t("ui.topic.what"), topic.what, key=f"{key}-what", max_chars=LONGEST)
        received, deadline, owner = st.columns(3)
        with received:
            st.date_input(t("ui.topic.received"), topic.received, key=f"{key}-received", format=days)
        with deadline:
            st.date_input(t("ui.topic.deadline"), topic.deadline, key=f"{key}-deadline", format=days)
        with owner:
            person(visit, t("ui.topic.owner"), f"{key}-owner", topic.owner)
        if record.id == NEW:
            st.form_submit_button(t("ui.topic.add"), type="primary", on_click=_add, args=(visit, key))
            return
        st.text_area(t("ui.topic.answer"), topic.answer, key=f"{key}-answer", max_chars=2000)
        _buttons(visit, record, key)


def _buttons(visit: Visit, record: Record[Topic], key: str) -> None:
    t, args = visit.t, (visit, record, key)
    with st.container(horizontal=True):
        st.form_submit_button(
            t("ui.word.save"), on_click=_store, args=(*args, service.save_topic), key=f"{key}-save"
        )
        st.form_submit_button(
            t(f"ui.topic.close_{record.words.kind}"),
            type="primary",
            on_click=_store,
            args=(*args, service.close_topic),
            key=f"{key}-close",
        )
        st.form_submit_button(
            t("ui.topic.remove"),
            type="tertiary",
            on_click=_remove,
            args=(visit, record),
            key=f"{key}-remove",
        )


def _typed(topic: Topic, key: str) -> Topic:
    """What the form holds."""
    held: dict[str, Any] = {
        name: state.widget(f"{key}-{name}") for name in ("kind", "received", "deadline", "owner")
    }
    texts = {name: str(state.widget(f"{key}-{name}") or "").strip() for name in ("what", "answer")}
    held |= texts
    held["kind"] = TopicKind(held["kind"])
    held["received"] = held["received"] or topic.received
    held["owner"] = str(held["owner"] or "")[:LONGEST]
    return replace(topic, **held)


def _add(visit: Visit, key: str) -> None:
    blank = Topic(TopicKind.TASK, "", visit.office.today(visit.client))
    made = notices.attempt(lambda: service.add_topic(*visit.scope, _typed(blank, key)), visit.t)
    if made is not None:
        state.advance(NEW)  # an empty form; after a refusal it keeps what was typed
        notices.tell(visit.t("ui.word.saved"))


def _store(visit: Visit, record: Record[Topic], key: str, how: Callable[..., SavedRecord[Topic]]) -> None:
    """Keep what the form holds, and close the topic where that is how."""
    words = _typed(record.words, key)
    mine = replace(record, words=words)
    saved = notices.attempt(lambda: how(*visit.scope, mine), visit.t)
    told(visit, saved, words.what, words.answer)


def _remove(visit: Visit, record: Record[Topic]) -> None:
    done = notices.attempt(partial(service.remove_topic, *visit.scope, record), visit.t)
    if done is False:
        notices.refuse(visit.t("refusal.topic_changed"))


def _closed(visit: Visit, found: list[Topic]) -> Table:
    t = visit.t
    names = ("kind", "what", "owner", "answer", "closed_on")
    columns = tuple(Column(t(f"ui.topic.{name}"), numeric=False) for name in names)
    rows = tuple(
        (
            Cell(t(f"ui.topic.{one.kind}")),
            Cell(one.what, bold=True),
            Cell(one.owner or MISSING),
            Cell(one.answer or MISSING),
            Cell(short_date(one.closed_on, t.language) if one.closed_on else MISSING),
        )
        for one in found
    )
    return Table(columns, rows, t("ui.topic.closed", n=len(found)), "closed-topics")
