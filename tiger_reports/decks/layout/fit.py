"""Does a text fit its box, at which size, and if not: how many characters are too many."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.model.exhibits.words import Paragraph

SIZES = (14.0, 13.0, 12.0, 11.0)
"""Steps tried in order before a text is continued on a second slide."""
PARAGRAPH_GAP = 0.09
"""Space between paragraphs in inches."""


@dataclass(frozen=True)
class Fit:
    """`cut` is how many characters must go at the smallest size; 0 where the text fits."""

    size: float
    lines: int
    cut: int = 0

    @property
    def fits(self) -> bool:
        return self.cut == 0


def fits(text: str, box: Box, *, sizes: tuple[float, ...] = SIZES, family: str = "Calibri") -> Fit:
    """The largest of `sizes` at which `text` stays inside `box`."""
    for size in sizes:
        kind = Type(size, family=family)
        lines = wrap(text, box.width, kind)
        if len(lines) * kind.line <= box.height:
            return Fit(size, len(lines))
    room = int(box.height / kind.line)
    kept = " ".join(lines[:room])
    return Fit(size, len(lines), max(len(text) - len(kept), 1))


def paragraphs_height(paragraphs: tuple[Paragraph, ...], width: float, size: float, family: str) -> float:
    """Height in inches of paragraphs set at `size` points in a column of `width` inches."""
    kind = Type(size, family=family)
    lines = sum(len(wrap(p.text, width, kind, lead=p.lead)) for p in paragraphs)
    return lines * kind.line + PARAGRAPH_GAP * max(len(paragraphs) - 1, 0)


def paragraphs_size(
    paragraphs: tuple[Paragraph, ...], box: Box, family: str, sizes: tuple[float, ...] = SIZES
) -> float | None:
    """The largest size at which the paragraphs stay inside `box`, or None."""
    return next(
        (size for size in sizes if paragraphs_height(paragraphs, box.width, size, family) <= box.height), None
    )
