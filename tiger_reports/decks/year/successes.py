"""The greatest successes of the year: what the ranking offers first, a figure each only once."""

from __future__ import annotations

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.quarter.telling import TigerTelling
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Verdict
from tiger_reports.model.slide import Paragraph, Shown, Slide, StoryCard, StoryCards
from tiger_reports.model.tiger_report import Success
from tiger_reports.text.numbers import NBSP, relative

MOST = 3


def successes(telling: TigerTelling) -> tuple[Slide, ...]:
    chosen = _once_each(telling.report.successes)[:MOST]
    if not chosen:
        return ()
    page = Page(telling, "successes", "explained")
    cards = tuple(_card(page, one) for one in chosen)
    names = ", ".join(_named(page, one) for one in chosen)
    return (page.slide(telling.say("title.successes", names=names), StoryCards(cards)),)


def _named(page: Page, one: Success) -> str:
    name = words.within(words.title_name(one.metric, page.telling.language))
    return f"{name}{NBSP}{page.amount(one.metric, one.value, one.period)}"


def _once_each(found: tuple[Success, ...]) -> tuple[Success, ...]:
    """Headlines first; of a figure's candidates and of figures of one family only the first."""
    ranked = sorted(found, key=lambda one: not metric(one.metric).headline)
    first: dict[str, Success] = {}
    for one in ranked:
        first.setdefault(metric(one.metric).family or one.metric, one)
    return tuple(first.values())


def _card(page: Page, one: Success) -> StoryCard:
    telling = page.telling
    told = [Paragraph(telling.say(f"success.{one.kind}", month=telling.month(one.period)))]
    if one.before is not None:
        before = page.amount(one.metric, one.before, one.before_period or one.period, kind="beside")
        key = f"success.{one.kind}_beside"
        period = telling.month(one.before_period or one.period)
        told.append(Paragraph(telling.say(key, value=before, month=period)))
    if one.relative is not None:
        text = relative(one.relative, telling.language)
        page.note(Shown(one.metric, "all", one.period.key, one.relative, text, "relative", str(one.kind)))
        told.append(Paragraph(telling.say("success.share", share=text)))
    return StoryCard(
        heading=telling.name(one.metric),
        figures="",
        paragraphs=tuple(told),
        verdict=Verdict.BETTER,
        value=page.amount(one.metric, one.value, one.period, short=True),
    )
