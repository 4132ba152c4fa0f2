"""All figures of the month in one table, the worst first."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.choice import table_figures
from tiger_reports.decks.writing.page import Page, versus_previous
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.targets import target_met
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Figure
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text.numbers import metric_value

ORDER = (Verdict.WORSE, Verdict.BETTER, Verdict.NEUTRAL, Verdict.SAME, Verdict.UNKNOWN)


Filler = Callable[[Figure], Cell]


def kpis(telling: Telling) -> tuple[Slide, ...]:
    page = Page(telling, "kpis", "summary")
    figures = tuple(sorted(table_figures(telling), key=_worst_first))
    if not figures:
        return ()
    columns = _columns(page, figures)
    rows = tuple(tuple(fill(figure) for _, fill in columns) for figure in figures)
    table = Table(tuple(column for column, _ in columns), rows, telling.say("alt.kpis"), "kpis")
    return table_slides(page, _title(page, figures), table)


def _worst_first(figure: Figure) -> tuple[int, float]:
    relative = figure.previous.relative
    return ORDER.index(figure.previous.verdict), -abs(relative) if relative is not None else 0.0


def _columns(page: Page, figures: tuple[Figure, ...]) -> tuple[tuple[Column, Filler], ...]:
    """Columns with what fills them; a comparison or a target that no figure has is left out."""
    telling = page.telling
    named = Column(telling.say("column.metric"), numeric=False, weight=2.6)
    columns: list[tuple[Column, Filler]] = [
        (named, lambda f: Cell(_name(telling, f), bold=True)),
        (Column(telling.month(telling.period)), lambda f: Cell(page.value(f), bold=True)),
    ]
    if any(figure.previous.before.amount is not None for figure in figures):
        columns += _comparison(page, telling.column(telling.previous), lambda f: f.previous)
    if not telling.one_reference and any(figure.year_ago.before.amount is not None for figure in figures):
        columns += _comparison(page, telling.column(telling.year_ago), lambda f: f.year_ago)
    if before := telling.baseline:
        columns += _comparison(page, telling.column(before), lambda f: f.baseline or f.year_ago)
    if any(figure.target is not None for figure in figures):
        columns.append((Column(telling.say("column.target")), lambda f: Cell(_target(page, f))))
    status = Column(telling.say("column.status"), numeric=False, weight=1.1)
    return (*columns, (status, lambda f: _status(telling, f)))


def _name(telling: Telling, figure: Figure) -> str:
    return ", ".join(part for part in (telling.name(figure.metric), telling.lacking(figure)) if part)


def _comparison(page: Page, month: str, change: Callable[[Figure], Change]) -> list[tuple[Column, Filler]]:
    return [
        (Column(month), lambda f: Cell(page.before(change(f)))),
        (Column(page.telling.say("column.change")), lambda f: _change(page, change(f))),
    ]


def _change(page: Page, change: Change) -> Cell:
    return Cell(page.moved(change), change.verdict)


def _target(page: Page, figure: Figure) -> str:
    telling, metric = page.telling, words.metric(figure.metric)
    text = metric_value(metric, figure.target, telling.language, telling.report.client.currency)
    if figure.target is None:
        return text
    return page.note(Shown(figure.metric, "all", telling.period.key, figure.target, text, "target"))


def _status(telling: Telling, figure: Figure) -> Cell:
    met = target_met(telling, figure)
    if met is not None:
        verdict = Verdict.BETTER if met else Verdict.WORSE
        return Cell(telling.say("target.met" if met else "target.missed"), verdict)
    verdict = figure.previous.verdict
    return Cell(telling.say(f"verdict.{verdict.value}"), verdict)


def _title(page: Page, figures: tuple[Figure, ...]) -> str:
    judged = [f for f in figures if f.previous.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.SAME)]
    met = [known for f in figures if (known := target_met(page.telling, f)) is not None]
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
    return opened(text)
