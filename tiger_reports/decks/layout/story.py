"""Changes told in words: as cards side by side or as rows, measured before they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.comment import split_paragraphs
from tiger_reports.decks.layout.fit import paragraphs_height
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph

ROW_SIZES = (14.0, 13.0, 12.0, 11.0)
CARD_SIZES = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
GAP = 0.22
PAD = 0.2
HEADING = 14.0
FIGURES = 12.0
VALUE = 0.55
VALUE_SIZES = (30.0, 26.0, 22.0, 18.0, 16.0)
DELTA = 0.26
HEAD_SHARE = 0.24
LEAD = 0.26
EVIDENCE = 10.0
PICTURE = 1.85
"""Height of a card's picture with the space under it."""


@dataclass(frozen=True)
class RowBoxes:
    head: Box
    columns: tuple[Box, ...]


def row_boxes(box: Box, columns: int) -> RowBoxes:
    """The heading at the left, then the columns of the paragraphs."""
    head = box.left(box.width * HEAD_SHARE)
    rest = box.beside(box.width * HEAD_SHARE + GAP)
    return RowBoxes(head.inset(0.12, 0.1), tuple(c.inset(0, 0.1) for c in rest.columns(columns, GAP)))


def head_height(card: StoryCard, width: float, family: str) -> float:
    """Picture, heading, large value, figures and changes under each other, in a column of `width` inches."""
    heading, figures = Type(HEADING, bold=True, family=family), Type(FIGURES, family=family)
    height = PICTURE if card.picture else 0.0
    height += len(wrap(card.heading, width, heading)) * heading.line + 0.03
    height += VALUE if card.value else 0.0
    height += len(wrap(card.figures, width, figures)) * figures.line + 0.02 if card.figures else 0.0
    return height + DELTA * len(card.deltas)


def value_size(text: str, width: float, family: str) -> float:
    kinds = (Type(size, bold=True, family=family) for size in VALUE_SIZES)
    return next((kind.size for kind in kinds if kind.width(text) <= width), VALUE_SIZES[-1])


def columns_of(card: StoryCard, story: StoryCards) -> int:
    return max(len(card.paragraphs), story.columns, 1)


def row_height(card: StoryCard, boxes: RowBoxes, size: float, family: str) -> float:
    words = [
        LEAD + paragraphs_height((Paragraph(p.text),), column.width, size, family)
        for p, column in zip(card.paragraphs, boxes.columns, strict=False)
    ]
    told = max(words, default=0.0) + evidence_height(card, boxes, family)
    return max(head_height(card, boxes.head.width, family), told) + 0.2


def evidence_height(card: StoryCard, boxes: RowBoxes, family: str) -> float:
    """The quiet line under all columns, with the space over it."""
    if not card.evidence:
        return 0.0
    kind = Type(EVIDENCE, family=family)
    width = boxes.columns[-1].right - boxes.columns[0].x
    return len(wrap(card.evidence, width, kind)) * kind.line + 0.08


def rows_size(story: StoryCards, box: Box, family: str) -> float | None:
    """The largest size at which all rows stand in the box; None where they do not."""
    rows = [(card, row_boxes(box, columns_of(card, story))) for card in story.cards]
    sizes = (s for s in ROW_SIZES if sum(row_height(*row, s, family) for row in rows) <= box.height)
    return next(sizes, None)


def card_words(card: StoryCard, box: Box, family: str) -> Box:
    """Where a card's paragraphs stand, under its heading and figures."""
    inner = box.inset(PAD)
    return inner.below(head_height(card, inner.width, family) + 0.12)


def cards_size(cards: tuple[StoryCard, ...], boxes: tuple[Box, ...], family: str) -> float | None:
    def fit(size: float) -> bool:
        for card, box in zip(cards, boxes, strict=True):
            words = card_words(card, box, family)
            if paragraphs_height(card.paragraphs, words.width, size, family) > words.height:
                return False
        return True

    return next((size for size in CARD_SIZES if fit(size)), None)


def card_height(card: StoryCard, box: Box, size: float, family: str) -> float:
    words = card_words(card, box, family)
    return words.y - box.y + paragraphs_height(card.paragraphs, words.width, size, family) + PAD


def card_boxes(box: Box, count: int) -> tuple[Box, ...]:
    """Equal boxes side by side; one card alone takes the whole width."""
    return box.columns(count, GAP)


def pages(story: StoryCards, box: Box, family: str) -> tuple[StoryCards, ...]:
    """The story in portions that each fit `box`; a card too long for a slide goes on in a second one."""
    short = tuple(part for card in story.cards for part in _parts(card, story, box, family))
    found: list[StoryCards] = []
    current: tuple[StoryCard, ...] = ()
    for card in short:
        if current and not _together((*current, card), story, box, family):
            found.append(replace(story, cards=current))
            current = ()
        current = (*current, card)
    greedy = (*found, replace(story, cards=current)) if current else tuple(found)
    return _levelled(greedy, short, story, box, family)


def _levelled(
    greedy: tuple[StoryCards, ...], cards: tuple[StoryCard, ...], story: StoryCards, box: Box, family: str
) -> tuple[StoryCards, ...]:
    """As many slides, as evenly filled as the cards allow: three and three, not four and two."""
    size = -(-len(cards) // max(len(greedy), 1))
    even = [cards[start : start + size] for start in range(0, len(cards), size)] if cards else []
    fits = len(even) == len(greedy) and all(_together(part, story, box, family) for part in even)
    return tuple(replace(story, cards=part) for part in even) if fits else greedy


def _together(cards: tuple[StoryCard, ...], story: StoryCards, box: Box, family: str) -> bool:
    if story.as_rows:
        return rows_size(replace(story, cards=cards), box, family) is not None
    enough = len(cards) <= story.most
    return enough and cards_size(cards, card_boxes(box, len(cards)), family) is not None


def _parts(card: StoryCard, story: StoryCards, box: Box, family: str) -> tuple[StoryCard, ...]:
    if _together((card,), story, box, family):
        return (card,)
    if story.as_rows:
        return _row_parts(card, story, box, family)
    head, tail = split_paragraphs(card.paragraphs, card_words(card, box, family), family)
    rest = replace(card, paragraphs=tail, picture=b"")
    return (replace(card, paragraphs=head), *_parts(rest, story, box, family)) if tail and head else (card,)


def _row_parts(card: StoryCard, story: StoryCards, box: Box, family: str) -> tuple[StoryCard, ...]:
    columns = row_boxes(box, columns_of(card, story)).columns
    heads: list[Paragraph] = []
    tails: list[Paragraph] = []
    for paragraph, column in zip(card.paragraphs, columns, strict=False):
        room = column.inset(0, 0.1).below(LEAD)
        head, tail = split_paragraphs((Paragraph(paragraph.text),), room, family)
        heads.append(Paragraph(head[0].text if head else "", paragraph.lead))
        tails.append(Paragraph(tail[0].text if tail else "", paragraph.lead))
    first = replace(card, paragraphs=tuple(heads), evidence="")
    rest = replace(card, paragraphs=tuple(tails))
    fits_now = rows_size(replace(story, cards=(rest,)), box, family) is not None
    return (first, rest) if fits_now else (first, *_row_parts(rest, story, box, family))
