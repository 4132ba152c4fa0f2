"""What a number is about: whose figure it is, of when, and of which part of the account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from tiger_reports.commentary.beside import REACH, Beside, Named, Role
from tiger_reports.commentary.lexicon import Mention
from tiger_reports.commentary.months_in_text import Month
from tiger_reports.commentary.number_forms import SPACES
from tiger_reports.commentary.scan import Place, words_between
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, previous_month, same_month_last_year

WHOLE = Scope()
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


@dataclass(frozen=True)
class About:
    """What a text is about before it names anything. `intent`: it speaks of what is to come."""

    metric: str = ""
    scope: Scope = WHOLE
    bases: tuple[Period, ...] = ()
    intent: bool = False


@dataclass(frozen=True)
class Spot(Beside):
    """One number, with what its sentence and the text say of it."""

    about: About

    # --- what it is

    @cached_property
    def part_of(self) -> bool:
        """`37 % of spend`: a percentage of what is named right behind it."""
        return self.number.unit == "percent" and self._following is not None and not self.move

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
