"""Which mark is the decimal one, settled by all number cells of a table together, never cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tiger_reports.panels.number_text import GROUP, Mark, core_of

EXAMPLES = 5


@dataclass
class Evidence:
    """Cells that speak for one decimal mark, and cells that could be read both ways."""

    examples: dict[Mark, list[str]] = field(default_factory=lambda: {mark: [] for mark in Mark})
    unclear: list[str] = field(default_factory=list)

    def add(self, text: str, *, counts: bool) -> None:
        """Weigh one cell. In a column of `counts` a lone mark before three digits groups thousands."""
        core = core_of(text)
        if not core:
            return
        mark = decimal_of(core, counts=counts)
        listed = (
            self.unclear if mark is None and is_unclear(core) else self.examples.get(mark) if mark else None
        )
        if listed is not None and len(listed) < EXAMPLES:
            listed.append(text)

    def add_all(self, texts: Iterable[str | None], *, counts: bool) -> None:
        for text in texts:
            if text and not text.isdigit():
                self.add(text, counts=counts)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in Mark if self.examples[mark])


def decimal_of(core: str, *, counts: bool = False) -> Mark | None:
    """The decimal mark that a cell proves; None where it proves nothing.

    `1,234.5` both marks: the last is decimal · `1.234.567` twice: groups · `12.5` not three digits: decimal
    · `0.123`, `1234.567`: cannot be groups · `1.234`: nothing, unless it counts things.
    """
    marks = [character for character in core if character in ".,"]
    if not marks:
        return None
    if len(set(marks)) > 1:
        return Mark(marks[-1])
    only = Mark(marks[0])
    if len(marks) > 1:
        return _other(only)
    whole, _, part = core.partition(only.value)
    could_group = len(part) == GROUP and 1 <= len(whole) <= GROUP and not whole.startswith("0")
    if not could_group:
        return only
    return _other(only) if counts else None


def is_unclear(core: str) -> bool:
    return any(mark in core for mark in ".,")


def _other(mark: Mark) -> Mark:
    return Mark.COMMA if mark is Mark.POINT else Mark.POINT
