"""The first slide: whose report, which quarter of the cooperation, what it is held against."""

from __future__ import annotations

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import partial_words
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.text.periods import stretch_name, stretch_title


def cover(telling: TigerTelling) -> tuple[Slide, ...]:
    page = Page(telling, "cover", "summary")
    title = telling.say("cover.title", month=stretch_name(telling.report.now, telling.language))
    exhibit = Cover(telling.report.client.name, title, _lines(telling, page))
    return (page.slide(f"{title} ({date_range(telling.period, telling.language)})", exhibit),)


def _lines(telling: TigerTelling, page: Page) -> tuple[str, ...]:
    report, language = telling.report, telling.language
    held = dict.fromkeys((report.previous, report.year_ago, report.baseline))
    lines = (
        telling.say("cover.period", dates=date_range(telling.period, language)),
        *(telling.say("cover.held_against", period=stretch_title(one, language)) for one in held),
        partial_words(telling, page),
        telling.say("cover.made", date=short_date(report.today, language)),
    )
    return tuple(line for line in lines if line)
