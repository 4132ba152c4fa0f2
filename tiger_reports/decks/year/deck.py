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
from tiger_reports.decks.slides.data_notes import data_notes
from tiger_reports.decks.slides.definitions import definitions
from tiger_reports.decks.slides.kpis import kpis
from tiger_reports.decks.slides.own import own
from tiger_reports.decks.slides.sources import sources
from tiger_reports.decks.slides.summary import summary
from tiger_reports.decks.slides.tiger_cover import cover
from tiger_reports.decks.writing.assembly import deck_from
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.year.bests import bests
from tiger_reports.decks.year.budgets import budgets
from tiger_reports.decks.year.channel_months import channel_months
from tiger_reports.decks.year.decisions import decisions
from tiger_reports.decks.year.gallery import gallery
from tiger_reports.decks.year.lessons import lessons
from tiger_reports.decks.year.milestones import milestones
from tiger_reports.decks.year.mix import mix
from tiger_reports.decks.year.months import months
from tiger_reports.decks.year.next_goals import next_goals
from tiger_reports.decks.year.offers import offers, timeline
from tiger_reports.decks.year.successes import successes
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.model.tiger_report import TigerReport

Maker = Callable[[TigerTelling], tuple[Slide, ...]]
MOST = 8
"""Slides of the main part: "a few"."""
STORY: tuple[Maker, ...] = (
    cover,
    summary,
    before_now,
    milestones,
    months,
    cost,
    mix,
    channel_months,
    successes,
    gallery,
    bests,
    lessons,
    next_goals,
    offers,
    timeline,
    budgets,
    decisions,
)
"""The whole story in the order in which it is told."""
FIRST: tuple[Maker, ...] = (cover, summary, before_now, months, successes, lessons, offers, timeline)
THEN: tuple[Maker, ...] = (
    milestones,
    next_goals,
    decisions,
    mix,
    gallery,
    bests,
    budgets,
    channel_months,
    cost,
)
"""What the main part holds before anything else, and what joins it where more slides are wanted."""
APPENDIX: tuple[Maker, ...] = (
    by_channel,
    kpis,
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
    ranked = (*FIRST, *(THEN if most > MOST else ()))
    made = {maker: maker(telling) for maker in STORY if appendix or maker in ranked}
    told = [maker for maker in ranked if made[maker]][:most]
    main = [made[maker][0] for maker in made if maker in told]
    rest = [slide for maker in made for slide in made[maker][1 if maker in told else 0 :]]
    behind = [*rest, *(slide for maker in APPENDIX for slide in maker(telling))] if appendix else []
    section = telling.say("section.appendix")
    return deck_from(telling, (*main, *(replace(one, section=section) for one in behind)), "year")
