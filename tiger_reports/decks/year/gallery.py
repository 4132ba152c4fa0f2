"""The year's best creatives with their figures: the specialist's picks, else the best campaigns and posts."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.slides.content_title import best_clause
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.cards import card_slides
from tiger_reports.decks.writing.main_result import cost_of_result, main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import present
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import fits, fitting
from tiger_reports.decks.year.best_posts import best_posts, post_card
from tiger_reports.decks.year.picks import picked
from tiger_reports.metrics.posts import RatedPost
from tiger_reports.model.change import Scope, Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.post import Post
from tiger_reports.model.slide import Slide
from tiger_reports.model.year_plan import Pick, PickKind

MOST = 4
"""Campaigns and posts that are shown where nobody picked any, and cards on a slide."""
POSTS = 2
"""How many of them are posts, where there are enough campaigns."""
BESIDES = ("roas", "ctr", "spend")
TITLE_NAME = 7.0
"""Inches of a title that a campaign's name may take."""
TITLE_NAMES = (5.5, 4.5, 3.5)
"""The same for a campaign's and a post's name together, the widest first at which both fit."""


def gallery(telling: TigerTelling) -> tuple[Slide, ...]:
    """Pictures stand only where somebody uploaded one."""
    main = main_result(telling)
    page = Page(telling, "gallery", "explained")
    chosen = picked(telling, PickKind.CREATIVE)
    if chosen and main is not None:
        cards = tuple(_picked(page, main, one) for one in chosen)
        title = telling.say("title.gallery", n=page.count("creatives", len(cards)))
    else:
        title, cards = _offered(page, telling, main)
    if not cards:
        return ()
    return card_slides(telling, "gallery", "explained", title, page, StoryCards(cards, most=MOST))


def _offered(page: Page, telling: TigerTelling, main: Figure | None) -> tuple[str, tuple[StoryCard, ...]]:
    """The best campaigns, then the best posts: half of the places each, or what the other leaves."""
    campaigns = _ranked(telling, main) if main else []
    posts = best_posts(telling)
    of_posts = min(len(posts), max(POSTS, MOST - len(campaigns)))
    posts, campaigns = posts[:of_posts], campaigns[: MOST - of_posts]
    cards = [_card(page, main, part) for part in campaigns] if main else []
    cards += [post_card(page, post) for post in posts]
    return _offered_title(page, main, campaigns[:1], posts[:1]), tuple(cards)


def _offered_title(page: Page, main: Figure | None, campaigns: list[Part], posts: tuple[Post, ...]) -> str:
    """The best campaign and the best post; where both do not fit, the campaign alone."""

    def clauses(width: float) -> list[str]:
        first = [_title(page, main, part, width) for part in campaigns if main]
        then = [best_clause(page, RatedPost(post), width) for post in posts]
        return [*first, *(map(words.within, then) if first else then)]

    widths = TITLE_NAMES if campaigns and posts else (TITLE_NAME,)
    tried = ("; ".join(clauses(width)) for width in widths)
    return next((title for title in tried if fits(page, title)), fitting(page, *clauses(TITLE_NAME)))


def _ranked(telling: TigerTelling, main: Figure) -> list[Part]:
    known = [
        part for part in telling.report.campaigns if part.name and present(part.figures.get(main.metric))
    ]
    return sorted(known, key=lambda part: -(part.figures[main.metric].value.amount or 0.0))


def _title(page: Page, main: Figure, best: Part, width: float) -> str:
    telling = page.telling
    name = elide(best.name, width, Type(26.0, bold=True, family=telling.family))
    value = page.value(best.figures[main.metric], _scope(best))
    return telling.say("title.best_campaigns", name=name, value=value)


def _scope(part: Part) -> str:
    return Scope(part.channel, part.name).key


def _card(page: Page, main: Figure, part: Part) -> StoryCard:
    telling = page.telling
    return StoryCard(
        heading=part.name,
        figures=f"{telling.name(main.metric)} · {telling.channel(part.channel)}",
        paragraphs=_figures(page, main, part),
        verdict=Verdict.BETTER,
        value=page.headline(part.figures[main.metric], _scope(part)),
    )


def _picked(page: Page, main: Figure, one: Pick) -> StoryCard:
    """The picture and the words; figures where the pick names a campaign that has them."""
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    part = next((each for each in _ranked(telling, main) if _is(each, one)), None)
    told = _card(page, main, part) if part is not None else None
    closing = telling.report.closing
    said = tuple(Paragraph(text) for text in (one.words, one.repeat) if text.strip())
    return StoryCard(
        heading=one.title or one.campaign,
        figures=told.figures if told else telling.channel(one.channel) if one.channel else "",
        paragraphs=(*said, *(told.paragraphs if told else ())),
        verdict=Verdict.BETTER,
        value=told.value if told else "",
        picture=closing.picture(one.picture) if closing and one.picture else b"",
        picture_alt=telling.say("alt.creative", name=one.title or one.campaign),
    )


def _is(part: Part, one: Pick) -> bool:
    named = one.campaign.strip().casefold()
    return part.name.casefold() == named and one.channel in ("", part.channel)


def _figures(page: Page, main: Figure, part: Part) -> tuple[Paragraph, ...]:
    """What one result cost, what came back, how many clicked, what was spent."""
    cost = cost_of_result(page.telling)
    keys = dict.fromkeys((*((cost.metric,) if cost else ()), *BESIDES))
    known = (part.figures[key] for key in keys if key in part.figures and key != main.metric)
    return tuple(
        Paragraph(
            page.value(figure, _scope(part)), f"{words.metric_short(figure.metric, page.telling.language)}:"
        )
        for figure in known
        if present(figure)
    )
