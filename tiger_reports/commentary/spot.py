"""What the words around a number say of it: whose figure it is, when, where, and which way it moved."""

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
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, previous_month, same_month_last_year

REACH = 3
"""So many words may stand between a word and the number that it belongs to."""

_ARROW = re.compile(r"^\s*(?:→|->|=>|➔|➜)\s*$")
_GAP = re.compile(rf"[{SPACES}\n\"„“«]*$")


class Role(StrEnum):
    """The part that a number plays: a level, a difference, the start or the end of one."""

    ANY = "any"
    BY = "by"
    TO = "to"
    AT = "at"  # a level that nothing is said to have moved to
    FROM = "from"
    BASE = "base"


@dataclass(frozen=True)
class About:
    """What a text is about before it names anything. `intent`: it speaks of what is to come."""

    metric: str = ""
    scope: Scope = Scope()
    bases: tuple[Period, ...] = ()
    intent: bool = False


Named = TypeVar("Named", Mention, Month, Place)


@dataclass(frozen=True)
class Spot:
    """One number of a scan, with its neighbours."""

    scan: Scan
    at: int
    about: About

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
        if self._arrow(self.at - 1):
            return Role.TO
        if self._arrow(self.at):
            return Role.FROM
        edge = self._edge
        named = self._ending("role", edge, ("by", "to", "at", "from", "base"))
        if named is not None:
            role = Role(named.name)
            if role is Role.FROM and not self._ends_somewhere:
                return Role.ANY
            return Role.BY if role in (Role.TO, Role.AT) and self.moved_after is not None else role
        if self._near_to(edge):
            return Role.TO
        turned = self.moved_after is not None and self.moved_after.name in ("up", "down")
        if turned or self._ends_with(self.scan.moves, edge):
            return Role.BY
        return Role.ANY

    @cached_property
    def _ends_somewhere(self) -> bool:
        """Whether the next number says where it went: `from 83 to 104`, and not `with 83 clicks`."""
        if self.at + 1 >= len(self.scan.numbers):
            return False
        return Spot(self.scan, self.at + 1, self.about).role is Role.TO

    @cached_property
    def of_all(self) -> bool:
        """`85 of 108`: the second number is that of the whole."""
        if not self.at:
            return False
        gap = self.scan.plain[self.scan.numbers[self.at - 1].end : self.number.start]
        return gap.strip(SPACES).casefold() in OF

    @cached_property
    def part_of(self) -> bool:
        """`37 % of spend`: a percentage of what is named right behind it."""
        return self.number.unit == "percent" and self._following is not None and not self.move

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

    # --- what it is

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

    @cached_property
    def _following(self) -> Mention | None:
        """The metric that follows with nothing but moves and small words between: `12 % more clicks`."""
        found = next((one for one in self.scan.metrics if self.after[0] <= one.start < self.after[1]), None)
        if found is None:
            return None
        gap = self.scan.plain[self.number.end : found.start]
        for move in self.scan.moves:
            if self.number.end <= move.start and move.end <= found.start:
                gap = gap.replace(move.text, "", 1)
        return found if all(word.casefold() in SMALL for word in gap.split()) else None

    @cached_property
    def _run(self) -> tuple[Mention, ...]:
        """The metrics named last before the number in its clause, no number among them."""
        numbers = [one.start for one in self.scan.numbers[: self.at] if one.start >= self.clause[0]]
        held = [
            one for one in self.scan.metrics if self.clause[0] <= one.start and one.end <= self.number.start
        ]
        if not held:
            return ()
        cut = max((at for at in numbers if at < held[-1].start), default=-1)
        return tuple(one for one in held if one.start > cut)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Metrics named in the clause that the number may belong to; empty where it names none."""
        following, run = self._following, self._run
        if following is not None and (not run or not (self.number.unit or self.number.currency)):
            return (following,)
        if run:
            nearest = run if self._respectively else run[-2:]
            return (*nearest, *((following,) if following else ()))
        later = [one for one in self.scan.metrics if self.after[0] <= one.start < self.after[1]]
        return tuple(later[:1])

    @property
    def _respectively(self) -> bool:
        return self.scan.said("mark", "respectively", *self.sentence)

    @cached_property
    def named(self) -> bool:
        """Whether the clause names the metric by a word that means nothing else."""
        return any(one.start not in self.scan.weak for one in self.mentions)

    @cached_property
    def metrics(self) -> frozenset[str]:
        """Metrics whose figure it may be."""
        found = frozenset(key for one in self.mentions for key in one.names)
        return found if self.named else found | self._carried

    @cached_property
    def _carried(self) -> frozenset[str]:
        """From earlier in the sentence, and what the text is about."""
        named = [
            one for one in self.scan.metrics if self.sentence[0] <= one.start and one.end <= self.number.start
        ]
        held = [one for one in named if one.start not in self.scan.weak] or named
        chosen = held if self._respectively else [*held[:1], *held[-1:]]
        keys = {key for one in chosen for key in one.names}
        return frozenset(keys | {self.about.metric} - {""})

    @cached_property
    def carries(self) -> bool:
        """Whether the sentence names a metric before the clause does."""
        return self.named or any(
            self.sentence[0] <= one.start < self.number.start and one.start not in self.scan.weak
            for one in self.scan.metrics
        )

    # --- when and where

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Times in the clause that belong to this number: nearer to it than to its neighbours."""
        own = tuple(one for one in self._inside(self.scan.months) if self._mine(one))
        return own or self._bracketed

    @cached_property
    def _bracketed(self) -> tuple[Month, ...]:
        """`a year ago (345)`: the time right before the bracket that the number opens."""
        opened = self.scan.plain[: self.number.start].rstrip(SPACES)
        if not opened.endswith("("):
            return ()
        end = len(opened[:-1].rstrip(SPACES))
        return tuple(
            replace(one, compared=bool(self.number.sign))
            for one in self.scan.months
            if one.end == end and not one.adverb
        )

    def _mine(self, one: Month) -> bool:
        numbers = [
            (at, number)
            for at, number in enumerate(self.scan.numbers)
            if self.clause[0] <= number.start < self.clause[1]
        ]
        before = [pair for pair in numbers if pair[1].end <= one.start]
        after = [pair for pair in numbers if pair[1].start >= one.end]
        if not before or not after:
            return (before or after)[-1 if before else 0][0] == self.at
        back = words_between(self.scan.plain, before[-1][1].end, one.start)
        ahead = words_between(self.scan.plain, one.end, after[0][1].start)
        return self.at == (before[-1][0] if back <= ahead else after[0][0])

    def _inside(self, mentions: Iterable[Named], span: tuple[int, int] | None = None) -> list[Named]:
        start, end = span or self.clause
        return [one for one in mentions if start <= one.start and one.end <= end]

    @cached_property
    def leading(self) -> tuple[Month, ...]:
        """Times of the clause, else of the sentence before it, else none."""
        clause = self.months or tuple(self._inside(self.scan.months))
        if clause:
            return tuple(clause)
        return tuple(
            one for one in self._inside(self.scan.months, self.sentence) if one.end <= self.number.start
        )

    @cached_property
    def elsewhen(self) -> bool:
        """Whether it speaks of a time that the report has no figures of."""
        return any(one.period is None for one in self._inside(self.scan.months, self.sentence))

    @cached_property
    def bases(self) -> frozenset[Period]:
        """What a change may be measured from."""
        now = self.scan.table.period
        clause = [one.period for one in self.leading if one.period not in (None, now)]
        if clause and self._inside(self.scan.months):
            return frozenset(period for period in clause if period)
        if not clause:
            before = [one for one in self.scan.months if one.end <= self.sentence[0]]
            clause = [one.period for one in before if one.period not in (None, now)]
        return frozenset([*(period for period in clause if period), *self.about.bases])

    @cached_property
    def told_of(self) -> frozenset[Period]:
        """The months whose change or value the clause tells; empty where it names none."""
        own = self.months if self.role not in (Role.BASE, Role.FROM) else ()
        return frozenset(one.period for one in own if one.period and not one.compared)

    @cached_property
    def periods(self) -> frozenset[Period]:
        """Months whose value it may be."""
        now = self.scan.table.period
        mine = [one.period for one in self.months if one.period and not one.adverb]
        if self.role in (Role.BASE, Role.FROM):
            named = [one for one in mine if one != now] or [
                one.period for one in self.leading if one.period and one.period != now
            ]
            fallback = self.about.bases or (previous_month(now), same_month_last_year(now))
            return frozenset(
                named or ((*fallback, now) if self.role is Role.FROM and self.about.intent else fallback)
            )
        if self.told_of:
            return self.told_of
        carried = [one.period for one in self.leading if one.period and not one.compared]
        return frozenset([*carried, now])

    @cached_property
    def scopes(self) -> frozenset[Scope]:
        """Channels and campaigns that it may be about; those of the clause where it names some."""
        clause = [one for one in self._inside(self.scan.places) if self._there(one)]
        places = clause or self._inside(self.scan.places, self.sentence)
        found = frozenset(scope for place in places for scope in place.scopes)
        if clause and not self.of_all and not self.scan.said("mark", "whole", *self.sentence):
            return found
        return found | {self.about.scope, Scope()}

    def _there(self, place: Place) -> bool:
        """Whether a place of the clause is the number's: before it, or close behind, and no cause between."""
        if place.end <= self.number.start:
            return True
        gap = self.scan.plain[self.number.end : place.start]
        caused = self.scan.said("mark", "cause", self.number.end, place.start)
        return not caused and ":" not in gap and words_between(gap, 0, len(gap)) <= REACH

    # --- marks

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


OF = frozenset(("of", "of the", "out of", "out of the", "z", "ze", "spośród", "из"))
SMALL = frozenset(
    (
        "of",
        "in",
        "the",
        "w",
        "we",
        "v",
        "ve",
        "в",
        "во",
        "на",
        "new",
        "nowych",
        "nových",
        "новых",
        "za",
        "u",
        "у",
    )
)
"""Words that may stand between a number and the name of what it counts."""
