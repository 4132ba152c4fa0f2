"""The month's campaign log: what was done, a form to write it down, and hints that somebody may confirm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from tiger_reports.model.campaign_log import Action, LogEntry, LogHint
from tiger_reports.model.report import MonthReport
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.months import campaign_log
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.exhibits.campaign_log import log_table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown, shortened

FORM, EDITED = "log", "log-edited"
LONGEST_NAME, LONGEST_CHOICE = 60, 70
WIDTHS = (2, 3, 3, 4)


def campaign_log_block(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    log = campaign_log.of_month(*visit.scope, visit.month)
    section(t("ui.log.title"), t("ui.log.lead"))
    if log.entries:
        month = month_title(visit.month, t.language)
        table(log_table(log.entries, t("ui.log.alt", month=month, n=len(log.entries)), t))
        _pick(visit, log.entries)
    else:
        note(t("ui.log.empty"))
    for hint in log.hints:
        _hint(visit, hint, {"accept": _accept, "dismiss": _dismiss})
    if log.dismissed:
        with st.expander(t("ui.log.dismissed", n=len(log.dismissed))):
            for hint in log.dismissed:
                _hint(visit, hint, {"restore": _restore})
    edited = next((one for one in log.entries if one.id == state.kept(EDITED)), None)
    label = t("ui.log.new" if edited is None else "ui.log.changed_title")
    with st.expander(label, icon=":material/edit_note:", expanded=edited is not None):
        _form(visit, report, edited)


def _pick(visit: Visit, entries: tuple[LogEntry, ...]) -> None:
    """One entry at a time to change or to take back: a row of buttons a line would drown the table."""
    t = visit.t
    known = {one.id: one for one in entries}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(
            t("ui.log.what"),
            list(known),
            format_func=lambda key: _named(known[key], visit) if key in known else "",
            key=f"{FORM}-picked",
            label_visibility="collapsed",
        )
        if picked not in known:
            return
        entry = known[picked]
        st.button(t("ui.log.change"), key=f"{FORM}-change", on_click=_edit, args=(entry,))
        st.button(t("ui.log.remove"), key=f"{FORM}-remove", on_click=_remove, args=(visit, entry.id))


def _named(entry: LogEntry, visit: Visit) -> str:
    return shortened(f"{short_date(entry.day, visit.t.language)} · {entry.what}", LONGEST_CHOICE)


def _hint(visit: Visit, hint: LogHint, ways: Mapping[str, Callable[[Visit, str], None]]) -> None:
    """What the figures suggest, with what a person can say to it."""
    t, write = visit.t, visit.write
    where = f"{panel_name(hint.channel)} / {shortened(hint.campaign, LONGEST_NAME)}"
    said = t(
        "ui.log.hint",
        day=short_date(hint.day, t.language),
        where=where,
        what=t(f"log.hint.{hint.kind}"),
        before=write.value("spend", hint.before),
        after=write.value("spend", hint.after),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(f":orange-badge[{t('ui.log.hint_badge')}] {markdown(said)}", help=t("ui.log.hints_lead"))
        for name, way in ways.items():
            key, args = f"{name}-{hint.id}", (visit, hint.id)
            st.button(t(f"ui.log.{name}"), key=key, type="tertiary", on_click=way, args=args)


def _form(visit: Visit, report: MonthReport, edited: LogEntry | None) -> None:
    t, shown = visit.t, edited or LogEntry("", _first_day(visit), Action.BUDGET, "")
    form = f"{FORM}-{shown.id or 'new'}-{state.counter(FORM)}"
    with st.form(form, border=False):
        _when_and_where(visit, report, shown, form)
        most = campaign_log.LONGEST
        st.text_input(t("ui.log.what"), shown.what, key=f"{form}-what", max_chars=most)
        st.text_input(t("ui.log.reason"), shown.reason, key=f"{form}-reason", max_chars=most)
        with st.container(horizontal=True):
            word = t("ui.log.add" if edited is None else "ui.log.save")
            st.form_submit_button(word, on_click=_write, args=(visit, form, edited))
            if edited is not None:
                st.form_submit_button(t("ui.log.cancel"), type="tertiary", on_click=_edit, args=(None,))


def _when_and_where(visit: Visit, report: MonthReport, shown: LogEntry, form: str) -> None:
    """The fields of the first row: day, kind of action, channel and campaign."""
    t = visit.t
    names: tuple[tuple[str, list[str], str, Callable[[str], str]], ...] = (
        ("action", list(Action), shown.action, lambda kind: t(f"log.action.{kind}")),
        (
            "channel",
            ["", *dict.fromkeys(part.channel for part in report.channels)],
            shown.channel,
            lambda key: panel_name(key) or t("ui.log.everywhere"),
        ),
        (
            "campaign",
            ["", *dict.fromkeys(part.name for part in report.campaigns if part.name)],
            shown.campaign,
            lambda name: shortened(name, LONGEST_NAME) or "–",
        ),
    )
    day, *rest = st.columns(WIDTHS, vertical_alignment="bottom")
    with day:
        style, last = DATE_FORMATS[t.language], visit.office.today(visit.client)
        st.date_input(t("ui.log.day"), shown.day, key=f"{form}-day", format=style, max_value=last)
    for column, (name, options, value, named) in zip(rest, names, strict=True):
        with column:
            _choice(t(f"ui.log.{name}"), options, value, named, f"{form}-{name}")


def _choice(label: str, options: list[str], value: str, named: Callable[[str], str], key: str) -> None:
    """A list that still holds what an entry says, though the month's figures no longer do."""
    known = options if value in options else [*options, value]
    st.selectbox(label, known, index=known.index(value), format_func=named, key=key)


def _first_day(visit: Visit) -> date:
    return min(visit.month.last_day, visit.office.today(visit.client))


def _edit(entry: LogEntry | None) -> None:
    if entry is None:
        state.drop(EDITED)
    else:
        state.keep(EDITED, entry.id)
    state.advance(FORM)


def _write(visit: Visit, form: str, edited: LogEntry | None) -> None:
    typed = LogEntry(
        id="",
        day=state.widget(f"{form}-day") or _first_day(visit),
        action=Action(str(state.widget(f"{form}-action"))),
        what=str(state.widget(f"{form}-what") or ""),
        reason=str(state.widget(f"{form}-reason") or ""),
        channel=str(state.widget(f"{form}-channel") or ""),
        campaign=str(state.widget(f"{form}-campaign") or ""),
    )
    done = notices.attempt(
        lambda: (
            campaign_log.add(*visit.scope, typed)
            if edited is None
            else campaign_log.change(*visit.scope, edited, typed)
        ),
        visit.t,
    )
    if done is not None:
        _edit(None)
        notices.tell(visit.t("ui.word.saved"))


def _accept(visit: Visit, hint_id: str) -> None:
    made = notices.attempt(lambda: campaign_log.accept(*visit.scope, visit.month, hint_id), visit.t)
    if made is not None:
        notices.tell(visit.t("ui.word.saved"))


def _dismiss(visit: Visit, hint_id: str) -> None:
    notices.attempt(lambda: campaign_log.dismiss(*visit.scope, visit.month, hint_id), visit.t)


def _restore(visit: Visit, hint_id: str) -> None:
    notices.attempt(
        lambda: campaign_log.dismiss(*visit.scope, visit.month, hint_id, dismissed=False), visit.t
    )


def _remove(visit: Visit, entry_id: str) -> None:
    notices.attempt(lambda: campaign_log.remove(*visit.scope, entry_id), visit.t)
