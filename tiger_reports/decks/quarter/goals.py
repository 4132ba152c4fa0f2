"""Goals against the result, one row a target; left out where nobody set a target."""

from __future__ import annotations

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.tables import table_slides
from tiger_reports.decks.monthly.targets import target_met
from tiger_reports.decks.monthly.telling import Telling, present
from tiger_reports.decks.monthly.titles import opened
from tiger_reports.model.change import Verdict
from tiger_reports.model.report import Figure
from tiger_reports.model.slide import Cell, Column, Shown, Slide, Table
from tiger_reports.text.numbers import metric_value, percent


def goals(telling: Telling) -> tuple[Slide, ...]:
    aimed = tuple(f for f in telling.report.figures if f.target is not None and present(f))
    if not aimed:
        return ()
    page = Page(telling, "goals", "summary")
    keys = (("metric", 3.0), ("target", 1.6), ("result", 1.6), ("reached", 1.4), ("status", 1.6))
    columns = tuple(
        Column(telling.say(f"column.{key}"), numeric=key not in ("metric", "status"), weight=weight)
        for key, weight in keys
    )
    rows = tuple(_row(page, figure) for figure in aimed)
    table = Table(columns, rows, telling.say("alt.goals"), "goals")
    met = sum(target_met(telling, figure) is True for figure in aimed)
    title = telling.say("title.targets", met=page.count("met", met), n=page.count("targets", len(aimed)))
    return table_slides(page, opened(title), table)


def _row(page: Page, figure: Figure) -> tuple[Cell, ...]:
    telling, metric = page.telling, words.metric(figure.metric)
    target, value = figure.target or 0.0, figure.value.amount or 0.0
    text = metric_value(metric, target, telling.language, telling.report.client.currency)
    page.note(Shown(figure.metric, "all", telling.period.key, target, text, "target"))
    met = target_met(telling, figure)
    status = {True: Verdict.BETTER, False: Verdict.WORSE, None: Verdict.UNKNOWN}[met]
    word = {True: "target.met", False: "target.missed", None: "verdict.unknown"}[met]
    return (
        Cell(telling.name(figure.metric), bold=True),
        Cell(text),
        Cell(page.value(figure), bold=True),
        Cell(percent(value / target, telling.language, 0) if target else "–"),
        Cell(telling.say(word), status),
    )
