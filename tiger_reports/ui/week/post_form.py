"""The words of one post, its day and its picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from tiger_reports.model.record import Record
from tiger_reports.model.scheduled_post import Post, PostState
from tiger_reports.services.week import schedule
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.week.told import told

NEW = "post-new"
CHANNELS = ("Facebook", "Instagram", "LinkedIn", "TikTok", "YouTube", "Pinterest", "X")
PICTURE_WIDTH = 240


def post_form(visit: Visit, record: Record[Post]) -> None:
    t, post = visit.t, record.words
    number = state.counter(NEW) if record.id == NEW else record.rev
    key = f"{record.id}-{number}"
    if post.picture:
        shown = schedule.picture(*visit.scope, record)
        if shown:
            st.image(shown, width=PICTURE_WIDTH)
    with st.form(f"post-form-{key}", border=False):
        _fields(visit, post, key)
        with st.container(horizontal=True):
            word = t("ui.post.add") if record.id == NEW else t("ui.word.save")
            st.form_submit_button(
                word, type="primary", on_click=_save, args=(visit, record, key), key=f"{key}-save"
            )
            if record.id != NEW and post.state is not PostState.PUBLISHED:
                st.form_submit_button(
                    t("ui.post.remove"),
                    type="tertiary",
                    on_click=_remove,
                    args=(visit, record),
                    key=f"{key}-remove",
                )


def _fields(visit: Visit, post: Post, key: str) -> None:
    t = visit.t
    days = DATE_FORMATS[t.language]
    title, channel, day, by = st.columns([4, 2, 2, 2])
    with title:
        st.text_input(t("ui.post.name"), post.title, key=f"{key}-title", max_chars=120)
    with channel:
        offered = list(dict.fromkeys((*CHANNELS, *filter(None, (post.channel,)))))
        st.selectbox(
            t("ui.word.channel"),
            offered,
            index=offered.index(post.channel) if post.channel else None,
            accept_new_options=True,
            placeholder="",  # the label says it; Streamlit's own words are English
            key=f"{key}-channel",
        )
    with day:
        st.date_input(t("ui.post.day"), post.day, key=f"{key}-day", format=days)
    with by:
        st.date_input(
            t("ui.post.accept_by"),
            post.accept_by,
            key=f"{key}-accept_by",
            format=days,
            help=t("ui.post.accept_by_help"),
        )
    st.text_area(t("ui.post.text"), post.text, key=f"{key}-text", max_chars=5000)
    st.file_uploader(t("ui.post.picture"), type=["png", "jpg", "jpeg"], key=f"{key}-picture")


def _typed(visit: Visit, post: Post, key: str) -> Post:
    texts: dict[str, Any] = {
        name: str(state.widget(f"{key}-{name}") or "").strip() for name in ("title", "channel", "text")
    }
    days = {name: state.widget(f"{key}-{name}") for name in ("day", "accept_by")}
    upload: Any = state.widget(f"{key}-picture")
    picture = post.picture
    if upload is not None:
        picture = schedule.keep_picture(*visit.scope, upload.getvalue())
    return replace(post, picture=picture, **texts, **days)


def _save(visit: Visit, record: Record[Post], key: str) -> None:
    words = notices.attempt(lambda: _typed(visit, record.words, key), visit.t)
    if words is None:
        return
    if record.id == NEW:
        if notices.attempt(lambda: schedule.add_post(*visit.scope, words), visit.t) is not None:
            state.advance(NEW)  # an empty form; after a refusal it keeps what was typed
            notices.tell(visit.t("ui.word.saved"))
        return
    mine = replace(record, words=words)
    saved = notices.attempt(lambda: schedule.save_post(*visit.scope, mine), visit.t)
    told(visit, saved, words.title, words.text)


def _remove(visit: Visit, record: Record[Post]) -> None:
    done = notices.attempt(lambda: schedule.remove_post(*visit.scope, record), visit.t)
    if done is False:
        notices.refuse(visit.t("refusal.topic_changed"))
