"""How many characters the comment's place on a slide still takes, measured as the deck measures it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tiger_reports.commentary.checked import told_comment
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.decks.layout.comment import comment_boxes
from tiger_reports.decks.layout.fit import SIZES, paragraphs_height
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing.comments import comment_words
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.report import MonthReport

SAMPLE = "wzrost kosztu kliknięcia w kampanii, a zmiana trwa drugi tydzień i dotyczy nowych kreacji "
MOST = 2000
"""More than any panel holds; the search ends here."""


@dataclass(frozen=True)
class Room:
    """`limit`: how long the field may become beside the others; `fits` speaks of the text as it is."""

    limit: int
    fits: bool


@dataclass(frozen=True)
class _Place:
    """The card's words as the deck tells them: in its language, its font, its panel."""

    telling: Telling
    card: Card

    def holds(self, comment: Comment) -> bool:
        box, telling = comment_boxes(WIDE.comment).words, self.telling
        words = comment_words(telling, self.card, comment)
        return paragraphs_height(words, box.width, SIZES[-1], telling.family) <= box.height


def room(report: MonthReport, card: Card, comment: Comment, field: str) -> Room:
    """Room for `field` of a comment beside its other fields."""
    language = report.client.language
    place = _Place(Telling(report, language, draft=True), card)
    shown = told_comment(comment, FactTable(report), language)
    text = str(getattr(shown, field))
    longer = len(str(getattr(comment, field))) - len(
        text
    )  # chips are longer than the figures that they become
    if place.holds(shown):
        return Room(_longest(place, shown, field, text) + longer, fits=True)
    return Room(_longest(place, shown, field, "") + longer, fits=False)


def _longest(place: _Place, comment: Comment, field: str, text: str) -> int:
    """Length of the longest text that starts like `text` and still fits, by halving."""
    filler = SAMPLE * (MOST // len(SAMPLE) + 1)
    low, high = len(text), max(MOST, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        changes: dict[str, Any] = {field: text + filler[: middle - len(text)]}
        fits = place.holds(replace(comment, **changes))
        low, high = (middle, high) if fits else (low, middle - 1)
    return low
