"""What is proposed for the next Tiger Year: creatives on cards, and the steps over their months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tiger_reports.decks.writing.cards import budget, card_slides
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.timeline import timeline_slides
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.timeline import Bar
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import PicturedOffer, YearRecords
from tiger_reports.model.year_plan import SketchState, Step
from tiger_reports.text.dates import date_range, short_date


def offers(telling: TigerTelling) -> tuple[Slide, ...]:
    """Each with its picture; the title names the client's sketch that it rests on, or says that none came."""
    closing = telling.report.closing
    if closing is None or not closing.proposal:
        return ()
    page = Page(telling, "offers", "next")
    story = StoryCards(tuple(_card(telling, one) for one in closing.proposal))
    return card_slides(telling, "offers", "next", _title(page, closing), page, story)


def timeline(telling: TigerTelling) -> tuple[Slide, ...]:
    """The dated steps as bars; left out where no step has a day."""
    closing = telling.report.closing
    return timeline_slides(telling, tuple(_bars(telling, closing.timeline)) if closing else ())


def _title(page: Page, closing: YearRecords) -> str:
    telling, sketch = page.telling, closing.sketch.sketch
    n = page.count("offers", len(closing.proposal))
    if sketch.state is not SketchState.RECEIVED:
        return telling.say("title.offers_alone", n=n)
    if sketch.received_on is None:
        return telling.say("title.offers_undated", n=n)
    return telling.say("title.offers", n=n, day=short_date(sketch.received_on, telling.language))


def _card(telling: TigerTelling, one: PicturedOffer) -> StoryCard:
    words = one.offer
    told = (
        ("", words.idea),
        (telling.say("offer.audience"), words.audience),
        (telling.say("offer.format"), words.format),
        (telling.say("offer.metric"), telling.name(words.metric) if words.metric else ""),
        (telling.say("offer.budget"), budget(telling, words.budget)),
    )
    paragraphs = tuple(Paragraph(text, f"{lead}:" if lead else "") for lead, text in told if text)
    alt = telling.say("alt.picture", name=words.title)
    return StoryCard(words.title, "", paragraphs, Verdict.NEUTRAL, picture=one.picture, picture_alt=alt)


def _bars(telling: TigerTelling, steps: tuple[Step, ...]) -> Iterator[Bar]:
    """A step without a last day takes its first one alone."""
    for one in steps:
        if one.start is None or not one.what.strip():
            continue
        last = max(one.last or one.start, one.start)
        days = date_range(Period(one.start, last + timedelta(1)), telling.language)
        note = " · ".join(part for part in (days, one.owner.strip()) if part)
        yield Bar(one.what.strip(), one.start, last, note, one.gate.strip())
