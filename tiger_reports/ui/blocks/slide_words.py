"""Words of a slide as markup: the cover, the expert's comment, changes told as cards."""

from __future__ import annotations

from tiger_reports.model.slide import Bar, Cover, Paragraph, StoryCard, StoryCards, Timeline
from tiger_reports.ui.blocks.markup import tone
from tiger_reports.ui.blocks.scorecards import delta_markup
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


def bars_markup(timeline: Timeline) -> str:
    """A plan's steps as bars over their months."""
    first = timeline.ticks[0][0]
    days = (timeline.end - first).days
    rows = "".join(_bar(bar, (bar.first - first).days / days, days) for bar in timeline.bars)
    return f'<dl class="tr-gantt" aria-label="{html(timeline.alt)}">{rows}</dl>'


def _bar(bar: Bar, left: float, days: int) -> str:
    width = ((bar.last - bar.first).days + 1) / days
    said = " · ".join(part for part in (bar.note, bar.gate) if part)
    return (
        f"<dt>{html(bar.name)} <span>{html(said)}</span></dt>"
        f'<dd><span style="margin-left:{left:.2%};width:{width:.2%}"></span></dd>'
    )


def _story(card: StoryCard) -> str:
    shade = tone(card.verdict)
    value = f'<p class="tr-story-value">{html(card.value)}</p>' if card.value else ""
    deltas = "".join(delta_markup(delta) for delta in card.deltas)
    figures = f'<p class="tr-story-figures tr-{shade}">{html(card.figures)}</p>' if card.figures else ""
    told = f"<h4>{html(card.heading)}</h4>{value}{deltas}{figures}{_paragraphs(card.paragraphs)}"
    return f'<div class="tr-story tr-top-{shade}">{told}</div>'


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(f"<p>{_lead(paragraph)}{_lines(paragraph.text)}</p>" for paragraph in paragraphs)


def _lines(text: str) -> str:
    return "<br>".join(map(html, text.split("\n")))


def _lead(paragraph: Paragraph) -> str:
    return f"<b>{html(paragraph.lead)}</b> " if paragraph.lead else ""
