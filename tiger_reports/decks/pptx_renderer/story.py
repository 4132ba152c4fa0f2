"""Changes told in words: cards side by side, or rows with cause, solution and expected effect."""

from __future__ import annotations

from tiger_reports.decks.layout import story as layout
from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.fit import PARAGRAPH_GAP
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink, paragraph, run, words
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.decks.pptx_renderer.verdicts import draw_delta, fill_of
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph

TONE = 0.055
QUIET = "tx1"
LEAST = 0.72
"""Share of the body that cards take at least, so that a slide is filled and no card looks lost."""


def draw_story(sheet: Sheet, box: Box, story: StoryCards) -> None:
    if story.as_rows:
        _rows(sheet, box, story)
    else:
        _cards(sheet, box, story.cards)


def paragraphs_xml(paragraphs: tuple[Paragraph, ...], size: float, language: str) -> str:
    """Paragraphs with their bold leads; space between them, none under the last."""
    last = len(paragraphs) - 1
    return "".join(
        _paragraph(one, size, language, 0.0 if number == last else PARAGRAPH_GAP)
        for number, one in enumerate(paragraphs)
    )


def _paragraph(one: Paragraph, size: float, language: str, after: float) -> str:
    lead = run(f"{one.lead} ", Ink(size, "tx2", bold=True), language) if one.lead else ""
    lines = one.text.split("\n")
    first = paragraph(lead + run(lines[0], Ink(size), language), after=after)
    return first + "".join(words(line, Ink(size), language, after=after) for line in lines[1:])


def _cards(sheet: Sheet, box: Box, cards: tuple[StoryCard, ...]) -> None:
    boxes = layout.card_boxes(box, len(cards))
    size = layout.cards_size(cards, boxes, sheet.family) or layout.CARD_SIZES[-1]
    tall = max(
        layout.card_height(card, place, size, sheet.family) for card, place in zip(cards, boxes, strict=True)
    )
    for number, (card, place) in enumerate(zip(cards, boxes, strict=True), start=1):
        shorter = place.top(min(place.height, max(tall, place.height * LEAST)))
        sheet.fill(f"card {number}", shorter, "bg2")
        sheet.fill(f"tone {number}", shorter.top(TONE), fill_of(card.verdict))
        _head(sheet, shorter.inset(layout.PAD), card, number)
        text = paragraphs_xml(card.paragraphs, size, sheet.language)
        room = layout.card_words(card, shorter, sheet.family)
        sheet.drawn.append(shapes.text_box(sheet.named(f"words {number}"), room, text))


def _head(sheet: Sheet, box: Box, card: StoryCard, number: int) -> None:
    """Picture, heading, value, figures and changes under each other, each where the layout measured it."""
    y = box.y
    if card.picture:
        sheet.picture(f"picture {number}", box.top(layout.PICTURE - 0.1), card.picture, card.picture_alt)
        y += layout.PICTURE
    kind = Type(layout.HEADING, bold=True, family=sheet.family)
    height = len(wrap(card.heading, box.width, kind)) * kind.line
    sheet.write(
        f"heading {number}",
        Box(box.x, y, box.width, height),
        card.heading,
        Ink(layout.HEADING, "tx2", bold=True),
    )
    y += height + 0.03
    if card.value:
        size = layout.value_size(card.value, box.width, sheet.family)
        ink = Ink(size, "tx1", bold=True)
        sheet.write(f"value {number}", Box(box.x, y, box.width, layout.VALUE), card.value, ink, anchor="ctr")
        y += layout.VALUE
    if card.figures:
        figures = Type(layout.FIGURES, family=sheet.family)
        tall = len(wrap(card.figures, box.width, figures)) * figures.line
        sheet.write(f"figures {number}", Box(box.x, y, box.width, tall), card.figures, Ink(layout.FIGURES))
        y += tall + 0.02
    for row, delta in enumerate(card.deltas):
        line = Box(box.x, y + row * layout.DELTA, box.width, layout.DELTA)
        draw_delta(sheet, f"change {number}.{row + 1}", line, delta)


def _rows(sheet: Sheet, box: Box, story: StoryCards) -> None:
    cards = story.cards
    size = layout.rows_size(story, box, sheet.family) or layout.ROW_SIZES[-1]
    columns = [layout.columns_of(card, story) for card in cards]
    heights = [
        layout.row_height(card, layout.row_boxes(box, count), size, sheet.family)
        for card, count in zip(cards, columns, strict=True)
    ]
    spare = min(max(box.height - sum(heights), 0.0) / len(cards), 0.5)
    y = box.y
    for number, (card, height, count) in enumerate(zip(cards, heights, columns, strict=True), start=1):
        place = Box(box.x, y, box.width, height + spare)
        _row(sheet, place, layout.row_boxes(place, count), card, size, number)
        y += height + spare


def _evidence(sheet: Sheet, places: layout.RowBoxes, card: StoryCard, number: int) -> None:
    """At the foot of the row, across its columns."""
    first, last = places.columns[0], places.columns[-1]
    tall = layout.evidence_height(card, places, sheet.family) - 0.08
    place = Box(first.x, first.bottom - tall, last.right - first.x, tall)
    sheet.write(f"evidence {number}", place, card.evidence, Ink(layout.EVIDENCE, QUIET))


def _row(sheet: Sheet, box: Box, places: layout.RowBoxes, card: StoryCard, size: float, number: int) -> None:
    sheet.fill(f"line {number}", box.top(0.012), "accent3")
    sheet.fill(f"tone {number}", Box(box.x, box.y + 0.1, 0.055, box.height - 0.2), fill_of(card.verdict))
    _head(sheet, places.head, card, number)
    if card.evidence:
        _evidence(sheet, places, card, number)
    for column, (one, place) in enumerate(zip(card.paragraphs, places.columns, strict=False), start=1):
        label, room = place.top(layout.LEAD), place.below(layout.LEAD)
        sheet.write(f"label {number}.{column}", label, one.lead, Ink(11, "hlink", bold=True))
        text = words(one.text, Ink(size), sheet.language)
        sheet.drawn.append(shapes.text_box(sheet.named(f"words {number}.{column}"), room, text))
