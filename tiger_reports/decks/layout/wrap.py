"""Greedy line breaking, as PowerPoint does it, with measured widths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tiger_reports.decks.layout.font import LINE_HEIGHT, POINTS, face

ELLIPSIS = "…"
KEPT_WIDTHS = 20_000
KEPT_TEXTS = 4_096


@dataclass(frozen=True)
class Type:
    """How text is set: font family, size in points, weight."""

    size: float
    bold: bool = False
    family: str = "Calibri"

    @property
    def line(self) -> float:
        """Height of one line in inches."""
        return self.size * LINE_HEIGHT / POINTS

    @lru_cache(maxsize=KEPT_WIDTHS)  # noqa: B019  (a value: equal types share what is kept)
    def width(self, text: str) -> float:
        """Width of `text` on one line in inches; the same words come again on every slide and every try."""
        return face(self.family, bold=self.bold).width(text, self.size)


@lru_cache(maxsize=KEPT_TEXTS)
def wrap(text: str, width: float, kind: Type, *, lead: str = "") -> tuple[str, ...]:
    """Lines of `text` in a column of `width` inches; `lead` is set bold before it.

    Only ordinary spaces break. A word wider than the column is cut where it must be.
    """
    bold = Type(kind.size, bold=True, family=kind.family)
    lines: list[str] = []
    for number, part in enumerate(text.split("\n")):
        words = [(word, bold) for word in lead.split(" ") if word] if number == 0 else []
        words += [(word, kind) for word in part.split(" ") if word]
        lines += _fill(words, width, kind.width(" "))
    return tuple(lines)


def _fill(words: list[tuple[str, Type]], width: float, space: float) -> list[str]:
    lines, used = [""], 0.0
    for word, kind in words:
        wide = kind.width(word)
        if lines[-1] and used + space + wide <= width:
            lines[-1] += f" {word}"
            used += space + wide
            continue
        pieces = [word] if wide <= width else _pieces(word, width, kind)
        lines = lines[:-1] + pieces if not lines[-1] else lines + pieces
        used = kind.width(pieces[-1])
    return lines


def _pieces(word: str, width: float, kind: Type) -> list[str]:
    pieces, used = [""], 0.0
    for character in word:
        wide = kind.width(character)
        if pieces[-1] and used + wide > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += character
        used += wide
    return pieces


def elide(text: str, width: float, kind: Type, lines: int = 1) -> str:
    """`text` itself where it fits into `lines`, else as much as fits and an ellipsis. For names only."""
    if len(wrap(text, width, kind)) <= lines:
        return text
    fits, over = 0, len(text)
    while over - fits > 1:
        middle = (fits + over) // 2
        cut = text[:middle].rstrip() + ELLIPSIS
        fits, over = (middle, over) if len(wrap(cut, width, kind)) <= lines else (fits, middle)
    return text[:fits].rstrip() + ELLIPSIS


def split(text: str, width: float, kind: Type, lines: int) -> tuple[str, str]:
    """The part of `text` that fills `lines`, and the rest; nothing is lost but the space between."""
    wrapped = wrap(text, width, kind)
    if len(wrapped) <= lines:
        return text, ""
    return "\n".join(wrapped[:lines]).replace("\n", " "), " ".join(wrapped[lines:])


def elide_middle(text: str, width: float, kind: Type) -> str:
    """`text` on one line, cut in its middle where it must be: beginnings and ends tell campaigns apart."""
    if kind.width(text) <= width:
        return text
    for kept in range(len(text) - 1, 1, -1):
        head = (kept + 1) // 2
        cut = f"{text[:head].rstrip()}{ELLIPSIS}{text[len(text) - (kept - head) :].lstrip()}"
        if kind.width(cut) <= width:
            return cut
    return elide(text, width, kind)
