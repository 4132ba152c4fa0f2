"""What the data show of a change: factors, channels, campaigns, days. Each picture has its table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from tiger_reports.changes.breaks import touching
from tiger_reports.decks.pictures.days import day_chart
from tiger_reports.decks.pictures.levers import waterfall
from tiger_reports.decks.pictures.parts import campaigns, channels, found
from tiger_reports.model.card import Card
from tiger_reports.model.exhibits.picture import Contributions, DayChart, DayMark, Waterfall
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.report import MonthReport
from tiger_reports.text.dates import weekday_date
from tiger_reports.ui.blocks.chart import chart, data_below
from tiger_reports.ui.charts import daily
from tiger_reports.ui.charts import waterfall as steps
from tiger_reports.ui.charts.contributions import contribution_bars, height
from tiger_reports.ui.charts.look import Look, Spec
from tiger_reports.ui.commenting.evidence import PageWriter, days_table, found_notes, parts_table, steps_table
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.markup import draw
from tiger_reports.ui.plain import html, markdown

View = tuple[str, Callable[[], None]]


def evidence(card: Card, report: MonthReport, write: Figures) -> None:
    """One tab a way to split the change, only those that the data have; the days below."""
    writer = PageWriter(write, report.client.id, report.period)
    splits = _splits(card, writer)
    if splits:
        for tab, (_, show) in zip(st.tabs([title for title, _ in splits]), splits, strict=True):
            with tab:
                show()
    for note in found_notes(card, write):
        st.caption(markdown(note))
    breaks = touching(report.breaks, card.metric, [part.channel for part in report.channels])
    shown = day_chart(card, breaks, report.client.country, writer)
    if shown is not None:
        _days(shown, card, writer)


def _splits(card: Card, writer: PageWriter) -> list[View]:
    """The smallest set of segments first, as the sentence above names it; then the other ways."""
    ways: tuple[tuple[str, Callable[..., Any], Callable[..., None]], ...] = (
        ("segments_found", found, _bars),
        ("levers", waterfall, _waterfall),
        ("segments_channel", channels, _bars),
        ("segments_campaign", campaigns, _bars),
    )
    made = ((name, split(card, writer), show) for name, split, show in ways)
    t = writer.write.t
    return [
        (t(f"ui.comments.{name}"), partial(show, one, writer)) for name, one, show in made if one is not None
    ]


def _waterfall(shown: Waterfall, writer: PageWriter) -> None:
    spec = steps.waterfall_chart(shown, Look(writer.language))
    _drawn(spec, steps.HEIGHT, shown.name, "", steps_table(shown, writer.write), writer)


def _bars(shown: Contributions, writer: PageWriter) -> None:
    spec = contribution_bars(shown, Look(writer.language))
    legend = " ".join(filter(None, (shown.basis, shown.legend)))
    _drawn(spec, height(shown), shown.name, legend, parts_table(shown, writer.write), writer)


def _days(shown: DayChart, card: Card, writer: PageWriter) -> None:
    draw(f'<p class="tr-chart-title"><b>{html(writer.write.t("ui.comments.daily"))}</b></p>')
    spec = daily.daily_chart(shown, Look(writer.language))
    _drawn(spec, daily.HEIGHT, shown.name, shown.legend, days_table(shown, writer, card), writer)
    marks = "".join(_mark(shown, one, writer) for one in shown.marks)
    if marks:
        draw(f'<ul class="tr-marks">{marks}</ul>')


def _mark(shown: DayChart, one: DayMark, writer: PageWriter) -> str:
    day = weekday_date(shown.days[one.at], writer.language)
    return f"<li><b>{html(one.sign)}</b> {html(day)} – {html(one.text)}</li>"


def _drawn(spec: Spec, pixels: int, key: str, legend: str, exhibit: Table, writer: PageWriter) -> None:
    chart(spec, exhibit.alt, key=key, height=pixels)
    if legend:
        draw(f'<p class="tr-legend">{html(legend)}</p>')
    data_below(exhibit, writer.write.t)
