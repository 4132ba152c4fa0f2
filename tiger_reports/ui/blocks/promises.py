"""Last month's promises: what was said, what became of it, and what the figure did after it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from tiger_reports.model.promise import Followed, Promise, PromiseStatus
from tiger_reports.model.report import MonthReport
from tiger_reports.services.months.promises import settle
from tiger_reports.services.months.reports import month_report
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import percent
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, section
from tiger_reports.ui.plain import html

LONGEST = 200
STATUSES = tuple(one.value for one in PromiseStatus)


@st.fragment
def promises(visit: Visit) -> None:
    """One row a promise; nothing where nothing was promised."""
    report = month_report(*visit.scope, visit.month, visit.t.language)
    if not report.followed:
        return
    section(visit.t("ui.promises.title"), visit.t("ui.promises.lead"))
    with st.container(key="promises", gap="small"):
        for one in report.followed:
            _row(visit, report, one)


def _row(visit: Visit, report: MonthReport, one: Followed) -> None:
    promise = one.promise
    left, right = st.columns([11, 9], gap="large", vertical_alignment="top")
    with left:
        draw(_said(visit, report, promise) + _then(visit, one))
    with right:
        key = f"promise-{promise.card}"
        state.show(key, promise.status.value)
        st.segmented_control(
            visit.t("ui.promises.status"),
            STATUSES,
            format_func=lambda status: visit.t(f"promise.status.{status}"),
            key=key,
            on_change=_picked,
            args=(visit, promise),
            required=True,
        )
        if promise.status is PromiseStatus.DROPPED or state.kept(_asked(promise)):
            _reason(visit, promise)


def _reason(visit: Visit, promise: Promise) -> None:
    key = f"promise-reason-{promise.card}"
    state.show(key, promise.outcome.reason)
    st.text_input(
        visit.t("ui.promises.reason"), key=key, max_chars=LONGEST, on_change=_explained, args=(visit, promise)
    )


def _said(visit: Visit, report: MonthReport, promise: Promise) -> str:
    t = visit.t
    action = t(f"action.{promise.action}") if promise.action else ""
    facts = [visit.write.name(promise.metric), action, promise.owner]
    if promise.due is not None:
        late = promise.status is PromiseStatus.OPEN and promise.due < report.today
        due = t("ui.promises.due", date=short_date(promise.due, t.language))
        facts.append(f"{due}, {t('ui.promises.late')}" if late else due)
    told = " · ".join(fact for fact in facts if fact)
    return f'<div class="tr-facts tr-promise"><p><b>{html(promise.what)}</b></p><p>{html(told)}</p>'


def _then(visit: Visit, one: Followed) -> str:
    """The figure from the month of the promise to this one, beside what was expected."""
    t, write, promise, change = visit.t, visit.write, one.promise, one.change
    parts = [t(f"promise.effect.{one.effect}")]
    if change is not None and change.delta is not None:
        sides = {name: write.value(change.metric, getattr(change, name)) for name in ("before", "after")}
        moved = write.moved(change)
        parts.insert(0, t("promise.moved", metric=write.name(change.metric), moved=moved, **sides))
    parts += [promise.expected] if promise.expected else []
    if promise.way:
        way = t(f"way.{promise.way}")
        size = percent(promise.size, t.language) if promise.size is not None else ""
        parts.append(t("promise.wanted", way=way, size=size) if size else t("promise.wanted_way", way=way))
    return f"<p>{html(' · '.join(parts))}</p></div>"


def _picked(visit: Visit, promise: Promise) -> None:
    """A dropped promise is stored once its reason is there."""
    status = PromiseStatus(state.widget(f"promise-{promise.card}"))
    if status is PromiseStatus.DROPPED and not promise.outcome.reason:
        state.keep(_asked(promise), True)
        return
    state.drop(_asked(promise))
    outcome = replace(promise.outcome, status=status)
    notices.attempt(lambda: settle(*visit.scope, outcome), visit.t)


def _explained(visit: Visit, promise: Promise) -> None:
    state.drop(_asked(promise))
    reason = str(state.widget(f"promise-reason-{promise.card}") or "")
    outcome = replace(promise.outcome, status=PromiseStatus.DROPPED, reason=reason)
    notices.attempt(lambda: settle(*visit.scope, outcome), visit.t)


def _asked(promise: Promise) -> str:
    return f"dropping:{promise.card}"
