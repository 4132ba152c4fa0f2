"""Changes told in words, as cards."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.words import Delta, Paragraph


@dataclass(frozen=True)
class StoryCard:
    """A change told in words: heading, the figures, paragraphs. `value` is set large, if given."""

    heading: str
    figures: str
    paragraphs: tuple[Paragraph, ...]
    verdict: Verdict
    value: str = ""
    deltas: tuple[Delta, ...] = ()
    evidence: str = ""  # what the data show, set quietly under the words
    picture: bytes = b""  # PNG or JPEG over the heading
    picture_alt: str = ""


@dataclass(frozen=True)
class StoryCards:
    """Cards side by side, at most `most` on a slide, or rows under each other.

    Rows have one column a paragraph, and `columns` at least, so that they stand under each other.
    """

    cards: tuple[StoryCard, ...]
    as_rows: bool = False
    most: int = 3
    columns: int = 3
