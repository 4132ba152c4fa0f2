"""Thirteen months as a chart's series: roles of the bars, and labels that fit."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import ALL, Page
from tiger_reports.model.metric import Metric, Unit
from tiger_reports.model.period import Period
from tiger_reports.model.report import Figure
from tiger_reports.model.slide import ColumnChart, Role, Series, Shown
from tiger_reports.text.dates import month_short
from tiger_reports.text.numbers import compact, number, percent

LABEL = Type(10.0, bold=True)


def months_chart(page: Page, figure: Figure, width: float, *, name: str, scope: str = ALL) -> ColumnChart:
    """The figure's months as columns in `width` inches; the report's month stands out."""
    telling = page.telling
    months = telling.report.months[-len(figure.series) :]
    values = tuple(value.amount for value in figure.series)
    metric = words.metric(figure.metric)
    labels = bar_labels(page, metric, values, months, width, scope)
    series = Series(
        name=telling.name(figure.metric),
        values=values,
        role=Role.PREVIOUS,
        labels=labels,
        roles=tuple(_role(page, month) for month in months),
    )
    categories = tuple(month_short(month, telling.language) for month in months)
    title = titled(page, metric)
    alt = telling.say("alt.months", name=title, first=categories[0], last=categories[-1], value=labels[-1])
    return ColumnChart(name, title, categories, (series,), number_format(metric), alt)


def titled(page: Page, metric: Metric) -> str:
    """The metric's name, with the currency for money: the labels then need none."""
    name = page.telling.name(metric.key)
    return f"{name}, {page.telling.report.client.currency}" if metric.unit is Unit.MONEY else name


def number_format(metric: Metric) -> str:
    """The format of the chart's own cells, in the US form that files store."""
    zeros = "." + "0" * metric.decimals if metric.decimals else ""
    return f"0{zeros}%" if metric.unit is Unit.PERCENT else f"#,##0{zeros}"


def bar_labels(
    page: Page,
    metric: Metric,
    values: tuple[float | None, ...],
    months: tuple[Period, ...],
    width: float,
    scope: str,
) -> tuple[str, ...]:
    """Labels in full where all fit, else shortened, else only at the first, last and extreme bars."""
    language = page.telling.language
    room = width / max(len(values), 1) * 0.96
    full = tuple(plain(metric, value, language) for value in values)
    short = tuple(plain(metric, value, language, short=True) for value in values)
    texts = next((t for t in (full, short) if all(LABEL.width(text) <= room for text in t)), None)
    kept = range(len(values)) if texts else _telling_points(values)
    for index in kept:
        value = values[index]
        if value is not None:
            page.note(Shown(metric.key, scope, months[index].month_key, value, (texts or short)[index]))
    return tuple(text if i in kept else "" for i, text in enumerate(texts or short))


def plain(metric: Metric, value: float | None, language: str, *, short: bool = False) -> str:
    """A figure without its currency, empty where missing: missing is not drawn as zero."""
    if value is None:
        return ""
    if metric.unit is Unit.PERCENT:
        return percent(value, language, metric.decimals)
    if short and abs(value) >= 1000:  # noqa: PLR2004
        return compact(value, language)
    return number(value, language, metric.decimals if value != round(value) or metric.decimals else 0)


def _telling_points(values: tuple[float | None, ...]) -> frozenset[int]:
    known = [(value, index) for index, value in enumerate(values) if value is not None]
    if not known:
        return frozenset()
    return frozenset({known[0][1], known[-1][1], min(known)[1], max(known)[1]})


def _role(page: Page, month: Period) -> Role:
    if month == page.telling.report.months[-1]:
        return Role.HIGHLIGHT
    return Role.YEAR_AGO if month == page.telling.year_ago else Role.PREVIOUS
