"""What a number is about: whose figure it is, of when, and of which part of the account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from tiger_reports.commentary.claims.beside import REACH, Named
from tiger_reports.commentary.claims.role import Role
from tiger_reports.commentary.claims.scan import Place, words_between
from tiger_reports.commentary.claims.subject import Subject
from tiger_reports.commentary.reading.months_in_text import Month
from tiger_reports.commentary.reading.number_forms import SPACES
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, previous_month, same_month_last_year


@dataclass(frozen=True)
class Spot(Subject):
    """One number with all that its sentence and the text say of it: the metrics, the months, the places."""

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
