"""Evidence of a card for a page: how its pictures are written, and the tables beside them.

It says what moved, never why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.changes.naming import dimension_name, segment_name
from tiger_reports.model.card import Card
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.exhibits.picture import Contribution, Contributions, DayChart, Waterfall
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.period import Period
from tiger_reports.text.dates import weekday_date
from tiger_reports.text.numbers import MISSING
from tiger_reports.ui.charts.daily import happened_on
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import shortened

LONGEST_NAME = 44


@dataclass(frozen=True)
class PageWriter:
    """Figures of a client's month as a page writes them, each with the way to its rows."""

    write: Figures
    client: str
    month: Period

    @property
    def language(self) -> str:
        return self.write.t.language

    def name(self, metric: str) -> str:
        return self.write.name(metric)

    def short(self, metric: str) -> str:
        return self.write.short(metric)

    def unit(self, metric: str) -> str:  # noqa: ARG002  (the decks' writer looks at it)
        """Labels on a page carry their unit."""
        return ""

    def level(self, change: Change, *, after: bool) -> str:
        return self.write.value(change.metric, change.after if after else change.before)

    def amount(self, metric: str, value: float | None) -> str:
        return self.write.value(metric, value)

    def part(self, change: Change, effect: float, part: str) -> str:  # noqa: ARG002  (the decks' writer notes it)
        return self.write.delta(change.metric, effect)

    def link(self, metric: str, period: Period, scope: Scope, day: date | None = None) -> str:
        return figure_address(self.client, period, metric, scope, day)


def steps_table(shown: Waterfall, write: Figures) -> Table:
    """Factor by factor: what each did itself, and what it brought, with the way to its rows."""
    rows = tuple(
        (Cell(step.name, bold=step.whole), Cell(step.detail), Cell(step.label, bold=True, link=step.link))
        for step in shown.steps
    )
    return Table(_columns(write.t("ui.word.step"), write), rows, shown.alt, shown.name)


def parts_table(shown: Contributions, write: Figures) -> Table:
    """Part by part, the rest and the whole change below them; rate and mix where both are known."""
    t, split = write.t, any(row.halves for row in shown.rows)
    halves = (Column(t("picture.rate")), Column(t("picture.mix"))) if split else ()
    columns = (*_columns(t("ui.word.step"), write), Column(t("picture.share")), *halves)
    rows = tuple(_part_row(row, split=split) for row in (*shown.rows, shown.total))
    return Table(columns, rows, shown.alt, shown.name)


def days_table(shown: DayChart, writer: PageWriter, card: Card) -> Table:
    """Day by day with the way to the day's rows; columns only for what the chart has."""
    t, language = writer.write.t, writer.language
    earlier, banded, happened = shown.earlier, shown.banded, happened_on(shown)
    columns = (
        Column(t("ui.word.day"), numeric=False),
        Column(writer.name(card.metric)),
        *((Column(earlier.name),) if earlier else ()),
        *((Column(t("picture.expected")),) if banded else ()),
        *((Column(t("picture.happened"), numeric=False, weight=3),) if happened else ()),
    )
    rows = tuple(
        (
            Cell(weekday_date(day, language)),
            Cell(shown.now.labels[at] or MISSING, link=shown.links[at]),
            *((Cell(earlier.labels[at] or MISSING),) if earlier else ()),
            *((Cell(_expected(shown.band[at], card.metric, writer)),) if banded else ()),
            *((Cell(happened.get(at, "")),) if happened else ()),
        )
        for at, day in enumerate(shown.days)
    )
    return Table(columns, rows, shown.alt, shown.name)


def _columns(first: str, write: Figures) -> tuple[Column, ...]:
    t = write.t
    return (
        Column(first, numeric=False, weight=2),
        Column(t("picture.moved"), numeric=False, weight=2),
        Column(t("ui.word.effect")),
    )


def _part_row(row: Contribution, *, split: bool) -> tuple[Cell, ...]:
    name = Cell(shortened(row.name, LONGEST_NAME))
    halves = tuple(Cell(label) for label in row.half_labels or ("", "")) if split else ()
    return (name, Cell(row.detail), Cell(row.label, bold=True, link=row.link), Cell(row.share), *halves)


def _expected(bounds: tuple[float, float] | None, metric: str, writer: PageWriter) -> str:
    if bounds is None:
        return MISSING
    low, high = (writer.amount(metric, one) for one in bounds)
    return writer.write.t("picture.range", low=low, high=high)


def found_notes(card: Card, write: Figures) -> tuple[str, ...]:
    """What has to be known beside the bars: a change from outside, a mix, what else it could be."""
    evidence, t = card.evidence, write.t
    notes = []
    if evidence.found and evidence.found.in_common:
        notes.append(t("ui.comments.in_common"))
    if evidence.mixes:
        by = ", ".join(dimension_name(name, t.language) for name in evidence.mixes)
        notes.append(t("ui.comments.mix", dimensions=by))
    if evidence.found and evidence.found.alternatives:
        others = "; ".join(
            f"{segment_name(one, t.language)} ({write.delta(card.metric, one.effect)})"
            for one in evidence.found.alternatives
        )
        notes.append(t("ui.comments.alternatives", segments=others))
    return tuple(notes)
