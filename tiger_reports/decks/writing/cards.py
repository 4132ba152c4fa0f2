"""Ideas and stories as cards: over as many slides as they need, money as it was named."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.slide import Slide
from tiger_reports.text.numbers import money


def budget(telling: Telling, amount: float | None) -> str:
    """Money as it was proposed; empty where nobody named it."""
    return money(amount, telling.report.client.currency, telling.language, 0) if amount is not None else ""


def card_slides(
    telling: TigerTelling, key: str, section: str, title: str, page: Page, story: StoryCards
) -> tuple[Slide, ...]:
    """Cards over as many slides as they need, under one title."""
    return tuple(
        Page(telling, key if at == 1 else f"{key}-{at}", section, page.shown).slide(title, portion)
        for at, portion in enumerate(pages(story, WIDE.body, telling.family), start=1)
    )
