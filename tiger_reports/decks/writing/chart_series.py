"""Thirteen months as a chart's series: roles of the bars, and labels that fit."""

from __future__ import annotations

from tiger_reports.changes.breaks import touching
from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import ALL, Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Metric, Unit
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Shown
from tiger_reports.text.numbers import MILLION, THOUSAND, compact, number, percent

LABEL = Type(10.0, bold=True)
HUNDRED = 100
FEWEST = 2
WIDE_ENOUGH = 7.0
"""Inches of a chart under which groups of months can be named."""
BREAK = "†"
"""Behind a month in which the figure began to mean something else."""


def months_chart(
    page: Page, figure: Figure, width: float, *, name: str, scope: str = ALL, as_line: bool = False
) -> ColumnChart:
    """The figure's months as columns, or a line, in `width` inches; the report's month stands out."""
    telling = page.telling
    months = _months(page, figure)
    metric = words.metric(figure.metric)
    labels = point_labels(page, figure, width, scope, sparse=as_line)
    series = Series(
        name=telling.name(figure.metric),
        values=tuple(value.amount for value in figure.series),
        role=Role.PREVIOUS,
        labels=labels,
        roles=tuple(_role(page, month) for month in months),
        partial=tuple(at for at, month in enumerate(months) if month in telling.partial_months),
    )
    channels = [part.channel for part in telling.report.channels if scope in (ALL, part.name)]
    days = [one.day for one in touching(telling.report.breaks, figure.metric, channels)]
    categories = tuple(_named(telling, m, broken=any(day in m for day in days)) for m in months)
    title = titled(page, metric)
    alt = telling.say("alt.months", name=title, first=categories[0], last=categories[-1], value=labels[-1])
    return ColumnChart(
        name,
        title,
        categories,
        (series,),
        number_format(metric),
        alt,
        as_line=as_line,
        groups=telling.groups if width >= WIDE_ENOUGH else (),
    )


def drawable(figure: Figure | None) -> bool:
    """Whether there are at least two months to see."""
    return figure is not None and sum(value.amount is not None for value in figure.series) >= FEWEST


def _named(telling: Telling, month: Period, *, broken: bool) -> str:
    """Signs lead to the line below: how many of the month's days there are, what means something else."""
    star = "*" if month in telling.partial_months else ""
    return f"{telling.tick(month)}{star}{BREAK if broken else ''}"


def _months(page: Page, figure: Figure) -> tuple[Period, ...]:
    return page.telling.report.months[-len(figure.series) :]


def titled(page: Page, metric: Metric) -> str:
    """The metric's name, with the currency for money: the labels then need none."""
    name = page.telling.name(metric.key)
    return f"{name}, {page.telling.report.client.currency}" if metric.unit is Unit.MONEY else name


def number_format(metric: Metric) -> str:
    """The format of the chart's own cells, in the US form that files store."""
    zeros = "." + "0" * metric.decimals if metric.decimals else ""
    return f"0{zeros}%" if metric.unit is Unit.PERCENT else f"#,##0{zeros}"


def point_labels(page: Page, figure: Figure, width: float, scope: str, *, sparse: bool) -> tuple[str, ...]:
    """Labels in full where all fit, else shortened, else (or if `sparse`) only at the telling points."""
    metric, language = words.metric(figure.metric), page.telling.language
    values = tuple(value.amount for value in figure.series)
    whole = tuple(
        None if month in page.telling.partial_months and month != page.telling.period else value
        for month, value in zip(_months(page, figure), values, strict=True)
    )
    room = width / max(len(values), 1) * 0.96
    full = tuple(plain(metric, value, language) for value in values)
    short = tuple(plain(metric, value, language, short=True) for value in values)
    fitting = next((t for t in (full, short) if all(LABEL.width(text) <= room for text in t)), None)
    texts = fitting or short
    apart = 1 + max(int(LABEL.width(text) / room) for text in texts)
    every = fitting is not None and not sparse
    kept = frozenset(range(len(values))) if every else _telling_points(whole, apart, lowest=sparse)
    for index, month in enumerate(_months(page, figure)):
        value = values[index]
        if index in kept and value is not None:
            page.note(Shown(metric.key, scope, month.key, value, texts[index]))
    return tuple(text if index in kept else "" for index, text in enumerate(texts))


def plain(metric: Metric, value: float | None, language: str, *, short: bool = False) -> str:
    """A figure without its currency, empty where missing: missing is not drawn as zero."""
    if value is None:
        return ""
    if metric.unit is Unit.PERCENT:
        return percent(value, language, metric.decimals)
    if short and abs(value) >= THOUSAND:
        return compact(value, language, 0 if HUNDRED * THOUSAND <= abs(value) < MILLION else 1)
    whole = abs(value) >= (THOUSAND if metric.unit is Unit.MONEY else HUNDRED)
    exact = metric.unit is Unit.COUNT and value == round(value)
    return number(value, language, 0 if whole or exact else metric.decimals)


def _telling_points(values: tuple[float | None, ...], apart: int, *, lowest: bool) -> frozenset[int]:
    """The last, the highest, the first and, for lines, the lowest, as far as they stand apart."""
    known = [(value, index) for index, value in enumerate(values) if value is not None]
    kept: list[int] = []
    wanted = [known[-1], max(known), known[0], *([min(known)] if lowest else [])] if known else []
    if not lowest and len(known) > 1 and known[0] < known[1]:
        wanted = wanted[:2]  # beside a taller bar the first label would stand on it
    for _, index in wanted:
        if all(abs(index - other) >= apart for other in kept):
            kept.append(index)
    return frozenset(kept)


def _role(page: Page, month: Period) -> Role:
    if month in page.telling.standing_out:
        return Role.HIGHLIGHT
    return Role.YEAR_AGO if month in page.telling.a_year_before else Role.PREVIOUS
