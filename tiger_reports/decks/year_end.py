"""The meeting at the end of a Tiger Year: the last quarter in a few messages, then the annual deck."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.decks.writing.assembly import kept
from tiger_reports.decks.year import MOST, annual_deck
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.text import phrase
from tiger_reports.text.numbers import NBSP
from tiger_reports.text.periods import stretch_name, stretch_title

YEAR = "year_"
"""Before the keys of the annual slides: both decks have a summary."""


def year_end_deck(
    quarter: TigerReport,
    year: TigerReport,
    language: str,
    *,
    draft: bool,
    appendix: bool = False,
    most: int = MOST,
) -> Deck:
    """One cover, then a section of the quarter's messages and one of the year's; the rest as an appendix.

    `most` is that of the annual deck, whose own cover falls away. A message of the quarter that needs several
    slides goes on in the appendix, as one of the year does.
    """
    first = quarter_deck(quarter, language, draft=draft)
    then = annual_deck(year, language, draft=draft, appendix=appendix, most=most)
    names = (stretch_name(quarter.now, language), stretch_name(year.now, language))
    behind = phrase("decks.section.appendix", language)
    (cover, *messages), annual = first.slides, tuple(map(_renamed, then.slides[1:]))
    main = [replace(one, section=names[0]) for one in messages if "-" not in one.key]
    more = [replace(one, section=behind) for one in messages if "-" in one.key]
    told = [replace(one, section=names[1]) for one in annual if one.section != behind]
    rest = [*more, *(one for one in annual if one.section == behind)]
    title = phrase("decks.year_end.deck.title", language, client=quarter.client.name, year=names[1])
    joined = replace(
        first, title=title, footer=f"{quarter.client.name} · {names[0]} · {stretch_title(year.now, language)}"
    )
    opening = _cover(cover, then.slides[0], quarter, year, language)
    return kept(joined, (opening, *main, *told, *(rest if appendix else ())))


def _renamed(slide: Slide) -> Slide:
    """With a key of its own in the joined deck, and links that lead to the annual slides."""
    return replace(
        slide,
        key=YEAR + slide.key,
        exhibits=tuple(_linked(one) if isinstance(one, Scorecards) else one for one in slide.exhibits),
    )


def _linked(cards: Scorecards) -> Scorecards:
    return replace(
        cards,
        cards=tuple(
            replace(card, links_to=YEAR + card.links_to) if card.links_to else card for card in cards.cards
        ),
    )


def _cover(first: Slide, then: Slide, quarter: TigerReport, year: TigerReport, language: str) -> Slide:
    """Both periods with their dates, what each is held against, and the day on which it was made."""
    title = phrase(
        "decks.year_end.cover.title", language, year=stretch_name(year.now, language).replace(" ", NBSP)
    )
    lines = tuple(_lines(slide) for slide in (first, then))
    periods = tuple(stretch_title(one.now, language) for one in (quarter, year))
    told = dict.fromkeys((*periods, *lines[0][1:-1], *lines[1][1:-1], lines[0][-1]))
    shown = Cover(quarter.client.name, title, tuple(told))
    named = f"{title} ({periods[0]})"
    return replace(first, title=named, exhibits=(shown,), section=stretch_name(quarter.now, language))


def _lines(slide: Slide) -> tuple[str, ...]:
    """The period first, the day on which the deck was made last."""
    return next(one.lines for one in slide.exhibits if isinstance(one, Cover))
