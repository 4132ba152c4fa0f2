"""The year's records as a table: best day, month and campaign of every figure, and the post that did most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.choice import table_figures
from tiger_reports.decks.writing.main_result import cost_of_result, main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.year.best_posts import record_row
from tiger_reports.model.change import Scope
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Good, Kind
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING

MOST = 7
FEWEST = 3
"""Whole months among which one can be the best."""
LEAST_PART = 0.05
"""Share of the account's base (its clicks, its results) under which a campaign's rate is chance."""
NAME_WIDTH = 3.4


@dataclass(frozen=True)
class _Best:
    """Where a figure was best, and the text of both."""

    place: str
    value: str

    @property
    def said(self) -> str:
        return f"{self.place}\n{self.value}"


def bests(telling: TigerTelling) -> tuple[Slide, ...]:
    page = Page(telling, "bests", "results")
    found = (row for figure in _rated(telling) if (row := _row(page, figure)) is not None)
    rows = tuple(islice(found, MOST))
    title = _title(page)
    if not rows or not title:
        return ()
    post = record_row(page, NAME_WIDTH)
    last = "content.record_head" if post else "column.best_campaign"
    columns = (("column.figure", 2.6), ("column.best_day", 2.2), ("column.best_month", 2.2), (last, 4.4))
    heads = tuple(Column(telling.say(name), numeric=False, weight=wide) for name, wide in columns)
    table = Table(heads, (*rows, post) if post else rows, telling.say("alt.bests"), "bests")
    return table_slides(page, title, table)


def _rated(telling: TigerTelling) -> tuple[Figure, ...]:
    """Figures that are better one way: the main result and its cost, then the others of the table."""
    first = (main_result(telling), cost_of_result(telling), *table_figures(telling))
    known = {one.metric: one for one in first if one is not None}
    return tuple(one for one in known.values() if words.metric(one.metric).good in (Good.UP, Good.DOWN))


def _title(page: Page) -> str:
    main = main_result(page.telling)
    month = _month(page, main) if main else None
    if main is None or month is None:
        return ""
    day = _day(page, main)
    name = page.telling.name(main.metric)
    if day is None:
        return page.telling.say("title.bests_month", name=name, month=month.place, value=month.value)
    told = {"day": day.place, "best": day.value, "month": month.place, "value": month.value}
    return page.telling.say("title.bests", name=name, **told)


def _row(page: Page, figure: Figure) -> tuple[Cell, ...] | None:
    month = _month(page, figure)
    if month is None:
        return None
    day, campaign = _day(page, figure), _campaign(page, figure)
    cells = (Cell(one.said if one else MISSING) for one in (day, month, campaign))
    return Cell(page.telling.name(figure.metric), bold=True), *cells


def _day(page: Page, figure: Figure) -> _Best | None:
    report, language = page.telling.report, page.telling.language
    assert isinstance(page.telling, TigerTelling), "a year is told by its own telling"
    found = next((one for one in page.telling.report.best_days if one.metric == figure.metric), None)
    if found is None or found.day not in report.period:
        return None
    period = Period(found.day, found.day + timedelta(1))
    return _Best(short_date(found.day, language), page.amount(figure.metric, found.value, period, kind="day"))


def _month(page: Page, figure: Figure) -> _Best | None:
    """Of the year's months that are known in full."""
    telling = page.telling
    known = [
        (_worth(figure.metric, value.amount), month, value.amount)
        for month, value in zip(telling.report.months, figure.series, strict=True)
        if value.amount is not None and month in telling.standing_out and month not in telling.partial_months
    ]
    if len(known) < FEWEST:
        return None
    _, month, amount = max(known)
    return _Best(telling.month(month), page.amount(figure.metric, amount, month))


def _campaign(page: Page, figure: Figure) -> _Best | None:
    telling = page.telling
    known = [
        (_worth(figure.metric, part.figures[figure.metric].value.amount), part)
        for part in telling.report.campaigns
        if part.name and _weighs(part, figure)
    ]
    if not known:
        return None
    _, best = max(known, key=lambda pair: pair[0])
    name = elide(best.name, NAME_WIDTH, Type(12.0, family=telling.family))
    return _Best(name, page.value(best.figures[figure.metric], Scope(best.channel, best.name).key))


def _weighs(part: Part, figure: Figure) -> bool:
    """Whether the campaign has the figure; of a rate also whether enough stands under it."""
    own = part.figures.get(figure.metric)
    if own is None or own.value.amount is None:
        return False
    if words.metric(figure.metric).kind is Kind.SUM:
        return True
    whole, held = figure.value.denominator, own.value.denominator
    return bool(whole and held and held >= LEAST_PART * whole)


def _worth(metric: str, amount: float | None) -> float:
    return (amount or 0.0) * (1 if words.metric(metric).good is Good.UP else -1)
