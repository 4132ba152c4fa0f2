"""The comment panel in the right third: where its heading and words stand, and what is too long."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.fit import PARAGRAPH_GAP, SIZES, paragraphs_height
from tiger_reports.decks.layout.wrap import Type, split, wrap
from tiger_reports.model.exhibits.words import Paragraph

BAR = 0.06
PADDING = 0.2
HEADING = 0.4


@dataclass(frozen=True)
class CommentBoxes:
    panel: Box
    bar: Box
    heading: Box
    words: Box


def comment_boxes(panel: Box) -> CommentBoxes:
    inner = panel.beside(BAR).inset(PADDING, 0.15)
    return CommentBoxes(panel, panel.left(BAR), inner.top(HEADING), inner.below(HEADING))


def split_paragraphs(
    paragraphs: tuple[Paragraph, ...], box: Box, family: str
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """What fills `box` at the smallest size, and what goes on to the next slide."""
    size = SIZES[-1]
    kept: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        used = paragraphs_height(tuple(kept), box.width, size, family) + PARAGRAPH_GAP * bool(kept)
        kind = Type(size, family=family)
        room = int((box.height - used) / kind.line + 1e-6)
        if len(wrap(paragraph.text, box.width, kind, lead=paragraph.lead)) <= room:
            kept.append(paragraph)
            continue
        head, tail = _split_one(paragraph, box.width, kind, room)
        return (*kept, *head), (*tail, *paragraphs[number + 1 :])
    return paragraphs, ()


def _split_one(
    paragraph: Paragraph, width: float, kind: Type, room: int
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    if room < 2:  # noqa: PLR2004  (one line of a paragraph alone reads badly)
        return (), (paragraph,)
    bold = Type(kind.size, bold=True, family=kind.family)
    whole = f"{paragraph.lead} {paragraph.text}".strip()
    head, tail = split(whole, width, bold, room)  # bold is the wider one: never too little room
    text = head[len(paragraph.lead) :].lstrip()
    return (Paragraph(text, paragraph.lead),), (Paragraph(tail),) if tail else ()
