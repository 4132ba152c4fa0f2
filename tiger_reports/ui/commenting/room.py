"""How many characters the comment's place on a slide still takes, measured as the deck measures it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tiger_reports.decks.layout.comment import comment_boxes
from tiger_reports.decks.layout.fit import SIZES, paragraphs_height
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.monthly.comments import comment_words
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.model.card import Comment
from tiger_reports.model.report import MonthReport

SAMPLE = "wzrost kosztu kliknięcia w kampanii, a zmiana trwa drugi tydzień i dotyczy nowych kreacji "
MOST = 2000
"""More than any panel holds; the search ends here."""


@dataclass(frozen=True)
class Room:
    """`limit` is how long the field may become beside the other fields; `fits` speaks of the text as it is."""

    limit: int
    fits: bool


def room(report: MonthReport, comment: Comment, field: str) -> Room:
    """Room for `field` of a comment in the deck's language and font."""
    telling = Telling(report, report.client.language, draft=True)
    text = str(getattr(comment, field))
    if _fits(telling, comment):
        return Room(_longest(telling, comment, field, text), fits=True)
    return Room(_longest(telling, comment, field, ""), fits=False)


def _longest(telling: Telling, comment: Comment, field: str, text: str) -> int:
    """Length of the longest text that starts like `text` and still fits, by halving."""
    filler = SAMPLE * (MOST // len(SAMPLE) + 1)
    low, high = len(text), MOST
    while low < high:
        middle = (low + high + 1) // 2
        longer = text + filler[: middle - len(text)]
        low, high = (middle, high) if _fits(telling, replace(comment, **{field: longer})) else (low, middle - 1)
    return low


def _fits(telling: Telling, comment: Comment) -> bool:
    box = comment_boxes(WIDE.comment).words
    return paragraphs_height(comment_words(telling, comment), box.width, SIZES[-1], telling.family) <= box.height
