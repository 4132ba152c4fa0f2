"""A year's report as a deck: at most a few slides for the meeting, the rest as an appendix if wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tiger_reports.decks.slides import moves
from tiger_reports.decks.slides.activities import activities
from tiger_reports.decks.slides.attention import attention
from tiger_reports.decks.slides.before_now import before_now
from tiger_reports.decks.slides.by_channel import by_channel
from tiger_reports.decks.slides.campaigns import campaigns
from tiger_reports.decks.slides.cost import cost
from tiger_reports.decks.slides.definitions import definitions
from tiger_reports.decks.slides.kpis import kpis
from tiger_reports.decks.slides.own import own
from tiger_reports.decks.slides.sources import data_notes, sources
from tiger_reports.decks.slides.summary import summary
from tiger_reports.decks.slides.tiger_cover import cover
from tiger_reports.decks.writing.assembly import deck_of
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.year.lessons import lessons
from tiger_reports.decks.year.months import months
from tiger_reports.decks.year.offers import offers, timeline
from tiger_reports.decks.year.successes import successes
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.model.tiger_report import TigerReport

Maker = Callable[[TigerTelling], tuple[Slide, ...]]
MOST = 8
"""Slides of the main part: "a few"."""
MAIN: tuple[Maker, ...] = (
    cover,
    summary,
    before_now,
    months,
    successes,
    lessons,
    offers,
    timeline,
)
APPENDIX: tuple[Maker, ...] = (
    by_channel,
    kpis,
    cost,
    attention,
    campaigns,
    own,
    moves.rises,
    moves.drops,
    activities,
    definitions,
    sources,
    data_notes,
)


def annual_deck(
    report: TigerReport, language: str, *, draft: bool, appendix: bool = False, most: int = MOST
) -> Deck:
    """At most `most` slides in the main part; a message that needs several slides goes on in the appendix."""
    telling = TigerTelling(report, language, draft)
    deck = deck_of(telling, (*MAIN, *APPENDIX), "year")
    main = {slide.key for maker in MAIN for slide in maker(telling)[:1]}
    first = [slide for slide in deck.slides if slide.key in main][:most]
    rest = tuple(slide for slide in deck.slides if slide not in first)
    return replace(deck, slides=(*first, *rest) if appendix else tuple(first))
