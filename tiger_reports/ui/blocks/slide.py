"""A slide on the page, from the same values that the PowerPoint file is drawn from.

Paper is light in every theme; the top band and the dark colour are the client's.
"""

from __future__ import annotations

import re

import streamlit as st

from tiger_reports.decks.pptx_renderer.colours import palette
from tiger_reports.model.client import Brand
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.ui.blocks.slide_exhibits import exhibits
from tiger_reports.ui.blocks.slide_words import comment_markup
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.charts.palette import paper, typeface
from tiger_reports.ui.markup import draw
from tiger_reports.ui.plain import html

HEX = re.compile(r"[0-9A-Fa-f]{6}")
FONT = re.compile(r"[\w \-]{1,40}")


def slide(deck: Deck, number: int, brand: Brand, picture: str = "") -> None:
    """Draw slide `number` of the deck, counted from 1; `picture` is the logo's data address."""
    shown = deck.slides[number - 1]
    look = Look(deck.language, paper(brand.primary, brand.accent), typeface(brand.font))
    with st.container(key=f"slide-{number}", gap="small"):
        draw(_head(shown, deck, picture))
        _body(shown, look, f"slide-{number}")
        draw(_foot(shown, deck, number))


def brand_style(brand: Brand) -> None:
    """The client's colours and font for every slide on the page, each only if it is one."""
    font = f" --tr-font: {typeface(brand.font)};" if FONT.fullmatch(brand.font) else ""
    draw(f"<style>[class*='st-key-slide-'] {{ {brand_colours(brand)}{font} }}</style>")


def brand_colours(brand: Brand) -> str:
    """The colours as style rules; small text takes the accent that the deck takes for it."""
    if not (HEX.fullmatch(brand.primary) and HEX.fullmatch(brand.accent)):
        return ""
    text = palette(brand).accent_text
    return f"--tr-brand:#{brand.primary};--tr-brand-accent:#{brand.accent};--tr-brand-accent-text:#{text};"


def _head(shown: Slide, deck: Deck, picture: str) -> str:
    draft = f'<span class="tr-draft">{html(deck.draft)}</span>' if deck.draft else ""
    logo = f'<img class="tr-slide-logo" alt="" src="{picture}">' if picture else ""
    kicker = f'<p class="tr-slide-kicker"><span>{html(shown.kicker)}</span>{draft}{logo}</p>'
    title = f'<p class="tr-slide-title" role="heading" aria-level="3">{html(shown.title)}</p>'
    return f'<div class="tr-slide-head">{kicker}{title if shown.title else ""}</div>'


def _body(shown: Slide, look: Look, key: str) -> None:
    if not shown.comment:
        exhibits(shown.exhibits, look, key)
        return
    left, right = st.columns([2, 1], gap="medium")
    with left:
        exhibits(shown.exhibits, look, key)
    with right:
        draw(comment_markup(shown.comment_heading, shown.comment))


def _foot(shown: Slide, deck: Deck, number: int) -> str:
    source = f"<p>{html(shown.source)}</p>" if shown.source else ""
    line = f"<p><span>{html(deck.footer)}</span><span>{number}</span></p>"
    return f'<div class="tr-slide-foot">{source}{line}</div>'
