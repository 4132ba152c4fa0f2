"""A slide on the page, from the same values that the PowerPoint file is drawn from.

Paper is light in every theme; the top band and the dark colour are the client's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import streamlit as st

from tiger_reports.model.client import Brand
from tiger_reports.model.slide import (
    ColumnChart,
    Cover,
    Deck,
    Exhibit,
    Panels,
    Paragraph,
    Scorecards,
    Slide,
    StoryCard,
    StoryCards,
    Table,
    VarianceBars,
)
from tiger_reports.ui.blocks.chart import chart
from tiger_reports.ui.blocks.markup import draw, tone
from tiger_reports.ui.blocks.scorecards import delta_markup, scorecards
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.charts.columns import Frame, column_chart
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.charts.palette import paper, typeface
from tiger_reports.ui.charts.variance import height, variance_bars
from tiger_reports.ui.plain import html

CHART_HEIGHT, PANEL_HEIGHT = 330, 170
HEX = re.compile(r"[0-9A-Fa-f]{6}")
FONT = re.compile(r"[\w \-]{1,40}")


def slide(deck: Deck, number: int, brand: Brand, *, view: str = "deck") -> None:
    """Draw slide `number` (from 1) of the deck; `view` keeps two drawings of one slide apart."""
    shown = deck.slides[number - 1]
    look = Look(deck.language, paper(brand.primary, brand.accent), typeface(brand.font))
    with st.container(key=f"slide-{view}-{number}", gap="small"):
        draw(_head(shown, deck))
        _body(shown, look, f"{view}-{number}")
        draw(_foot(shown, deck, number))


def brand_style(brand: Brand) -> None:
    """The client's colours and font for every slide on the page, each only if it is one."""
    colours = (("--tr-brand", brand.primary), ("--tr-brand-accent", brand.accent))
    rules = [f"{name}: #{colour};" for name, colour in colours if HEX.fullmatch(colour)]
    if FONT.fullmatch(brand.font):
        rules.append(f"--tr-font: {typeface(brand.font)};")
    draw(f"<style>[class*='st-key-slide-'] {{ {' '.join(rules)} }}</style>")


def _head(shown: Slide, deck: Deck) -> str:
    draft = f'<span class="tr-draft">{html(deck.draft)}</span>' if deck.draft else ""
    kicker = f'<p class="tr-slide-kicker">{html(shown.kicker)}{draft}</p>'
    title = f'<p class="tr-slide-title" role="heading" aria-level="3">{html(shown.title)}</p>' if shown.title else ""
    return f'<div class="tr-slide-head">{kicker}{title}</div>'


def _foot(shown: Slide, deck: Deck, number: int) -> str:
    source = f"<p>{html(shown.source)}</p>" if shown.source else ""
    return f'<div class="tr-slide-foot">{source}<p><span>{html(deck.footer)}</span><span>{number}</span></p></div>'


def _body(shown: Slide, look: Look, key: str) -> None:
    if not shown.comment:
        _exhibits(shown.exhibits, look, key)
        return
    left, right = st.columns([2, 1], gap="medium")
    with left:
        _exhibits(shown.exhibits, look, key)
    with right:
        draw(_comment(shown.comment_heading, shown.comment))


def _exhibits(exhibits: tuple[Exhibit, ...], look: Look, key: str) -> None:
    for place, exhibit in enumerate(exhibits):
        _drawer(exhibit, look, f"{key}-{place}")()


def _drawer(exhibit: Exhibit, look: Look, key: str) -> Callable[[], None]:
    match exhibit:
        case Cover():
            return partial(draw, _cover(exhibit))
        case Scorecards():
            return partial(scorecards, exhibit)
        case Table():
            return partial(table, exhibit)
        case ColumnChart():
            return partial(_columns, exhibit, look, key, CHART_HEIGHT)
        case Panels():
            return partial(_panels, exhibit, look, key)
        case VarianceBars():
            return partial(_variance, exhibit, look, key)
        case StoryCards():
            return partial(draw, _stories(exhibit))


def _columns(exhibit: ColumnChart, look: Look, key: str, pixels: int, frame: Frame = Frame()) -> None:
    below = f"<span>{html(exhibit.subtitle)}</span>" if exhibit.subtitle else ""
    draw(f'<p class="tr-chart-title"><b>{html(exhibit.title)}</b> {below}</p>')
    chart(column_chart(exhibit, look, frame), exhibit.alt, key=f"chart-{key}", height=pixels, themed=False)


def _panels(exhibit: Panels, look: Look, key: str) -> None:
    columns = st.columns(exhibit.columns, gap="medium")
    pixels = PANEL_HEIGHT if len(exhibit.charts) > exhibit.columns else CHART_HEIGHT - 90
    frame = Frame(_most(exhibit) if exhibit.one_scale else None, sparse=exhibit.columns > 1)
    for place, one in enumerate(exhibit.charts):
        with columns[place % exhibit.columns]:
            _columns(one, look, f"{key}-{place}", pixels, frame)


def _most(exhibit: Panels) -> float | None:
    """The largest value of all charts: their common scale."""
    values = [v for one in exhibit.charts for series in one.series for v in series.values if v is not None]
    return max(values, default=None)


def _variance(exhibit: VarianceBars, look: Look, key: str) -> None:
    chart(variance_bars(exhibit, look), exhibit.alt, key=f"chart-{key}", height=height(exhibit), themed=False)
    draw(f'<p class="tr-legend">{html(exhibit.legend)}</p>')


def _cover(cover: Cover) -> str:
    lines = "".join(f"<p>{html(line)}</p>" for line in cover.lines)
    return f'<div class="tr-cover"><h3>{html(cover.client)}</h3><p class="tr-cover-sub">{html(cover.subtitle)}</p>{lines}</div>'


def _comment(heading: str, paragraphs: tuple[Paragraph, ...]) -> str:
    return f'<div class="tr-comment"><h4>{html(heading)}</h4>{_paragraphs(paragraphs)}</div>'


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(
        f"<p>{f'<b>{html(paragraph.lead)}</b> ' if paragraph.lead else ''}{html(paragraph.text)}</p>"
        for paragraph in paragraphs
    )


def _stories(stories: StoryCards) -> str:
    kind = "tr-stories-rows" if stories.as_rows else "tr-stories"
    return f'<div class="{kind}">{"".join(_story(card) for card in stories.cards)}</div>'


def _story(card: StoryCard) -> str:
    value = f'<p class="tr-story-value">{html(card.value)}</p>' if card.value else ""
    deltas = "".join(delta_markup(delta) for delta in card.deltas)
    figures = f'<p class="tr-story-figures tr-{tone(card.verdict)}">{html(card.figures)}</p>' if card.figures else ""
    told = f"<h4>{html(card.heading)}</h4>{value}{deltas}{figures}{_paragraphs(card.paragraphs)}"
    return f'<div class="tr-story tr-top-{tone(card.verdict)}">{told}</div>'
