"""The month in figures: scorecards, thirteen months, channels, campaigns, and the files behind them."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from tiger_reports.metrics.maturity import settles_on
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.change import Scope
from tiger_reports.model.period import previous_month, same_month_last_year
from tiger_reports.model.report import Figure, MonthReport
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.ui.blocks.chart import chart, data_below
from tiger_reports.ui.blocks.markup import draw, note, section
from tiger_reports.ui.blocks.scorecards import scorecards
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.charts.columns import column_chart
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.charts.variance import height, variance_bars
from tiger_reports.ui.exhibits import (
    MOST_ROWS,
    month_columns,
    months_table,
    parts_table,
    parts_variance,
    ranked,
)
from tiger_reports.ui.exhibits import scorecards as scorecards_of
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.importing.tables import sources_table
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

FIRST_CHOICES = ("conversions", "purchases", "leads", "results", "clicks", "link_clicks", "impressions")
SERIES_HEIGHT = 300


def overview(report: MonthReport, write: Figures) -> None:
    t = write.t
    if report.coverage.partial:
        note(t("ui.month.coverage", days=report.coverage.days, of=report.coverage.of), "warn")
    settled = _settled(report)
    if settled > report.today:
        note(t("ui.month.not_final", day=short_date(settled, t.language)), "warn")
    scorecards(scorecards_of(report, write), partial(_way, report))
    for figure in report.figures:
        if figure.value.amount is None and figure.value.lower is not None:
            note(_bounds(figure, write))


def _way(report: MonthReport, metric: str) -> str:
    return figure_address(report.client.id, report.period, metric, Scope())


def compared(report: MonthReport, t: Words) -> str:
    """The month's days and the exact days that it is compared with."""
    months = (report.period, previous_month(report.period), same_month_last_year(report.period))
    days, previous, year_ago = (date_range(one, t.language) for one in months)
    return t("ui.month.compared", days=days, previous=previous, year_ago=year_ago)


def _bounds(figure: Figure, write: Figures) -> str:
    """People are never added up: without a file for the whole, only between what and what."""
    lower, upper = (write.value(figure.metric, end) for end in (figure.value.lower, figure.value.upper))
    return write.t("ui.month.bounds", metric=write.name(figure.metric), lower=lower, upper=upper)


@st.fragment
def closer(report: MonthReport, write: Figures) -> None:
    """One figure looked at closely; choosing another redraws only this part."""
    metric = _chosen(report, write)
    figure = report.figure(metric)
    if figure is None:
        return
    look, t = Look(write.t.language), write.t
    section(f"{t('ui.month.series')}: {write.name(metric)}")
    shown = month_columns(figure, report, write)
    chart(column_chart(shown, look), shown.alt, key=f"months-{metric}", height=SERIES_HEIGHT)
    data_below(months_table(figure, report, write), t)
    _parts(report, metric, "channel", write)
    _parts(report, metric, "campaign", write)


def _chosen(report: MonthReport, write: Figures) -> str:
    having = [figure.metric for figure in report.figures if figure.value.amount is not None]
    first = next((metric for metric in FIRST_CHOICES if metric in having), having[0] if having else "")
    picked = st.pills(
        write.t("ui.word.metric"),
        having,
        default=first or None,
        required=True,
        format_func=write.short,
        key="closer",
    )
    return str(picked or first)


def _parts(report: MonthReport, metric: str, kind: str, write: Figures) -> None:
    t, parts = write.t, report.channels if kind == "channel" else report.campaigns
    section(f"{t(f'ui.month.by_{kind}')}: {write.name(metric)}")
    shown = ranked(parts, metric)
    if not shown:
        note(t("ui.month.no_parts"))
        return
    bars = parts_variance(parts, metric, write)
    chart(variance_bars(bars, Look(t.language)), bars.alt, key=f"{kind}-{metric}", height=height(bars))
    draw(f'<p class="tr-legend">{html(_legend(len(shown), t("ui.month.bars_note"), write))}</p>')
    data_below(parts_table(report, metric, t(f"ui.word.{kind}"), write, channels=kind == "campaign"), t)


def _legend(count: int, text: str, write: Figures) -> str:
    return f"{text} {write.t('ui.month.top_rows', n=MOST_ROWS)}" if count > MOST_ROWS else text


def _settled(report: MonthReport) -> date:
    """First day on which no figure of the month grows any more."""
    channels = [part.name for part in report.channels]
    days = (settles_on(definition(figure.metric), report.period, channels) for figure in report.figures)
    return max(days, default=report.period.end)


def data_of(report: MonthReport, write: Figures) -> None:
    """From the figure back to the file: name, fingerprint, days, rows, and what was accepted."""
    t, notes = write.t, report.notes
    section(t("ui.month.sources"), t("ui.month.sources_lead"))
    note(t("ui.month.checks", passed=notes.checks_passed, run=notes.checks_run), "better")
    for waiver in notes.waivers:
        note(t("ui.month.waived", name=waiver.name, reason=waiver.reason), "warn")
    table(sources_table(notes.sources, report.client.timezone, t))
