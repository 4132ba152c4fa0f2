"""The publication schedule by month: each post with its state, its rounds and its next step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

import streamlit as st

from tiger_reports.model.period import month_of
from tiger_reports.model.record import Record
from tiger_reports.model.scheduled_post import AGREED, MOVES, Post, PostState
from tiger_reports.services.week import schedule
from tiger_reports.services.week.schedule import LateAcceptance
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.week.post_form import NEW, post_form
from tiger_reports.ui.words import Words

TONES = {
    PostState.CORRECTIONS: "warn",
    PostState.SENT: "warn",
    PostState.ACCEPTED: "better",
    PostState.SCHEDULED: "better",
    PostState.PUBLISHED: "better",
}


@st.fragment
def posts(visit: Visit) -> None:
    t = visit.t
    section(t("ui.post.title"), t("ui.post.lead"))
    found = schedule.posts(*visit.scope)
    _late(schedule.late_acceptances(*visit.scope), t)
    if not found:
        note(t("ui.post.none"))
    for month, group in groupby(found, key=lambda record: _month(record, t)):
        draw(f'<h3 class="tr-part">{html(month)} {_count(group_list := list(group), t)}</h3>')
        for record in group_list:
            _row(visit, record)
    with st.expander(t("ui.post.add"), icon=":material/add:", expanded=not found):
        post_form(visit, Record(NEW, Post("")))


def _month(record: Record[Post], t: Words) -> str:
    day = record.words.day
    return month_title(month_of(day), t.language) if day else t("ui.post.undated")


def _count(found: Iterable[Record[Post]], t: Words) -> str:
    words = [record.words for record in found]
    agreed = sum(post.state in AGREED for post in words)
    return chip(t("ui.post.agreed", done=agreed, all=len(words)))


def _row(visit: Visit, record: Record[Post]) -> None:
    post = record.words
    with st.container(border=True, key=f"post-{record.id}"):
        draw(_head(post, visit.t))
        with st.container(horizontal=True, gap="small"):
            for place, to in enumerate(MOVES[post.state]):
                _step(visit, record, to, first=place == 0)
            if post.state not in AGREED:
                _not_yet(visit, record)
        with st.expander(visit.t("ui.post.words")):
            post_form(visit, record)


def _head(post: Post, t: Words) -> str:
    day = html(short_date(post.day, t.language)) if post.day else html(t("ui.post.undated"))
    where = f" · {html(post.channel)}" if post.channel else ""
    rounds = []
    if post.versions:
        rounds.append(t("ui.post.rounds_versions", n=post.versions))
    if post.corrections:
        rounds.append(t("ui.post.rounds_corrections", n=post.corrections))
    state = chip(t(f"ui.post.{post.state}"), TONES.get(post.state, "neutral"))
    facts = f'<span class="tr-row-facts">{html(" · ".join(rounds))} {state}</span>'
    return f'<div class="tr-row-head"><span><b>{html(post.title)}</b> {day}{where}</span>{facts}</div>'


def _step(visit: Visit, record: Record[Post], to: PostState, *, first: bool) -> None:
    st.button(
        visit.t.first(f"ui.post.{record.words.state}_to_{to}", f"ui.post.to_{to}"),
        key=f"post-{record.id}-{to}",
        type="secondary" if first else "tertiary",
        on_click=partial(_move, visit, record, to),
    )


def _not_yet(visit: Visit, record: Record[Post]) -> None:
    """Scheduling is shown and says why it has to wait."""
    t = visit.t
    st.button(
        t("ui.post.to_scheduled"),
        key=f"post-{record.id}-waits",
        type="tertiary",
        disabled=True,
        help=t("refusal.post_not_accepted"),
    )


def _move(visit: Visit, record: Record[Post], to: PostState) -> None:
    saved = notices.attempt(lambda: schedule.move_post(*visit.scope, record, to), visit.t)
    if saved is not None and saved.rejected is not None:
        notices.refuse(visit.t("refusal.topic_changed"))


def _late(found: tuple[LateAcceptance, ...], t: Words) -> None:
    for one in found:
        by = short_date(one.by, t.language)
        if one.accepted_on is None:
            note(t("ui.post.acceptance_waits", title=one.post.title, by=by, n=one.days), "warn")
        else:
            on = short_date(one.accepted_on, t.language)
            note(t("ui.post.acceptance_late", title=one.post.title, by=by, on=on, n=one.days))
