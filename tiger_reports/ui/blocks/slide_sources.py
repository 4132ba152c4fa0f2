"""Below a slide: each figure that stands on it, with the way to its rows."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from tiger_reports.model.change import Scope
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.period import parse_period
from tiger_reports.model.report import Report
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import period_title
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.figure_address import figure_address, scope_of
from tiger_reports.ui.plain import shortened
from tiger_reports.ui.words import Words

VALUE = "value"
LONGEST_NAME = 40


def slide_sources(slide: Slide, report: Report, t: Words) -> None:
    """Drawn only when opened; nothing under a slide without figures."""
    if not any(shown.kind == VALUE for shown in slide.shown):
        return
    title = t("ui.trace.on_slide")
    box = st.expander(title, icon=":material/account_tree:", on_change="rerun", key=f"sources-{slide.key}")
    with box:
        if box.open:
            table(_figures(slide, report, t))


def _figures(slide: Slide, report: Report, t: Words) -> Table:
    columns = (
        Column(t("ui.word.metric"), numeric=False),
        Column(t("ui.word.channel"), numeric=False),
        Column(t("ui.word.month"), numeric=False),
        Column(t("ui.trace.figure")),
    )
    return Table(columns, tuple(_rows(slide, report, t)), t("ui.trace.on_slide"), f"sources-{slide.key}")


def _rows(slide: Slide, report: Report, t: Words) -> Iterator[tuple[Cell, ...]]:
    """Each figure once, however often the slide shows it."""
    values = (shown for shown in slide.shown if shown.kind == VALUE)
    found = {(one.metric, one.scope, one.period): one for one in values}
    for shown in found.values():
        scope = scope_of(shown, report)
        if scope is not None:
            yield _row(shown, scope, report, t)


def _row(shown: Shown, scope: Scope, report: Report, t: Words) -> tuple[Cell, ...]:
    period = parse_period(shown.period)
    names = [panel_name(scope.channel), *([scope.campaign] if scope.campaign else [])]
    where = " › ".join(names) if scope.channel else t("ui.trace.everything")
    way = figure_address(report.client.id, period, shown.metric, scope)
    return (
        Cell(t(f"metric.{shown.metric}.name")),
        Cell(shortened(where, LONGEST_NAME)),
        Cell(period_title(period, t.language)),
        Cell(shown.text, bold=True, link=way),
    )
