"""A rectangle on a slide, in inches from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, dx: float, dy: float | None = None) -> Box:
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def top(self, height: float) -> Box:
        return replace(self, height=height)

    def below(self, height: float) -> Box:
        """What is left under a strip of `height`."""
        return Box(self.x, self.y + height, self.width, self.height - height)

    def left(self, width: float) -> Box:
        return replace(self, width=width)

    def beside(self, width: float) -> Box:
        """What is left to the right of a strip of `width`."""
        return Box(self.x + width, self.y, self.width - width, self.height)

    def columns(self, count: int, gap: float) -> tuple[Box, ...]:
        width = (self.width - gap * (count - 1)) / count
        return tuple(Box(self.x + i * (width + gap), self.y, width, self.height) for i in range(count))

    def rows(self, count: int, gap: float) -> tuple[Box, ...]:
        height = (self.height - gap * (count - 1)) / count
        return tuple(Box(self.x, self.y + i * (height + gap), self.width, height) for i in range(count))

    def cells(self, count: int, columns: int, gap: float) -> tuple[Box, ...]:
        """`count` equal boxes row by row, `columns` in a row."""
        lines = self.rows(-(-count // columns), gap)
        return tuple(cell for line in lines for cell in line.columns(columns, gap))[:count]

    def weighted(self, weights: tuple[float, ...]) -> tuple[Box, ...]:
        """Boxes side by side whose widths are in the ratio of `weights`."""
        total, x, boxes = sum(weights), self.x, []
        for weight in weights:
            boxes.append(Box(x, self.y, self.width * weight / total, self.height))
            x += self.width * weight / total
        return tuple(boxes)
