"""Rises and drops in the expert's words: figures by rule, causes and solutions only as written."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.monthly.comments import (
    card_subject,
    cause_words,
    comment_words,
    expected_words,
    solution_label,
)
from tiger_reports.decks.monthly.page import Page, versus_previous, versus_year
from tiger_reports.decks.monthly.telling import Telling, told_cards
from tiger_reports.model.card import Card, Comment, Duty
from tiger_reports.model.change import Change, Reference
from tiger_reports.model.slide import Paragraph, Slide, StoryCard, StoryCards
from tiger_reports.text.numbers import NBSP

IN_TITLE = 3


def rises(telling: Telling) -> tuple[Slide, ...]:
    """Why results rose: cards side by side, in the order of the report."""
    return _slides(telling, Duty.EXPLAIN_RISE, "rises")


def drops(telling: Telling) -> tuple[Slide, ...]:
    """Why results fell and what we do: rows of cause, solution, expected effect."""
    return _slides(telling, Duty.EXPLAIN_DROP, "drops")


def _slides(telling: Telling, duty: Duty, key: str) -> tuple[Slide, ...]:
    told = tuple((card, comment) for card, comment in told_cards(telling) if card.duty is duty)
    if not told:
        return ()
    as_rows = duty is Duty.EXPLAIN_DROP
    page = Page(telling, key, "explained")
    story = StoryCards(tuple(_card(page, card, comment) for card, comment in told), as_rows=as_rows)
    title = _title(page, tuple(card for card, _ in told))
    portions = pages(story, WIDE.body, telling.family)
    return tuple(_numbered(page, title, portion, number) for number, portion in enumerate(portions, start=1))


def _numbered(page: Page, title: str, portion: StoryCards, number: int) -> Slide:
    if number == 1:
        return page.slide(title, portion)
    rest = Page(page.telling, f"{page.key}-{number}", page.section, page.shown)
    return rest.slide(title, portion)


def _card(page: Page, card: Card, comment: Comment) -> StoryCard:
    telling = page.telling
    words = _drop_words if card.duty is Duty.EXPLAIN_DROP else comment_words
    change = card.change
    return StoryCard(
        heading=card_subject(telling, card),
        figures=f"{page.before(change)} → {_after(page, change)}",
        paragraphs=words(telling, card, comment),
        verdict=change.verdict,
        deltas=(page.arrow(change, _versus(telling, change)),),
    )


def _after(page: Page, change: Change) -> str:
    return page.amount(change.metric, change.after.amount, change.period, change.scope.key)


def _versus(telling: Telling, change: Change) -> str:
    return versus_previous(telling) if change.reference is Reference.PREVIOUS else versus_year(telling)


def _drop_words(telling: Telling, card: Card, comment: Comment) -> tuple[Paragraph, ...]:
    """The three columns of a row; a column without words stays, so that rows align."""
    return (
        Paragraph(cause_words(telling, comment) or "–", telling.say("comment.cause")),
        Paragraph(comment.solution.strip() or "–", solution_label(telling, card, comment)),
        Paragraph(expected_words(telling, comment) or "–", telling.say("comment.expected")),
    )


def _title(page: Page, cards: tuple[Card, ...]) -> str:
    """The changes told on the slide, the first ones by name."""
    moves = ", ".join(
        f"{card_subject(page.telling, card)}{NBSP}{page.moved(card.change)}" for card in cards[:IN_TITLE]
    )
    more = len(cards) - IN_TITLE
    rest = page.telling.say("title.more", n=page.count("more", more)) if more > 0 else ""
    return page.telling.say(f"title.{page.key}", moves=moves) + rest
