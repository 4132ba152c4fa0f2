"""The year's best posts: as cards of the gallery, and the best of them among the records."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing import posts as told
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.metrics.posts import profile, ranking
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard
from tiger_reports.model.exhibits.table import Cell
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.post import Post
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING

HEADING_WIDTH, HEADING_LINES = 2.5, 3
"""Inches and lines of a card that a post's name may take."""


def best_posts(telling: TigerTelling) -> tuple[Post, ...]:
    """Those with the most interactions, the best first."""
    return tuple(one.post for one in ranking(telling.report.posts).best)


def post_card(page: Page, post: Post) -> StoryCard:
    telling = page.telling
    heading = Type(16.0, bold=True, family=telling.family)
    return StoryCard(
        heading=elide(told.post_name(telling, post), HEADING_WIDTH, heading, HEADING_LINES),
        figures=f"{telling.say('content.interactions')} · {told.where(telling, profile(post))}",
        paragraphs=_figures(page, post),
        verdict=Verdict.BETTER,
        value=told.interactions(page, post),
    )


def record_row(page: Page, width: float) -> tuple[Cell, ...] | None:
    """The post with the most interactions of all, in the columns of the records; None where none is known."""
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    best = next(iter(best_posts(telling)), None)
    if best is None:
        return None
    name = elide(told.post_name(telling, best), width, Type(12.0, family=telling.family))
    day = short_date(best.published, telling.language)
    value = told.interactions(page, best)
    return (
        Cell(telling.say("content.record"), bold=True),
        Cell(day),
        Cell(MISSING),
        Cell(f"{name}\n{value}"),
    )


def _figures(page: Page, post: Post) -> tuple[Paragraph, ...]:
    """When and in which format it came out, by how many it was seen, which share of them did something."""
    telling, say = page.telling, page.telling.say
    pairs = [(say("content.published"), short_date(post.published, telling.language))]
    if post.kind.strip():
        pairs.append((say("content.format"), post.kind.strip()))
    if post.base:
        pairs.append((telling.name(post.base), told.seen(page, post)))
        pairs.append((told.rate_name(telling, post.base), told.rate(page, post)))
    return tuple(Paragraph(text, f"{lead}:") for lead, text in pairs)
