"""Appendix: what each figure of the deck means and how it is counted."""

from __future__ import annotations

from tiger_reports.decks.slides.content import tells_posts
from tiger_reports.decks.slides.own import own_figures
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.choice import scorecard_figures, table_figures
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.metrics import registry
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.metric import Good, Metric
from tiger_reports.model.slide import Slide


def definitions(telling: Telling) -> tuple[Slide, ...]:
    figures = (*scorecard_figures(telling), *table_figures(telling), *own_figures(telling))
    shown = {figure.metric for figure in figures}
    metrics = tuple(entry for key, entry in registry.metrics().items() if key in shown)
    posts = _of_posts(telling)
    if not (metrics or posts):
        return ()
    page = Page(telling, "definitions", "appendix")
    columns = (
        Column(telling.say("column.metric"), numeric=False, weight=2.6),
        Column(telling.say("column.definition"), numeric=False, weight=5.6),
        Column(telling.say("column.good"), numeric=False, weight=1.8),
    )
    rows = tuple(_row(telling, metric) for metric in metrics)
    table = Table(columns, (*rows, *posts), telling.say("alt.definitions"), "definitions")
    return table_slides(page, telling.say("title.definitions"), table)


def _row(telling: Telling, metric: Metric) -> tuple[Cell, ...]:
    good = telling.say(f"good.{metric.good.value}")
    definition = words.definition(metric.key, telling.language)
    return Cell(telling.name(metric.key), bold=True), Cell(definition), Cell(good)


def _of_posts(telling: Telling) -> tuple[tuple[Cell, ...], ...]:
    """What the figures of posts mean, where slides tell of posts."""
    if not tells_posts(telling):
        return ()
    up = telling.say(f"good.{Good.UP.value}")
    return tuple(
        (
            Cell(telling.say(f"content.{name}"), bold=True),
            Cell(telling.say(f"content.means_{name}")),
            Cell(up),
        )
        for name in ("interactions", "rate", "median")
    )
