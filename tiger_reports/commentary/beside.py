"""The words around a number: whether it is a level or a difference, how exact it is, which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from tiger_reports.commentary.lexicon import Mention
from tiger_reports.commentary.months_in_text import Month
from tiger_reports.commentary.number_forms import SPACES, Typed
from tiger_reports.commentary.scan import Place, Scan, words_between

REACH = 3
"""So many words may stand between a word and the number that it belongs to."""

_ARROW = re.compile(r"^\s*(?:→|->|=>|➔|➜)\s*$")
_GAP = re.compile(rf"[{SPACES}\n\"„“«]*$")
OF = frozenset(("of", "of the", "out of", "out of the", "z", "ze", "spośród", "из"))
"""What makes the number behind it that of the whole: `85 of 108`."""

Named = TypeVar("Named", Mention, Month, Place)


class Role(StrEnum):
    """The part that a number plays: a level, a difference, the start or the end of one."""

    ANY = "any"
    BY = "by"
    TO = "to"
    AT = "at"  # a level that nothing is said to have moved to
    FROM = "from"
    BASE = "base"


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
        found = self._ending("hedge")
        return (
            found.name if found else ("about" if self._before(self.number.start).endswith(("~", "≈")) else "")
        )

    @cached_property
    def role(self) -> Role:
        if self._arrow(self.at - 1) or self._arrow(self.at):
            return Role.TO if self._arrow(self.at - 1) else Role.FROM
        edge = self._edge
        named = self._ending("role", edge, ("by", "to", "at", "from", "base"))
        if named is not None:
            return self._told(Role(named.name))
        if self._near_to(edge):
            return Role.TO
        turned = self.moved_after is not None and self.moved_after.name in ("up", "down")
        if turned or self._ends_with(self.scan.moves, edge):
            return Role.BY
        return Role.ANY

    def _told(self, role: Role) -> Role:
        """The part that a word gives it, unless what follows says otherwise."""
        if role is Role.FROM and not self._ends_somewhere:
            return Role.ANY
        return Role.BY if role in (Role.TO, Role.AT) and self.moved_after is not None else role

    @cached_property
    def _ends_somewhere(self) -> bool:
        """Whether the next number says where it went: `from 83 to 104`, and not `with 83 clicks`."""
        if self.at + 1 >= len(self.scan.numbers):
            return False
        return replace(self, at=self.at + 1).role is Role.TO

    @cached_property
    def of_all(self) -> bool:
        """`85 of 108`: the second number is that of the whole."""
        if not self.at:
            return False
        gap = self.scan.plain[self.scan.numbers[self.at - 1].end : self.number.start]
        return gap.strip(SPACES).casefold() in OF

    @cached_property
    def _edge(self) -> int:
        """Where the number begins with its hedges and small words such as `only` or `aż`."""
        edge = self.number.start
        for _ in range(REACH):
            found = self._ending("hedge", edge) or self._ending("role", edge, ("filler",))
            if found is None:
                break
            edge = found.start
        return edge

    def _near_to(self, edge: int) -> bool:
        """`do rekordowych 24 830`: an adjective between the word and its number."""
        return any(
            self.before[0] <= one.start
            and words_between(self.scan.plain, one.end, edge) == 1
            and not self._any_in(self.scan.metrics, one.end, edge)
            and not self._any_in(self.scan.moves, one.end, edge)
            and not self._any_in(self.scan.months, one.end, edge)
            for one in self.scan.marks("role", "to")
            if one.end <= edge and not self._part_of_name(one)
        )

    def _arrow(self, at: int) -> bool:
        numbers = self.scan.numbers
        if at < 0 or at + 1 >= len(numbers):
            return False
        return bool(_ARROW.match(self.scan.text[numbers[at].end : numbers[at + 1].start]))

    def _before(self, at: int) -> str:
        return self.scan.plain[self.sentence[0] : at].rstrip(SPACES + "\n")

    def _ending(self, section: str, at: int | None = None, names: tuple[str, ...] = ()) -> Mention | None:
        found = (one for one in self.scan.marks(section, *names) if not self._part_of_name(one))
        return self._ends_with(found, self.number.start if at is None else at)

    def _part_of_name(self, mention: Mention) -> bool:
        """Whether a word belongs to a longer name: the `to` of `adds to cart`, of `month to month`."""
        names: tuple[Mention | Month, ...] = (*self.scan.metrics, *self.scan.months)
        return any(one.start <= mention.start and mention.end <= one.end for one in names)

    def _ends_with(self, mentions: Iterable[Mention], at: int) -> Mention | None:
        """The mention that ends right before a place."""
        near = (one for one in mentions if one.end <= at and _GAP.fullmatch(self.scan.plain[one.end : at]))
        return next(near, None)

    @staticmethod
    def _any_in(mentions: Iterable[Mention | Month | Place], start: int, end: int) -> bool:
        return any(start <= one.start and one.end <= end for one in mentions)

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

    def said_near(self, name: str) -> bool:
        return self.scan.said("mark", name, *self.clause)

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
