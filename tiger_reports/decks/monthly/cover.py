"""The first slide: whose report, which month, by whom."""

from __future__ import annotations

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import partial_words
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import date_range, short_date


def cover(telling: Telling) -> tuple[Slide, ...]:
    page = Page(telling, "cover", "summary")
    title = telling.say("cover.title", month=telling.month(telling.period))
    exhibit = Cover(telling.report.client.name, title, _lines(telling, page))
    return (page.slide(title, exhibit),)


def _lines(telling: Telling, page: Page) -> tuple[str, ...]:
    report = telling.report
    first = telling.say("cover.period", dates=date_range(telling.period, telling.language))
    compared = telling.say(
        "cover.compared",
        previous=_dates(telling, telling.previous),
        year_ago=_dates(telling, telling.year_ago),
    )
    partial = partial_words(telling, page)
    by = telling.say("cover.by", name=report.specialist) if report.specialist else ""
    made = telling.say("cover.made", date=short_date(report.today, telling.language))
    return tuple(line for line in (first, compared, partial, by, made) if line)


def _dates(telling: Telling, period: Period) -> str:
    return date_range(period, telling.language)
