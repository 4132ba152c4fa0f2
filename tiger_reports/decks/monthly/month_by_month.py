"""The main result over thirteen months."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.monthly.chart_series import drawable, months_chart
from tiger_reports.decks.monthly.comments import comments_on, with_comment
from tiger_reports.decks.monthly.main_result import main_result
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.decks.monthly.titles import clauses
from tiger_reports.model.report import Figure
from tiger_reports.model.slide import Slide

FEWEST = 2


def month_by_month(telling: Telling) -> tuple[Slide, ...]:
    figure = main_result(telling)
    if figure is None or not drawable(figure):
        return ()
    page = Page(telling, "main_result", "results")
    comment = comments_on(telling, lambda card: card.metric == figure.metric and card.scope.key == "all")
    width = WIDE.exhibit.width if comment else WIDE.body.width
    chart = months_chart(page, figure, width, name=f"months {figure.metric}")
    return with_comment(telling, page.slide(_title(page, figure), chart, comment=comment))


def _title(page: Page, figure: Figure) -> str:
    """The figure, its changes, and its place among the whole months before it."""
    telling = page.telling
    name = telling.name(figure.metric)
    rank = _rank(page, figure)
    parts = (f"{name}: {page.headline(figure)}", rank, clauses(page, figure))
    return ", ".join(part for part in parts if part)


def _rank(page: Page, figure: Figure) -> str:
    """Highest or lowest of the months known; a partial month takes no place."""
    values = [value.amount for value in figure.series if value.amount is not None]
    if page.telling.report.coverage.partial or figure.value.amount is None or len(set(values)) < FEWEST:
        return ""
    for word, extreme in (("highest", max(values)), ("lowest", min(values))):
        if figure.value.amount == extreme:
            return page.telling.say(f"rank.{word}", n=page.count("months", len(values)))
    return ""
