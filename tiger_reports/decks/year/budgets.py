"""Three budgets for the next year and what each may bring, by what this client's own months showed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.main_result import cost_of_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.figure import Figure
from tiger_reports.model.outlook import Scenario
from tiger_reports.model.returns import Returns
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text.numbers import MISSING, number, relative

NAMES = ("budget_low", "budget_same", "budget_high")


def budgets(telling: TigerTelling) -> tuple[Slide, ...]:
    """Left out where the client's weeks cannot carry it: see `year.returns` and `year.scenarios`."""
    report = telling.report
    if not report.scenarios or report.returns is None:
        return ()
    page = Page(telling, "budgets", "next")
    heads = (
        Column(telling.say("column.scenario"), numeric=False, weight=2.6),
        *(Column(telling.say(f"column.{name}"), weight=2.0) for name in NAMES),
    )
    table = Table(
        heads, tuple(_rows(page, telling, report.returns.metric)), telling.say("alt.budgets"), "budgets"
    )
    slide = page.slide(_title(page, report.returns), table, comment=tuple(_assumptions(page, report.returns)))
    return with_comment(telling, replace(slide, comment_heading=telling.say("comment.assumptions")))


def _rows(page: Page, telling: TigerTelling, metric: str) -> Iterator[tuple[Cell, ...]]:
    columns, cost = telling.report.scenarios, cost_of_result(telling)
    yield _row(telling.say("scenario.change"), [_change(page, one) for one in columns])
    yield _row(telling.say("scenario.budget"), [_budget(page, one) for one in columns])
    results = [_span(page, metric, one, one.low, one.high) for one in columns]
    yield _row(telling.say("scenario.results", name=telling.name(metric)), results)
    if cost is not None:
        prices = [
            _span(page, cost.metric, one, one.budget / one.high, one.budget / one.low) for one in columns
        ]
        yield _row(telling.name(cost.metric), prices)
        yield _row(telling.say("scenario.additional"), [MISSING, MISSING, _additional(page, cost, columns)])


def _row(name: str, cells: list[str]) -> tuple[Cell, ...]:
    return Cell(name, bold=True), *(Cell(text) for text in cells)


def _change(page: Page, one: Scenario) -> str:
    text = relative(one.change, page.telling.language)
    return page.note(Shown("spend", "all", page.telling.period.key, one.change, text, "scenario_change"))


def _budget(page: Page, one: Scenario) -> str:
    return page.amount("spend", one.budget, page.telling.period, kind=f"scenario{one.change:+.1f}")


def _span(page: Page, metric: str, one: Scenario, low: float, high: float) -> str:
    """From the least to the most; one figure where there is nothing between them."""
    kind, period = f"scenario{one.change:+.1f}", page.telling.period
    ends = [page.amount(metric, v, period, kind=f"{kind}_{n}") for v, n in ((low, "low"), (high, "high"))]
    return ends[0] if ends[0] == ends[1] else page.telling.say("range", low=ends[0], high=ends[1])


def _additional(page: Page, cost: Figure, columns: tuple[Scenario, ...]) -> str:
    """What each result beyond this year's would cost; open to the top where there may be none."""
    _, same, more = columns
    extra, spent = (more.low - same.low, more.high - same.high), more.budget - same.budget
    period = page.telling.period
    least = page.amount(cost.metric, spent / extra[1], period, kind="additional_low")
    if extra[0] <= 0:
        return page.telling.say("range_from", low=least)
    most = page.amount(cost.metric, spent / extra[0], period, kind="additional_high")
    return page.telling.say("range", low=least, high=most)


def _assumptions(page: Page, found: Returns) -> Iterator[Paragraph]:
    telling, language = page.telling, page.telling.language
    slopes = []
    for value, kind in ((found.low, "slope_low"), (found.high, "slope_high")):
        text = number(value, language, 2)
        slopes.append(page.note(Shown(found.metric, "all", telling.period.key, value, text, kind)))
    said = telling.say("range", low=slopes[0], high=slopes[1])
    pairs = page.count("scenario_weeks", found.weeks)
    yield Paragraph(telling.say("scenario.how", n=pairs, slopes=said))
    yield Paragraph(telling.say("scenario.same"))
    yield Paragraph(telling.say("scenario.limit"))
    if telling.report.coverage.days < telling.report.coverage.of:
        yield Paragraph(telling.say("outlook.filled"))


def _title(page: Page, found: Returns) -> str:
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    more = telling.report.scenarios[-1]
    return telling.say(
        "title.budgets",
        change=_change(page, more),
        name=telling.name(found.metric),
        range=_span(page, found.metric, more, more.low, more.high),
    )
