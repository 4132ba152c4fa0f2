"""Where the cooperation stands, its meetings and moved starts; pauses, restarts and the standard cycle."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.cooperation import Activity, Pause
from tiger_reports.services import cooperation
from tiger_reports.text.dates import short_date
from tiger_reports.text.periods import month_title, quarter_title, year_title
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown

FORM = "pause"


def client_cooperation(visit: Visit) -> None:
    _standing(visit)
    for one in cooperation.pauses(*visit.scope):
        _known(visit, one)
    with st.form(FORM, border=False):
        _fields(visit)
        st.form_submit_button(visit.t("ui.cooperation.pause"), on_click=_pause, args=(visit,))
    with st.expander(visit.t("ui.cooperation.cycle"), icon=":material/repeat:"):
        _cycle(visit)


def _standing(visit: Visit) -> None:
    t, client = visit.t, visit.client
    stands = cooperation.standing(client, visit.office.today(client))
    if stands is None:
        note(t("ui.cooperation.not_begun", day=short_date(client.start, t.language)), "warn")
    else:
        names = (
            year_title(stands.year, t.language),
            quarter_title(stands.quarter, t.language),
            month_title(stands.month, t.language),
            t("ui.cooperation.week", week=stands.week),
            t("ui.cooperation.days_left", n=stands.days_left),
        )
        note(" · ".join(names), "better")
    meeting = cooperation.next_meeting(visit.office, client)
    if meeting is not None:
        quarter = quarter_title(meeting.quarter, t.language)
        note(t("ui.cooperation.meeting", quarter=quarter, day=short_date(meeting.due, t.language)), "warn")
    for moved in cooperation.starts(*visit.scope):
        before, after = (short_date(day, t.language) for day in (moved.before, moved.after))
        note(t("ui.cooperation.moved", before=before, after=after, who=moved.who), "warn")


def _known(visit: Visit, one: Pause) -> None:
    t = visit.t
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(markdown(_words(visit, one)))
        if one.end is None:
            form = DATE_FORMATS[t.language]
            st.date_input(t("ui.cooperation.restart_day"), key=f"restart-{one.id}", format=form)
            st.checkbox(t("ui.cooperation.new_count"), key=f"count-{one.id}")
            st.button(t("ui.cooperation.restart"), key=f"go-{one.id}", on_click=_restart, args=(visit, one))
        st.button(
            t("ui.money.remove"),
            key=f"unpause-{one.id}",
            type="tertiary",
            on_click=_remove,
            args=(visit, one),
        )


def _words(visit: Visit, one: Pause) -> str:
    t = visit.t
    first = short_date(one.start, t.language)
    end = t("ui.cooperation.until", day=short_date(one.end, t.language)) if one.end else ""
    said = t("ui.cooperation.paused", first=first, reason=one.reason, who=one.who)
    return f"{said} {end}".rstrip()


def _fields(visit: Visit) -> None:
    t = visit.t
    form = DATE_FORMATS[t.language]
    left, right = st.columns(2)
    with left:
        st.date_input(
            t("ui.cooperation.first_day"), visit.office.today(visit.client), key=f"{FORM}-first", format=form
        )
    with right:
        st.text_input(t("ui.word.reason"), key=f"{FORM}-reason", max_chars=120)


def _cycle(visit: Visit) -> None:
    t = visit.t
    st.number_input(
        t("ui.cooperation.meeting_days"),
        0,
        cooperation.MOST_DAYS_BEFORE,
        visit.client.meeting_days,
        key=f"meeting-days-{visit.client.rev}",
        on_change=_meeting_days,
        args=(visit,),
    )
    for one in cooperation.cycle(*visit.scope):
        label = f"{t(f'tiger.rhythm.{one.rhythm}')} · {t(f'tiger.cycle.{one.key}')}"
        key = f"cycle-{one.key}-{visit.client.rev}"
        st.checkbox(label, one.on, key=key, on_change=_switch, args=(visit, one))


def _pause(visit: Visit) -> None:
    first, reason = state.widget(f"{FORM}-first"), str(state.widget(f"{FORM}-reason") or "")
    made = notices.attempt(
        lambda: cooperation.pause(*visit.scope, first or visit.client.start, reason), visit.t
    )
    if made is not None:
        notices.tell(visit.t("ui.word.saved"))


def _restart(visit: Visit, one: Pause) -> None:
    day, anew = state.widget(f"restart-{one.id}"), bool(state.widget(f"count-{one.id}"))
    notices.attempt(
        lambda: cooperation.restart(*visit.scope, one.id, day or one.start, new_count=anew), visit.t
    )


def _remove(visit: Visit, one: Pause) -> None:
    notices.attempt(lambda: cooperation.remove_pause(*visit.scope, one.id), visit.t)


def _meeting_days(visit: Visit) -> None:
    days = state.widget(f"meeting-days-{visit.client.rev}")
    notices.attempt(lambda: cooperation.set_meeting_days(*visit.scope, int(days or 0)), visit.t)


def _switch(visit: Visit, one: Activity) -> None:
    notices.attempt(lambda: cooperation.switch(*visit.scope, one.key, on=not one.on), visit.t)
