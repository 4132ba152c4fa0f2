"""Every client's deck of a month in one order: asked for, watched while it is made, fetched as an archive."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.job import Job, JobKind, JobState
from tiger_reports.model.period import Period, parse_month
from tiger_reports.services.delivery.jobs import Standing, ask_decks, cancel, do_here, newest, served
from tiger_reports.services.wording import outcome_words
from tiger_reports.text.dates import month_title
from tiger_reports.ui import notices
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Hall
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import moment
from tiger_reports.ui.once import Once
from tiger_reports.ui.plain import markdown

EVERY = timedelta(seconds=1)
"""How often a page looks at a job that is being done."""


def batch(hall: Hall) -> None:
    """For leads; others have nothing to order."""
    month = hall.chosen.month
    if not hall.actor.may_approve or month is None:
        return
    section(hall.t("ui.batch.title"), hall.t("ui.batch.lead"))
    standing = _newest(hall)
    _order(hall, month, busy=bool(standing and standing.job.active))
    if standing is not None:
        watched = standing.moving
        shown = st.fragment(_standing, run_every=EVERY if watched else None)
        shown(hall, Once(standing), watched=watched)


def _newest(hall: Hall) -> Standing | None:
    return next(iter(newest(hall.office, hall.actor, JobKind.DECKS)), None)


def _order(hall: Hall, month: Period, *, busy: bool) -> None:
    t, here = hall.t, not served(hall.office)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="batch-order"):
        pressed = st.button(
            t("ui.batch.make_here" if here else "ui.batch.make", month=month_title(month, t.language)),
            icon=":material/library_add:",
            disabled=busy,
            key="batch-make",
        )
        draft = st.toggle(t("ui.batch.draft"), key="batch-draft")
    if here:
        note(t("ui.batch.no_worker", command="tiger worker"), "warn")
    if pressed:
        job = notices.attempt(lambda: ask_decks(hall.office, hall.actor, month, draft=draft), t)
        if job is not None and here:
            _here(hall, job)
        st.rerun()


def _standing(hall: Hall, once: Once[Standing | None], *, watched: bool) -> None:
    """Runs by itself while the job moves; when that begins or ends, the whole page is drawn anew, once."""
    standing = once.take(lambda: _newest(hall))
    if standing is None or standing.moving != watched:
        st.rerun()
    st.markdown(_headline(hall, standing.job))
    if standing.job.active:
        _under_way(hall, standing)
    else:
        _ended(hall, standing.job)


def _headline(hall: Hall, job: Job) -> str:
    t = hall.t
    month = month_title(parse_month(job.order["month"]), t.language)
    zone = hall.chosen.client.timezone if hall.chosen.client else "UTC"
    when = moment(job.asked_at, zone, t.language)
    kind = f" :orange-badge[{t('ui.deck.is_draft')}]" if job.order["draft"] else ""
    return f"**{markdown(month)}**{kind} :gray[{when} · {markdown(job.asked_by)}]"


def _under_way(hall: Hall, standing: Standing) -> None:
    t, job = hall.t, standing.job
    st.progress(job.done / job.total, _progress(hall, job))
    if standing.idle:
        note(t("ui.batch.idle"), "warn")
    with st.container(horizontal=True, key="batch-under-way"):
        if standing.idle and st.button(t("ui.batch.go_on"), icon=":material/play_arrow:", key="batch-go-on"):
            _here(hall, job)
            st.rerun()
        if st.button(t("ui.batch.stop"), icon=":material/stop:", key="batch-stop"):
            notices.attempt(lambda: cancel(hall.office, hall.actor, job.id), t)
            st.rerun()


def _here(hall: Hall, job: Job) -> None:
    bar = st.progress(0.0)

    def show(now: Job) -> None:
        bar.progress(now.done / now.total, _progress(hall, now))

    notices.attempt(lambda: do_here(hall.office, hall.actor, job.id, show), hall.t)


def _progress(hall: Hall, job: Job) -> str:
    if job.state is JobState.WAITING:
        return hall.t("ui.batch.waiting")
    return hall.t("ui.batch.progress", n=job.done, all=job.total)


def _ended(hall: Hall, job: Job) -> None:
    t = hall.t
    made = job.done - len(job.refused)
    match job.state:
        case JobState.DONE:
            note(t("ui.batch.made", n=made), "better" if made else "warn")
        case JobState.CANCELLED:
            note(t("ui.batch.stopped", n=made), "warn")
        case _:
            note(t("ui.batch.failed", why=t(f"refusal.{job.code}"), n=made), "worse")
    if job.result and st.button(
        t("ui.batch.download"), icon=":material/download:", type="primary", key=f"batch-{job.id}"
    ):
        deliver(hall, "batch", job.id)
    refused = tuple(outcome for outcome in job.refused if outcome.client_id)
    if refused:
        names = {client.id: client.name for client in hall.chosen.clients}
        columns = (Column(t("ui.word.client"), numeric=False), Column(t("ui.batch.why"), numeric=False))
        rows = tuple(
            (
                Cell(names.get(outcome.client_id, outcome.client_id), bold=True),
                Cell(outcome_words(outcome, t.language).whole),
            )
            for outcome in refused
        )
        table(Table(columns, rows, t("ui.batch.refused", n=len(rows)), "refused"))
