"""Rises and drops in the expert's words: figures by rule, causes and solutions only as written."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages, row_boxes
from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.slides.summary import comparison_marks
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.comments import (
    card_place,
    card_subject,
    cause_words,
    comment_words,
    expected_words,
    no_words,
    solution_label,
)
from tiger_reports.decks.writing.evidence import evidence_line
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling, shown_cards
from tiger_reports.model.card import Card, Comment, Duty
from tiger_reports.model.change import Change, Reference
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Delta, Paragraph
from tiger_reports.model.slide import Slide
from tiger_reports.text.numbers import NBSP

IN_TITLE = 3
HEAD_WIDTH = row_boxes(WIDE.body, 3).head.width - 0.25
"""Inches of a row's head for a change and what it is measured from."""


def rises(telling: Telling) -> tuple[Slide, ...]:
    """Why results rose: cards side by side, in the order of the report."""
    return _slides(telling, Duty.EXPLAIN_RISE, "rises")


def drops(telling: Telling) -> tuple[Slide, ...]:
    """Why results fell and what we do: rows of cause, solution, expected effect."""
    return _slides(telling, Duty.EXPLAIN_DROP, "drops")


def _slides(telling: Telling, duty: Duty, key: str) -> tuple[Slide, ...]:
    told = tuple((card, comment) for card, comment in shown_cards(telling) if card.duty is duty)
    if not told:
        return ()
    as_rows = duty is Duty.EXPLAIN_DROP
    page = Page(telling, key, "explained")
    story = StoryCards(tuple(_card(page, card, comment) for card, comment in told), as_rows=as_rows)
    cards = tuple(card for card, _ in told)
    portions = pages(story, WIDE.body, telling.family)
    return tuple(_numbered(page, cards, portion, number) for number, portion in enumerate(portions, start=1))


def _numbered(page: Page, cards: tuple[Card, ...], portion: StoryCards, number: int) -> Slide:
    """A slide of the story; its title tells the changes that stand on it."""
    key = page.key if number == 1 else f"{page.key}-{number}"
    own = Page(page.telling, key, page.section, page.shown)
    headings = {card.heading for card in portion.cards}
    here = tuple(card for card in cards if card_subject(page.telling, card) in headings)
    return own.slide(_title(own, here), portion)


def _card(page: Page, card: Card, comment: Comment | None) -> StoryCard:
    telling = page.telling
    change = card.change
    return StoryCard(
        heading=card_subject(telling, card),
        figures=f"{page.before(change)} → {_after(page, change)}",
        paragraphs=_words(telling, card, comment),
        verdict=change.verdict,
        deltas=_arrows(page, card),
        evidence=evidence_line(page, card),
    )


def _arrows(page: Page, card: Card) -> tuple[Delta, ...]:
    """Both comparisons, the month before first."""
    changes = (card.change, card.other) if card.other else (card.change,)
    ordered = sorted(changes, key=lambda change: change.reference is not Reference.PREVIOUS)
    family = page.telling.family
    moves = max(
        Type(12.0, bold=True, family=family).width(f"{page.moved(change, brief=True)}  ")
        for change in ordered
    )
    marks = comparison_marks(page.telling, Type(12.0, family=family), HEAD_WIDTH - moves)
    return tuple(page.arrow(c, marks[c.reference is not Reference.PREVIOUS]) for c in ordered)


def _after(page: Page, change: Change) -> str:
    return page.amount(change.metric, change.after.amount, change.period, change.scope.key)


def _words(telling: Telling, card: Card, comment: Comment | None) -> tuple[Paragraph, ...]:
    as_row = card.duty is Duty.EXPLAIN_DROP
    if comment is None:
        hole = no_words(telling)
        heads = [telling.say(f"comment.{name}") for name in ("cause", "solution", "expected")]
        texts = (hole.text, "–", "–")
        return tuple(map(Paragraph, texts, heads)) if as_row else (hole,)
    return (_drop_words if as_row else comment_words)(telling, card, comment)


def _drop_words(telling: Telling, card: Card, comment: Comment) -> tuple[Paragraph, ...]:
    """The three columns of a row; a column without words stays, so that rows align."""
    return (
        Paragraph(cause_words(telling, comment) or "–", telling.say("comment.cause")),
        Paragraph(comment.solution.strip() or "–", solution_label(telling, card, comment)),
        Paragraph(expected_words(telling, comment) or "–", telling.say("comment.expected")),
    )


def _title(page: Page, cards: tuple[Card, ...]) -> str:
    """The changes told on the slide, the first ones by name."""
    moves = ", ".join(f"{_subject(page, card)}{NBSP}{page.moved(card.change)}" for card in cards[:IN_TITLE])
    more = len(cards) - IN_TITLE
    rest = page.telling.say("title.more", n=page.count("more", more)) if more > 0 else ""
    return page.telling.say(f"title.{page.key.partition('-')[0]}", moves=moves) + rest


def _subject(page: Page, card: Card) -> str:
    """The short name of the figure, and where, if not everywhere."""
    name = words.within(words.title_name(card.metric, page.telling.language))
    where = card_place(page.telling, card)
    return f"{name} · {where}" if where else name
