"""Appendix: what each figure of the deck means and how it is counted."""

from __future__ import annotations

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.tables import table_slides
from tiger_reports.decks.monthly.telling import Telling, present
from tiger_reports.model.metric import Kind, Metric
from tiger_reports.model.slide import Cell, Column, Slide, Table
from tiger_reports.text.numbers import number


def definitions(telling: Telling) -> tuple[Slide, ...]:
    metrics = tuple(words.metric(f.metric) for f in telling.report.figures if present(f))
    if not metrics:
        return ()
    page = Page(telling, "definitions", "appendix")
    columns = (
        Column(telling.say("column.metric"), numeric=False, weight=2.6),
        Column(telling.say("column.definition"), numeric=False, weight=5.6),
        Column(telling.say("column.good"), numeric=False, weight=1.8),
    )
    rows = tuple(_row(telling, metric) for metric in metrics)
    table = Table(columns, rows, telling.say("alt.definitions"), "definitions")
    return table_slides(page, telling.say("title.definitions", n=page.count("definitions", len(rows))), table)


def _row(telling: Telling, metric: Metric) -> tuple[Cell, ...]:
    good = telling.say(f"good.{metric.good.value}")
    return Cell(telling.name(metric.key), bold=True), Cell(definition(telling, metric)), Cell(good)


def definition(telling: Telling, metric: Metric) -> str:
    """Built from the metric's own parts, so that it can never say anything else than what is computed."""
    if metric.numerator:
        top, bottom = telling.name(metric.numerator), telling.name(metric.denominator)
        factor = f" × {number(metric.factor, telling.language)}" if metric.factor != 1 else ""
        return telling.say("definition.ratio", formula=f"{top} ÷ {bottom}{factor}")
    return telling.say(f"definition.{'sum' if metric.kind is Kind.SUM else 'non_additive'}")
