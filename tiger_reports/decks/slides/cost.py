"""What was spent and what one result cost, on common months: spend above, cost below."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import drawable, months_chart, plain
from tiger_reports.decks.writing.comments import comments_on, with_comment
from tiger_reports.decks.writing.main_result import cost_of_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.decks.writing.titles import brief, opened
from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.figure import Figure
from tiger_reports.model.slide import Shown, Slide


def cost(telling: Telling) -> tuple[Slide, ...]:
    spend, price = telling.report.figure("spend"), cost_of_result(telling)
    figures = tuple(
        figure for figure in (spend, price) if figure is not None and present(figure) and drawable(figure)
    )
    if not figures:
        return ()
    page = Page(telling, "cost", "results")
    metrics = {figure.metric for figure in figures}
    comment = comments_on(telling, lambda card: card.metric in metrics and card.scope.key == "all")
    width = WIDE.exhibit.width if comment else WIDE.body.width
    panels = Panels(tuple(_chart(page, figure, width) for figure in figures))
    return with_comment(telling, page.slide(_title(page, figures), panels, comment=comment))


def _chart(page: Page, figure: Figure, width: float) -> ColumnChart:
    """Spend as columns, a price as a line; the target, where there is one, as a dashed line."""
    name = f"months {figure.metric}"
    chart = months_chart(page, figure, width, name=name, as_line=figure.metric != "spend")
    if figure.target is None:
        return chart
    telling = page.telling
    text = plain(words.metric(figure.metric), figure.target, telling.language)
    page.note(Shown(figure.metric, "all", telling.period.key, figure.target, text, "target"))
    return replace(chart, reference=figure.target, reference_label=telling.say("target.line", value=text))


def _title(page: Page, figures: tuple[Figure, ...]) -> str:
    """Spend with its change, then the cost of a result with both changes."""
    clauses = (*(brief(page, figure) for figure in figures[:-1]), brief(page, figures[-1], year=True))
    return opened("; ".join(clauses))
