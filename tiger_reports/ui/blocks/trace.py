"""One figure and what it is made of: files, rows, sums; the rows themselves only when asked for."""

from __future__ import annotations

import json
from datetime import date
from math import ceil

import streamlit as st

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period
from tiger_reports.model.report import Report
from tiger_reports.model.trace import Trace
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.delivery.tracing import place_of_day, rows_of, sources_of
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import report_over
from tiger_reports.text.dates import weekday_date
from tiger_reports.text.measures import measure_name
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.figure_address import CAMPAIGN, CHANNEL, METRIC, Asked, metrics_in, scopes
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, empty, note, section
from tiger_reports.ui.plain import html, markdown
from tiger_reports.ui.trace_tables import files_table, rows_table

PAGE_ROWS = 50


def report_of(visit: Visit, period: Period) -> Report:
    """The report that has the figure; days that none has are told to the reader, and the page ends."""
    try:
        return report_over(*visit.scope, period, visit.t.language)
    except RefusedError as refusal:
        empty(visit.t("ui.year.nothing"), notices.reason(refusal, visit.t))
        st.stop()
        raise


def picked(visit: Visit, report: Report, now: Asked) -> None:
    """Another figure is picked here, and the address says so."""
    t = visit.t
    left, right = st.columns(2)
    metrics = list(metrics_in(report, now.scope))
    offered = scopes(report)
    with left:
        key = f"trace-metric-{now.metric}"
        st.selectbox(
            t("ui.word.metric"),
            metrics,
            index=metrics.index(now.metric),
            format_func=visit.write.name,
            key=key,
            on_change=_pick_metric,
            args=(key,),
        )
    with right:
        key = f"trace-scope-{now.scope.key}"
        st.selectbox(
            t("ui.word.channel"),
            offered,
            index=offered.index(now.scope),
            format_func=lambda scope: _scope_word(scope, visit),
            key=key,
            on_change=_pick_scope,
            args=(key,),
        )


def _pick_metric(key: str) -> None:
    st.query_params[METRIC] = str(state.widget(key))


def _pick_scope(key: str) -> None:
    scope = state.widget(key)
    for name, value in ((CHANNEL, scope.channel), (CAMPAIGN, scope.campaign)):
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def _scope_word(scope: Scope, visit: Visit) -> str:
    if not scope.channel:
        return visit.t("ui.trace.everything")
    names = [panel_name(scope.channel), *([scope.campaign] if scope.campaign else [])]
    return markdown(" › ".join(names))


def trace(visit: Visit, asked: Asked) -> None:
    t = visit.t
    found = sources_of(*visit.scope, asked.period, asked.metric, asked.scope)
    if not found.files:
        note(t("ui.trace.none"))
        return
    draw(_figure(found, visit))
    if found.value.amount is None and found.value.lower is not None:
        note(t("ui.trace.bounds"))
    section(t("ui.trace.files"))
    table(files_table(found, visit.client.timezone, visit.write))
    for waiver in dict.fromkeys(waiver for file in found.files for waiver in file.waivers):
        note(t("ui.month.waived", name=waiver.name, reason=waiver.reason), "warn")
    _rows(visit, found, asked.day)


def _figure(found: Trace, visit: Visit) -> str:
    """The figure as it stands elsewhere, and of a ratio how it is made."""
    t, entry = visit.t, definition(found.metric)
    value = html(visit.write.value(found.metric, found.value))
    how = ""
    if entry.numerator:
        top, bottom = (measure_name(name, t.language) for name in found.measures)
        how = f'<p class="tr-lead">{html(t("ui.trace.ratio", top=top, bottom=bottom))}</p>'
    return f'<p class="tr-figure">{value}</p>{how}'


def _rows(visit: Visit, found: Trace, day: date | None) -> None:
    """Read only when opened, a page at a time; an address that names a day opens at its rows."""
    t = visit.t
    label, key = t("ui.trace.show"), f"trace-rows{day or ''}"
    icon = ":material/table_rows:"
    box = st.expander(label, icon=icon, on_change="rerun", key=key, expanded=day is not None)
    with box:
        if not box.open:
            return
        scope = (*visit.scope, found.period, found.metric, found.scope)
        start = place_of_day(*scope, day) if day else 0
        if day:
            note(t("ui.trace.day", day=weekday_date(day, t.language)))
        number = _page(found.count, start // PAGE_ROWS + 1, f"{found.metric}-{found.scope.key}-{day}")
        first = (number - 1) * PAGE_ROWS
        shown = rows_of(*scope, first, PAGE_ROWS)
        st.caption(t("ui.trace.page", first=first + 1, last=first + len(shown), all=found.count))
        table(rows_table(shown, found, visit.write, day))
        if st.button(t("ui.trace.download"), key="trace-download", icon=":material/download:"):
            asked = (found.period.key, found.metric, found.scope.channel, found.scope.campaign)
            deliver(visit, "trace", json.dumps(asked, ensure_ascii=False))


def _page(count: int, first: int, figure: str) -> int:
    """The page that is turned to; each figure begins at its own."""
    pages = max(1, ceil(count / PAGE_ROWS))
    default = min(first, pages)
    return int(st.pagination(pages, default=default, key=f"trace-page-{figure}")) if pages > 1 else 1
