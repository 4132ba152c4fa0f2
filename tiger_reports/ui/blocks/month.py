"""The month in figures: scorecards, thirteen months, channels, campaigns, and the files behind them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tiger_reports.model.change import Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import previous_month, same_month_last_year
from tiger_reports.model.report import MonthReport
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.text.findings import describe
from tiger_reports.text.numbers import exact, exact_percent, money
from tiger_reports.text.pauses import with_pauses
from tiger_reports.ui.blocks.chart import chart, data_below
from tiger_reports.ui.blocks.scorecards import scorecards
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.charts.columns import column_chart
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.charts.variance import height, variance_bars
from tiger_reports.ui.exhibits.months import month_columns, months_table
from tiger_reports.ui.exhibits.own import has_own, own_table
from tiger_reports.ui.exhibits.parts import MOST_ROWS, parts_table, parts_variance, ranked, way_of_part
from tiger_reports.ui.exhibits.scorecards import scorecards as scorecards_of
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.importing.stored import sources_table
from tiger_reports.ui.markup import draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

FIRST_CHOICES = ("conversions", "purchases", "leads", "results", "clicks", "link_clicks", "impressions")
SERIES_HEIGHT = 300
WORTH_KNOWING = frozenset({"zone_differs", "conversions_beside"})


def overview(report: MonthReport, write: Figures) -> None:
    t = write.t
    if report.coverage.partial:
        covered = t("ui.month.coverage", days=report.coverage.days, of=report.coverage.of)
        note(with_pauses(covered, report.pauses, report.period, t.language), "warn")
    settled = max((figure.final_on for figure in report.figures if figure.final_on), default=None)
    if settled is not None:
        young = report.young_from
        since = t("ui.month.young", day=short_date(young, t.language)) if young else ""
        note(f"{t('ui.month.not_final', day=short_date(settled, t.language))} {since}".strip(), "warn")
    for channel, day in report.notes.partial_days:
        shown = {"channel": panel_name(channel), "day": short_date(day, t.language)}
        note(t("ui.month.partial_day", **shown), "warn")
    for finding in (one for one in report.notes.notes if one.code == "rate_missing" and one.stops):
        told = describe(finding, t.language)
        note(f"{told.title}. {told.why} {told.fix}", "worse")
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


def _money(report: MonthReport, write: Figures) -> None:
    """By which rates money was converted, and whether the agency's margin is in it."""
    t, notes = write.t, report.notes
    for rate in notes.rates:
        figure = exact(rate.rate, t.language)
        shown = {"base": rate.base, "rate": figure, "quote": rate.quote, "source": rate.source}
        note(t("ui.money.converted", **shown))
    spend = report.figure("spend")
    if notes.margin is None:
        return
    if notes.net_spend is None or spend is None:
        note(t("ui.money.net_note"))
        return
    net, gross = (
        money(amount, write.currency, t.language) for amount in (notes.net_spend, spend.value.amount)
    )
    note(t("ui.money.gross_note", net=net, percent=exact_percent(notes.margin, t.language), gross=gross))


@st.fragment
def closer(report: MonthReport, write: Figures) -> None:
    """One figure looked at closely; choosing another redraws only this part."""
    if not any(figure.value.amount is not None for figure in report.figures):
        return  # a month of profiles and websites alone
    metric = _chosen(report, write)
    figure = report.figure(metric)
    if figure is None:
        return
    look, t = Look(write.t.language), write.t
    section(f"{t('ui.month.series')}: {write.name(metric)}")
    shown = month_columns(figure, report, write)
    chart(column_chart(shown, look), shown.alt, key=f"months-{metric}", height=SERIES_HEIGHT)
    if shown.shaded:
        draw(f'<p class="tr-legend">{html(t("ui.baseline.shaded"))}</p>')
    for _, said in shown.marks:
        draw(f'<p class="tr-legend">{html(said)}</p>')
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
    bars = parts_variance(parts, metric, write, partial(way_of_part, report, metric))
    chart(variance_bars(bars, Look(t.language)), bars.alt, key=f"{kind}-{metric}", height=height(bars))
    draw(f'<p class="tr-legend">{html(_legend(len(shown), t("ui.month.bars_note"), write))}</p>')
    data_below(parts_table(report, metric, t(f"ui.word.{kind}"), write, channels=kind == "campaign"), t)


def own(report: MonthReport, write: Figures) -> None:
    """Profiles and the website, each for itself."""
    t, parts = write.t, tuple(part for part in report.own if has_own(part))
    if not parts:
        return
    section(t("ui.month.own"), t("ui.month.own_lead"))
    for part in parts:
        table(own_table(part, report.period, write))


def _legend(count: int, text: str, write: Figures) -> str:
    return f"{text} {write.t('ui.month.top_rows', n=MOST_ROWS)}" if count > MOST_ROWS else text


def data_of(report: MonthReport, write: Figures) -> None:
    """From the figure back to the file: name, fingerprint, days, rows, and what was accepted."""
    t, notes = write.t, report.notes
    section(t("ui.month.sources"), t("ui.month.sources_lead"))
    note(t("ui.month.checks", passed=notes.checks_passed, run=notes.checks_run), "better")
    accepted = (
        f"{describe(one.finding, t.language).title}. {t('ui.month.waived', name=one.name, reason=one.reason)}"
        for one in notes.waivers
    )
    for text in dict.fromkeys(accepted):
        note(text, "warn")
    _money(report, write)
    for told in dict.fromkeys(describe(one, t.language) for one in notes.notes if one.code in WORTH_KNOWING):
        note(f"{told.title}. {told.why}")
    table(sources_table(notes.sources, report.client.timezone, t))
