"""Which stretches of the cooperation are held against each other, and the months that they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiger_reports.metrics.survey import Slice
from tiger_reports.model.fact import Grain
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period, month_of
from tiger_reports.model.stretch import Rule, Stretch
from tiger_reports.model.tiger_year import (
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    QUARTERS_A_YEAR,
    months_between,
    whole_months_from,
)


@dataclass(frozen=True)
class Frame:
    """The stretch that is told, what it is held against, and the months that are shown, oldest first.

    `previous` is the quarter before; of a year it is the year before, like `year_ago`.
    """

    now: Stretch
    previous: Stretch
    year_ago: Stretch
    baseline: Stretch
    shown: tuple[Period, ...]

    @property
    def stretches(self) -> tuple[Period, ...]:
        """Every stretch once, oldest first; they never overlap."""
        held = (self.now, self.previous, self.year_ago, self.baseline)
        return tuple(sorted({one.period for one in held}))

    @property
    def months(self) -> tuple[Period, ...]:
        """Every month that is shown or compared, oldest first."""
        return tuple(sorted({*self.shown, *self.now.months, *self.year_ago.months, *self.baseline.months}))

    @property
    def extent(self) -> Period:
        periods = (*self.stretches, *self.shown)
        return Period(min(p.start for p in periods), max(p.end for p in periods))


def quarter_frame(start: date, year: int, number: int, rule: Rule) -> Frame:
    """A quarter, the one before, and the same one a year before and in the year before the cooperation."""
    now = quarter(start, year, number, rule)
    before = (year, number - 1) if number > 1 else (year - 1, QUARTERS_A_YEAR)
    first = (year - 1) * MONTHS_A_YEAR + (number - 1) * MONTHS_A_QUARTER
    shown = months_between(
        _counted_from(start, rule), first - MONTHS_A_YEAR, MONTHS_A_YEAR + MONTHS_A_QUARTER
    )
    return Frame(
        now=now,
        previous=quarter(start, *before, rule),
        year_ago=quarter(start, year - 1, number, rule),
        baseline=quarter(start, 0, number, rule),
        shown=shown,
    )


def year_frame(start: date, year: int, rule: Rule) -> Frame:
    """A year, the one before it and the one before the cooperation; 24 months are shown."""
    before = whole_year(start, year - 1, rule)
    first = (year - 2) * MONTHS_A_YEAR
    shown = months_between(_counted_from(start, rule), first, 2 * MONTHS_A_YEAR)
    return Frame(whole_year(start, year, rule), before, before, whole_year(start, 0, rule), shown)


def quarter(start: date, year: int, number: int, rule: Rule) -> Stretch:
    first = (year - 1) * MONTHS_A_YEAR + (number - 1) * MONTHS_A_QUARTER
    return _stretch(DeckKind.QUARTER, start, year, number, first, MONTHS_A_QUARTER, rule)


def whole_year(start: date, year: int, rule: Rule) -> Stretch:
    return _stretch(DeckKind.YEAR, start, year, year, (year - 1) * MONTHS_A_YEAR, MONTHS_A_YEAR, rule)


def rule_for(slices: Iterable[Slice], start: date) -> Rule:
    """Whole calendar months where a channel's figures of a Tiger month cannot be cut out of what is stored.

    A row of one calendar month can only be cut by days, which nobody may; days of the same channel that other
    files hold need no such row.
    """
    if start.day == 1:
        return Rule()
    held = tuple(slices)
    found = {entry.channel for entry in held if _only_by_month(entry, held)}
    return Rule(bool(found), tuple(sorted(found)))


def _only_by_month(entry: Slice, held: tuple[Slice, ...]) -> bool:
    monthly = [span for span in entry.spans if entry.grain is not Grain.DAY and span.is_calendar_month]
    daily = [one for one in held if one.channel == entry.channel and one.grain is Grain.DAY]
    return any(not any(one.inside(span) for one in daily) for span in monthly)


def _stretch(  # noqa: PLR0913, PLR0917  (a place in the calendar and how it is cut)
    kind: DeckKind, start: date, year: int, number: int, first: int, count: int, rule: Rule
) -> Stretch:
    """In whole months the one in which the cooperation began is neither before it nor in its quarters."""
    months = months_between(_counted_from(start, rule), first, count)
    if year == 0:
        months = tuple(month for month in months if month.end <= _before(start, rule))
    return Stretch(kind, year, number, Period(months[0].start, months[-1].end), months)


def _counted_from(start: date, rule: Rule) -> date:
    return whole_months_from(start) if rule.whole_months else start


def _before(start: date, rule: Rule) -> date:
    return month_of(start).start if rule.whole_months else start
