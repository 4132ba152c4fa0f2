"""The frame that every content slide shares, computed on a 12-column grid from the slide's size."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box

COLUMNS = 12
TWO_LINES, ONE_LINE = 0.95, 0.5
"""Heights of a title; slides are paged for two lines, so a one-line title only adds room."""
EXHIBIT_COLUMNS = 8


@dataclass(frozen=True)
class Frame:
    """Boxes of a slide `width` x `height` inches; every one is computed, none is drawn by eye."""

    width: float = 13.333
    height: float = 7.5
    margin: float = 0.5
    gutter: float = 0.28
    title_height: float = TWO_LINES

    @property
    def content_width(self) -> float:
        return self.width - 2 * self.margin

    def span(self, first: int, count: int) -> tuple[float, float]:
        """Left edge and width of `count` columns from column `first`, counted from 0."""
        column = (self.content_width - (COLUMNS - 1) * self.gutter) / COLUMNS
        return self.margin + first * (column + self.gutter), count * (column + self.gutter) - self.gutter

    @property
    def band(self) -> Box:
        return Box(0, 0, self.width, 0.09)

    @property
    def logo(self) -> Box:
        return Box(self.width - self.margin - 1.3, 0.24, 1.3, 0.36)

    @property
    def kicker(self) -> Box:
        return Box(self.margin, 0.3, self.content_width * 0.6, 0.28)

    @property
    def draft(self) -> Box:
        return Box(self.margin + self.content_width * 0.6, 0.27, self.content_width * 0.4 - 1.5, 0.3)

    @property
    def title(self) -> Box:
        return Box(self.margin, 0.6, self.content_width, self.title_height)

    @property
    def body(self) -> Box:
        top = self.title.bottom + 0.2
        return Box(self.margin, top, self.content_width, self.source.y - 0.12 - top)

    @property
    def exhibit(self) -> Box:
        """The left two thirds of the body, where a comment stands beside it."""
        x, width = self.span(0, EXHIBIT_COLUMNS)
        return Box(x, self.body.y, width, self.body.height)

    @property
    def comment(self) -> Box:
        """The right third of the body."""
        x, width = self.span(EXHIBIT_COLUMNS, COLUMNS - EXHIBIT_COLUMNS)
        return Box(x, self.body.y, width, self.body.height)

    @property
    def source(self) -> Box:
        return Box(self.margin, self.footer.y - 0.42, self.content_width, 0.38)

    @property
    def footer(self) -> Box:
        return Box(self.margin, self.height - 0.42, self.content_width * 0.8, 0.24)

    @property
    def number(self) -> Box:
        return Box(self.width - self.margin - 1.2, self.height - 0.42, 1.2, 0.24)


WIDE = Frame()
"""16:9, the size of our own decks."""
