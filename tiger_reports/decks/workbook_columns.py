"""What stands in a line of figures: the months of the period, the period, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from tiger_reports.decks.workbook_cells import Content, Line, figure, percent_change
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.change import Change, Reference
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Unit
from tiger_reports.model.period import Period
from tiger_reports.text.dates import date_range


@dataclass(frozen=True)
class Columns:
    """Of a month both comparisons; of a quarter or a year its months, and the time before too."""

    telling: Telling

    def head(self, *first: str) -> Line:
        telling = self.telling
        months = (telling.month(month) for month in telling.parts)
        beside = chain.from_iterable(self._heads(one, period) for one, period in telling.references)
        now = dated(telling, telling.period)
        return Line((*first, telling.say("workbook.unit"), *months, now, *beside), bold=True)

    def line(self, entry: Figure, *first: str) -> Line:
        telling, metric = self.telling, words.metric(entry.metric)
        series = dict(zip(telling.report.months, entry.series, strict=False))
        months = (figure(metric, series[one].amount if one in series else None) for one in telling.parts)
        beside = chain.from_iterable(self._change(entry.against(one), one) for one, _ in telling.references)
        name, unit = telling.name(entry.metric), unit_of(telling, metric.unit)
        return Line((*first, name, unit, *months, figure(metric, entry.value.amount), *beside))

    @cached_property
    def counted(self) -> frozenset[Reference]:
        """Where any figure of the report is compared over some of its months only."""
        report = self.telling.report
        parts = (part.figures.values() for part in (*report.channels, *report.campaigns, *report.own))
        every = (
            entry.against(reference)
            for entry in chain(report.figures, *parts)
            for reference, _ in self.telling.references
        )
        return frozenset(change.reference for change in every if change is not None and change.months)

    def _heads(self, reference: Reference, period: Period) -> Iterator[str]:
        say = self.telling.say
        yield dated(self.telling, period)
        if reference in self.counted:
            yield say("workbook.same_months")
            yield say("workbook.compared_months")
        yield say("workbook.delta")
        yield say("workbook.relative")

    def _change(self, change: Change | None, reference: Reference) -> Iterator[Content]:
        """The amount before and the change; between them what is compared where not all months are."""
        counted = reference in self.counted
        if change is None:
            yield from (None,) * (5 if counted else 3)
            return
        metric = words.metric(change.metric)
        yield figure(metric, change.before.amount)
        if counted:
            yield figure(metric, change.after.amount) if change.months else None
            yield "/".join(map(str, change.months)) if change.months else None
        yield figure(metric, change.delta)
        yield percent_change(change.relative)


def unit_of(telling: Telling, unit: Unit) -> str:
    return {Unit.MONEY: telling.report.client.currency, Unit.PERCENT: "%", Unit.FACTOR: "×"}.get(unit, "")


def dated(telling: Telling, period: Period) -> str:
    """A stretch of the cooperation by its name and its days; a month by its name."""
    name, days = telling.month(period), date_range(period, telling.language)
    return name if period.is_calendar_month or name == days else f"{name} ({days})"
