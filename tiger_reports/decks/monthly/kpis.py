"""All figures of the month in one table, the worst first."""

from __future__ import annotations

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page, versus_previous
from tiger_reports.decks.monthly.tables import table_slides
from tiger_reports.decks.monthly.targets import target_met
from tiger_reports.decks.monthly.telling import Telling, present
from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.report import Figure
from tiger_reports.model.slide import Cell, Column, Shown, Slide, Table
from tiger_reports.text.numbers import metric_value

ORDER = (Verdict.WORSE, Verdict.BETTER, Verdict.NEUTRAL, Verdict.SAME, Verdict.UNKNOWN)


def kpis(telling: Telling) -> tuple[Slide, ...]:
    page = Page(telling, "kpis", "summary")
    figures = tuple(sorted((f for f in telling.report.figures if present(f)), key=_worst_first))
    if not figures:
        return ()
    targets = any(figure.target is not None for figure in figures)
    rows = tuple(_row(page, figure, targets=targets) for figure in figures)
    table = Table(_columns(telling, targets=targets), rows, telling.say("alt.kpis"), "kpis")
    return table_slides(page, _title(page, figures), table)


def _worst_first(figure: Figure) -> tuple[int, float]:
    relative = figure.previous.relative
    return ORDER.index(figure.previous.verdict), -abs(relative) if relative is not None else 0.0


def _columns(telling: Telling, *, targets: bool) -> tuple[Column, ...]:
    months = (telling.period, telling.previous, telling.year_ago)
    now, previous, year_ago = (telling.month(period) for period in months)
    change = telling.say("column.change")
    columns = (
        Column(telling.say("column.metric"), numeric=False, weight=2.6),
        Column(now),
        Column(previous),
        Column(change),
        Column(year_ago),
        Column(change),
    )
    target = (Column(telling.say("column.target")),) if targets else ()
    return (*columns, *target, Column(telling.say("column.status"), numeric=False, weight=1.1))


def _row(page: Page, figure: Figure, *, targets: bool) -> tuple[Cell, ...]:
    cells = (
        Cell(page.telling.name(figure.metric), bold=True),
        Cell(page.value(figure), bold=True),
        Cell(page.before(figure.previous)),
        _change(page, figure.previous),
        Cell(page.before(figure.year_ago)),
        _change(page, figure.year_ago),
    )
    target = (Cell(_target(page, figure)),) if targets else ()
    return (*cells, *target, _status(page.telling, figure))


def _change(page: Page, change: Change) -> Cell:
    return Cell(page.moved(change), change.verdict)


def _target(page: Page, figure: Figure) -> str:
    telling, metric = page.telling, words.metric(figure.metric)
    text = metric_value(metric, figure.target, telling.language, telling.report.client.currency)
    if figure.target is None:
        return text
    return page.note(Shown(figure.metric, "all", telling.period.month_key, figure.target, text, "target"))


def _status(telling: Telling, figure: Figure) -> Cell:
    met = target_met(figure)
    if met is not None:
        verdict = Verdict.BETTER if met else Verdict.WORSE
        return Cell(telling.say("target.met" if met else "target.missed"), verdict)
    verdict = figure.previous.verdict
    return Cell(telling.say(f"verdict.{verdict.value}"), verdict)


def _title(page: Page, figures: tuple[Figure, ...]) -> str:
    judged = [f for f in figures if f.previous.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.SAME)]
    met = [target_met(f) for f in figures if target_met(f) is not None]
    parts = []
    if judged:
        better = sum(f.previous.verdict is Verdict.BETTER for f in judged)
        worse = sum(f.previous.verdict is Verdict.WORSE for f in judged)
        parts.append(
            page.telling.say(
                "title.kpis",
                versus=versus_previous(page.telling),
                better=page.count("better", better),
                worse=page.count("worse", worse),
                n=page.count("judged", len(judged)),
            )
        )
    if met:
        parts.append(
            page.telling.say(
                "title.targets", met=page.count("met", sum(map(bool, met))), n=page.count("targets", len(met))
            )
        )
    text = "; ".join(parts) or page.telling.say("title.kpis_plain", n=page.count("figures", len(figures)))
    return text[:1].upper() + text[1:]
