"""The year's successes as the specialist picked them; until somebody has, what the ranking offers first."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.slides.activities import effect_sentences
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.cards import card_slides
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.year.picks import activity_of, figure_of, picked
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.model.tiger_report import Success, SuccessKind
from tiger_reports.model.year_plan import Pick, PickKind
from tiger_reports.text.numbers import NBSP, relative

MOST = 3


def successes(telling: TigerTelling) -> tuple[Slide, ...]:
    chosen = (*picked(telling, PickKind.SUCCESS), *picked(telling, PickKind.BEST))
    return _picked(telling, chosen) if chosen else _offered(telling)


def _picked(telling: TigerTelling, chosen: tuple[Pick, ...]) -> tuple[Slide, ...]:
    page = Page(telling, "successes", "explained")
    cards = tuple(_pick_card(page, one) for one in chosen)
    names = ", ".join(one.title.strip() or telling.name(one.metric) for one in chosen[:MOST])
    title = telling.say("title.best", names=names)
    return card_slides(telling, "successes", "explained", title, page, StoryCards(cards))


def _pick_card(page: Page, one: Pick) -> StoryCard:
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    found, activity = figure_of(telling, one), activity_of(telling, one)
    told = [Paragraph(one.words)] if one.words else []
    if found is not None:
        told += _comparison(page, found)
    if activity is not None:
        told += [Paragraph(said) for said in effect_sentences(page, activity)]
    if one.repeat:
        told.append(Paragraph(one.repeat, f"{telling.say('pick.repeat')}:"))
    name = telling.name(one.metric) if one.metric else ""
    closing = telling.report.closing
    return StoryCard(
        heading=one.title or name,
        figures=name if one.title else "",
        paragraphs=tuple(told),
        verdict=Verdict.BETTER,
        value=_amount(page, found) if found else "",
        picture=closing.picture(one.picture) if closing and one.picture else b"",
        picture_alt=telling.say("alt.creative", name=one.title or name),
    )


def _offered(telling: TigerTelling) -> tuple[Slide, ...]:
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
    return StoryCard(
        heading=page.telling.name(one.metric),
        figures="",
        paragraphs=tuple(_comparison(page, one)),
        verdict=Verdict.BETTER,
        value=_amount(page, one),
    )


def _amount(page: Page, one: Success) -> str:
    return page.amount(one.metric, one.value, one.period, one.scope.key, short=True)


def _comparison(page: Page, one: Success) -> Iterator[Paragraph]:
    """When it was, what it is held against, and the share between them."""
    telling = page.telling
    yield Paragraph(telling.say(f"success.{one.kind}", month=telling.month(one.period)))
    if one.before is not None:
        held = one.before_period or one.period
        before = page.amount(one.metric, one.before, held, one.scope.key, kind="beside")
        key = f"success.{one.kind}_beside"
        yield Paragraph(telling.say(key, value=before, month=telling.month(held)))
    if one.relative is not None and one.kind is not SuccessKind.TARGET:
        text = relative(one.relative, telling.language)
        shown = Shown(one.metric, one.scope.key, one.period.key, one.relative, text, "relative", one.kind)
        page.note(shown)
        yield Paragraph(telling.say("success.share", share=text))
