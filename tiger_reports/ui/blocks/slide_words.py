"""Words of a slide as markup: the cover, the expert's comment, changes told as cards."""

from __future__ import annotations

from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.services.images import shrunk
from tiger_reports.ui.blocks.scorecards import delta_markup
from tiger_reports.ui.markup import tone
from tiger_reports.ui.picture_address import picture_address
from tiger_reports.ui.plain import html


def cover_markup(cover: Cover) -> str:
    lines = "".join(f"<p>{html(line)}</p>" for line in cover.lines)
    head = f'<h3>{html(cover.client)}</h3><p class="tr-cover-sub">{html(cover.subtitle)}</p>'
    return f'<div class="tr-cover">{head}{lines}</div>'


def comment_markup(heading: str, paragraphs: tuple[Paragraph, ...]) -> str:
    return f'<div class="tr-comment"><h4>{html(heading)}</h4>{_paragraphs(paragraphs)}</div>'


def stories_markup(stories: StoryCards) -> str:
    kind = "tr-stories-rows" if stories.as_rows else "tr-stories"
    return f'<div class="{kind}">{"".join(_story(card) for card in stories.cards)}</div>'


def _story(card: StoryCard) -> str:
    shade = tone(card.verdict)
    value = f'<p class="tr-story-value">{html(card.value)}</p>' if card.value else ""
    deltas = "".join(delta_markup(delta) for delta in card.deltas)
    figures = f'<p class="tr-story-figures tr-{shade}">{html(card.figures)}</p>' if card.figures else ""
    seen = f'<p class="tr-story-evidence">{html(card.evidence)}</p>' if card.evidence else ""
    words = f"<h4>{html(card.heading)}</h4>{value}{deltas}{figures}{_paragraphs(card.paragraphs)}"
    told = f"{_picture(card)}{words}{seen}"
    return f'<div class="tr-story tr-top-{shade}">{told}</div>'


def _picture(card: StoryCard) -> str:
    """The example of a creative over the words."""
    source = picture_address(shrunk(card.picture))
    return f'<img class="tr-story-picture" alt="{html(card.picture_alt)}" src="{source}">' if source else ""


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(f"<p>{_lead(paragraph)}{_lines(paragraph.text)}</p>" for paragraph in paragraphs)


def _lines(text: str) -> str:
    return "<br>".join(map(html, text.split("\n")))


def _lead(paragraph: Paragraph) -> str:
    return f"<b>{html(paragraph.lead)}</b> " if paragraph.lead else ""
