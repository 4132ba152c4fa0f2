"""Where the client was before the cooperation and where it is now: monthly averages, and an index of both."""

from __future__ import annotations

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.choice import table_figures
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.variance import TextColumn, VarianceBars, VariancePanel
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Kind
from tiger_reports.model.slide import Slide
from tiger_reports.text.numbers import number

MOST = 8
HUNDRED = 100


def before_now(telling: TigerTelling) -> tuple[Slide, ...]:
    pairs = tuple(
        (figure, change) for figure in table_figures(telling) if (change := _comparable(figure)) is not None
    )[:MOST]
    if not pairs:
        return ()
    page = Page(telling, "before_now", "summary")
    changes = tuple(change for _, change in pairs)
    index = tuple(HUNDRED * (1 + (change.relative or 0.0)) for change in changes)
    bars = VarianceBars(
        categories=tuple(telling.name(change.metric) for change in changes),
        panels=(_panel(telling, changes, index),),
        number_format="0",
        legend=telling.say("legend.before_now"),
        alt=telling.say("alt.before_now"),
        columns=(
            TextColumn(telling.say("column.before"), tuple(_average(page, c, before=True) for c in changes)),
            TextColumn(telling.say("column.now"), tuple(_average(page, c) for c in changes), bold=True),
        ),
    )
    return (page.slide(_title(page, changes), bars),)


def _comparable(figure: Figure) -> Change | None:
    change = figure.baseline
    return change if change is not None and change.relative is not None else None


def _panel(telling: TigerTelling, changes: tuple[Change, ...], index: tuple[float, ...]) -> VariancePanel:
    series = Series(
        name=telling.say("index"),
        values=index,
        role=Role.NEUTRAL,
        labels=tuple(number(round(value), telling.language) for value in index),
        roles=tuple(Role.of(change.verdict) for change in changes),
    )
    return VariancePanel("index", telling.say("index"), "", (series,), reference=float(HUNDRED))


def _average(page: Page, change: Change, *, before: bool = False) -> str:
    """Sums as the average of a month, of the months that are compared; ratios as they are."""
    telling = page.telling
    period = change.base_period if before else change.period
    amount = (change.before if before else change.after).amount
    metric = words.metric(change.metric)
    if amount is not None and metric.kind is Kind.SUM:
        months = change.months[0] if change.months else len(telling.standing_out)
        return page.amount(change.metric, amount / months, period, short=True, kind="average")
    kind = "compared" if change.months else "value"
    return page.amount(change.metric, amount, period, short=True, kind=kind)


def _title(page: Page, changes: tuple[Change, ...]) -> str:
    better = sum(change.verdict is Verdict.BETTER for change in changes)
    worse = sum(change.verdict is Verdict.WORSE for change in changes)
    judged = sum(change.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.SAME) for change in changes)
    return page.telling.say(
        "title.before_now",
        better=page.count("better", better),
        worse=page.count("worse", worse),
        n=page.count("judged", judged),
    )
