"""The main result over thirteen months."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing.chart_series import drawable, months_chart
from tiger_reports.decks.writing.comments import comments_on, with_comment
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import told
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import Period
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
    """The figure and its place among the whole months, the same month a year ago, and the best of them."""
    telling = page.telling
    rank, year = _rank(page, figure), figure.year_ago
    own = f"{telling.name(figure.metric)}: {page.headline(figure)}" + (f", {rank}" if rank else "")
    ago = telling.say("title.year_before", value=page.before(year)) if told(year) else ""
    return "; ".join(part for part in (own, ago, "" if rank else _peak(page, figure)) if part)


def _rank(page: Page, figure: Figure) -> str:
    """Highest or lowest of the months known; a partial month takes no place."""
    values = [amount for _, amount in _whole(page.telling, figure)]
    if page.telling.report.coverage.partial or figure.value.amount is None or len(set(values)) < FEWEST:
        return ""
    for word, extreme in (("highest", max(values)), ("lowest", min(values))):
        if figure.value.amount == extreme:
            return page.telling.say(f"rank.{word}", n=page.count("months", len(values)))
    return ""


def _peak(page: Page, figure: Figure) -> str:
    """The highest of the other months."""
    telling = page.telling
    others = [(amount, month) for month, amount in _whole(telling, figure) if month != telling.period]
    if len(others) < FEWEST:
        return ""
    amount, month = max(others)
    return telling.say(
        "title.peak",
        month=telling.month(month),
        value=page.amount(figure.metric, amount, month),
    )


def _whole(telling: Telling, figure: Figure) -> list[tuple[Period, float]]:
    """Months known in full, and their figures."""
    months = telling.report.months[-len(figure.series) :]
    pairs = zip(months, figure.series, strict=True)
    return [(m, v.amount) for m, v in pairs if v.amount is not None and m not in telling.partial_months]
