"""The words around a number: where its clause runs, how exact it is, which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tiger_reports.commentary.claims.scan import Place, Scan, words_between
from tiger_reports.commentary.reading.lexicon import Mention
from tiger_reports.commentary.reading.months_in_text import Month
from tiger_reports.commentary.reading.number_forms import SPACES, Typed

REACH = 3
"""So many words may stand between a word and the number that it belongs to."""

_GAP = re.compile(rf"[{SPACES}\n\"„“«]*$")
OF = frozenset(("of", "of the", "out of", "out of the", "z", "ze", "spośród", "из"))
"""What makes the number behind it that of the whole: `85 of 108`."""

Named = TypeVar("Named", Mention, Month, Place)


@dataclass(frozen=True)
class Beside:
    """One number of a scan, and the words around it."""

    scan: Scan
    at: int

    @property
    def number(self) -> Typed:
        return self.scan.numbers[self.at]

    @cached_property
    def clause(self) -> tuple[int, int]:
        return self.scan.span(self.scan.clauses, self.number.start)

    @cached_property
    def sentence(self) -> tuple[int, int]:
        return self.scan.span(self.scan.sentences, self.number.start)

    @cached_property
    def before(self) -> tuple[int, int]:
        """From the end of the number before, inside the clause, to this one."""
        start = self.clause[0]
        if self.at:
            start = max(start, self.scan.numbers[self.at - 1].end)
        return start, self.number.start

    @cached_property
    def after(self) -> tuple[int, int]:
        end = self.clause[1]
        if self.at + 1 < len(self.scan.numbers):
            end = min(end, self.scan.numbers[self.at + 1].start)
        return self.number.end, max(end, self.number.end)

    # --- the words right beside it

    @cached_property
    def hedge(self) -> str:
        """`about`, `over`, `under`, or nothing."""
        found = self.ending("hedge")
        return (
            found.name if found else ("about" if self._before(self.number.start).endswith(("~", "≈")) else "")
        )

    @cached_property
    def of_all(self) -> bool:
        """`85 of 108`: the second number is that of the whole."""
        if not self.at:
            return False
        gap = self.scan.plain[self.scan.numbers[self.at - 1].end : self.number.start]
        return gap.strip(SPACES).casefold() in OF

    def _before(self, at: int) -> str:
        return self.scan.plain[self.sentence[0] : at].rstrip(SPACES + "\n")

    def ending(self, section: str, at: int | None = None, names: tuple[str, ...] = ()) -> Mention | None:
        """The word of a section that ends right before a place, by default before the number."""
        found = (one for one in self.scan.marks(section, *names) if not self.part_of_name(one))
        return self.ends_with(found, self.number.start if at is None else at)

    def part_of_name(self, mention: Mention) -> bool:
        """Whether a word belongs to a longer name: the `to` of `adds to cart`, of `month to month`."""
        names: tuple[Mention | Month, ...] = (*self.scan.metrics, *self.scan.months)
        return any(one.start <= mention.start and mention.end <= one.end for one in names)

    def ends_with(self, mentions: Iterable[Mention], at: int) -> Mention | None:
        """The mention that ends right before a place."""
        near = (one for one in mentions if one.end <= at and _GAP.fullmatch(self.scan.plain[one.end : at]))
        return next(near, None)

    @cached_property
    def moved_after(self) -> Mention | None:
        """`12 % fewer`: the move that follows at once."""
        near = (one for one in self.scan.moves if one.start >= self.number.end)
        found = next(near, None)
        if found is None or not _GAP.fullmatch(self.scan.plain[self.number.end : found.start].lstrip()):
            return None
        return found if self.scan.plain[self.number.end : found.start].strip(SPACES) == "" else None

    @cached_property
    def move(self) -> str:
        """`up`, `down`, `better`, `worse`, or nothing."""
        if self.moved_after is not None:
            return self.moved_after.name
        near = self._nearest_before(self.scan.moves, self.before[0])
        if near is None and not self.number.sign:
            near = self._nearest_before(self.scan.moves, self.clause[0])
        if near is None:
            near = next((one for one in self.scan.moves if self.after[0] <= one.start < self.after[1]), None)
        return near.name if near else ""

    def _nearest_before(self, mentions: Iterable[Named], start: int) -> Named | None:
        found = [one for one in mentions if start <= one.start and one.end <= self.number.start]
        return found[-1] if found else None

    # --- words of a list, anywhere or near

    def said(self, name: str) -> bool:
        """Whether the sentence holds a word of the list."""
        return self.scan.said("mark", name, *self.sentence)

    def beside(self, name: str) -> bool:
        """Whether such a word stands right beside the number."""
        start = self.number.start
        return self.before_thing(name) or any(
            self.before[0] <= one.start
            and one.end <= start
            and words_between(self.scan.plain, one.end, start) < REACH - 1
            for one in self.scan.marks("mark", name)
        )

    def before_thing(self, name: str) -> bool:
        """Whether such a word follows the number: `3 new creatives`."""
        end = self.number.end
        return any(
            end <= one.start < self.after[1] and words_between(self.scan.plain, end, one.start) < REACH - 1
            for one in self.scan.marks("mark", name)
        )
