"""Monday's plan and Friday's summary: written by the facts, edited by people, copied or opened as a mail."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from tiger_reports.model.week_note import NoteKind, WrittenNote
from tiger_reports.services.week.notes import addressees, kind_for, set_called, written_note
from tiger_reports.text.dates import short_date
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.components.autosave import Field, autosave
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import DATE_FORMATS, moment
from tiger_reports.ui.week.note_saving import clash, replacement, save_words, settle, take

LINES = 20
DAY, KIND = "note-day", "note-kind"


@st.fragment
def week_note(visit: Visit) -> None:
    t = visit.t
    section(t("ui.week.note"), t("ui.week.note_lead", language=t(f"ui.language.{visit.client.language}")))
    day, kind = _asked(visit)
    found = written_note(*visit.scope, day, kind)
    due = short_date(found.facts.day, t.language)
    st.caption(t("ui.week.due", day=due))
    if found.outdated:
        note(t("ui.week.outdated"), "warn")
        fresh = partial(save_words, visit, found, "", None)
        st.button(t("ui.week.take_draft"), key="note-fresh", on_click=fresh)
    _clash(visit, found)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _words(visit, found)
    with right:
        to = _addressee(visit)
        if st.button(t("ui.week.mail"), icon=":material/mail:", key="note-mail", help=t("ui.week.mail_help")):
            deliver(visit, "note", f"{day.isoformat()}:{kind}:{to}")
        if kind is NoteKind.FRIDAY:
            _called(visit, found)
        st.markdown(f"**{t('ui.week.copy')}**")
        st.code(found.text, language=None, wrap_lines=True)


def _asked(visit: Visit) -> tuple[date, NoteKind]:
    """The week and the note that the reader chose; at first those of today."""
    t, today = visit.t, visit.office.today(visit.client)
    left, right, _ = st.columns([2, 3, 3], vertical_alignment="bottom")
    with left:
        form = DATE_FORMATS[t.language]
        day = st.date_input(t("ui.week.day"), today, key=f"{DAY}-{visit.client.id}", format=form)
    with right:
        kind = st.segmented_control(
            t("ui.week.kind"),
            list(NoteKind),
            default=kind_for(today),
            required=True,
            format_func=lambda one: t(f"ui.week.{one}"),
            key=f"{KIND}-{visit.client.id}",
        )
    return day or today, NoteKind(kind or kind_for(today))


def _addressee(visit: Visit) -> str:
    """Who of the client it goes to; nobody where no address is known."""
    t, known = visit.t, {one.id: one.words for one in addressees(*visit.scope)}
    if not known:
        st.caption(t("ui.week.no_addressee"))
        return ""
    picked = st.selectbox(
        t("ui.week.to"),
        ["", *known],
        index=1,
        format_func=lambda key: (
            " ".join(filter(None, (known[key].name, f"<{known[key].email}>")))
            if key in known
            else t("ui.week.to_nobody")
        ),
        key=f"note-to-{visit.client.id}",
    )
    return picked if picked in known else ""


def _words(visit: Visit, found: WrittenNote) -> None:
    record, t = found.record, visit.t
    saved = ""
    if record.saved_at is not None and record.words.text:
        when = moment(record.saved_at, visit.client.timezone, t.language)
        saved = t("ui.week.saved", who=record.author, when=when)
    field = Field(
        name=f"note-{visit.client.id}-{record.id}",
        owner=f"{visit.actor.email}:{visit.client.id}",
        label=found.subject,
        text=found.text,
        rev=record.rev,
        saved=saved,
        lines=LINES,
        replace=replacement(record.id),
    )
    autosave(field, t, lambda typed: save_words(visit, found, typed.text, typed))


def _called(visit: Visit, found: WrittenNote) -> None:
    key, called = f"note-called-{found.record.id}", found.record.words.called_on
    state.show(key, called is not None)
    st.checkbox(visit.t("ui.week.called"), key=key, on_change=partial(_call, visit, found, key))
    if called is not None:
        st.caption(visit.t("ui.week.called_on", day=short_date(called, visit.t.language)))


def _call(visit: Visit, found: WrittenNote, key: str) -> None:
    called = bool(state.widget(key))
    saved = notices.attempt(lambda: set_called(*visit.scope, found.record, called=called), visit.t)
    if saved is None or saved.rejected is None or saved.stored is None:
        return
    words_came = saved.stored  # somebody wrote meanwhile: the tick goes on top
    notices.attempt(lambda: set_called(*visit.scope, words_came, called=called), visit.t)


def _clash(visit: Visit, found: WrittenNote) -> None:
    """Two texts of one note: the reader decides which stays; both are kept as revisions."""
    mine = clash(found.record.id)
    if mine is None:
        return
    t = visit.t
    note(t("ui.week.clash", who=found.record.author), "worse")
    st.code(mine, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        keep = partial(take, visit, found, mine)
        st.button(t("ui.comments.keep_mine"), key="note-mine", on_click=keep)
        st.button(t("ui.comments.keep_theirs"), key="note-theirs", on_click=settle, args=(found.record.id,))
