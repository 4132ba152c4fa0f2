"""The figures of a quarter or a year with everything that they are held against, stretch by stretch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.change import Change, Reference, Scope
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import Period
from tiger_reports.model.stretch import Stretch
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import MISSING
from tiger_reports.text.pauses import with_pauses
from tiger_reports.text.periods import compared_with, stretch_name
from tiger_reports.ui.blocks.scorecards import scorecards
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.exhibits.scorecards import scorecards as scorecards_of
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, note, section
from tiger_reports.ui.plain import html


@dataclass(frozen=True)
class StretchFigures(Figures):
    """Writes changes that are measured from a quarter, a year, or the time before the cooperation."""

    report: TigerReport

    def versus(self, change: Change) -> str:
        return compared_with(self.stretch(change.reference), self.t.language)

    def stretch(self, reference: Reference) -> Stretch:
        report = self.report
        known = {Reference.PREVIOUS: report.previous, Reference.YEAR_AGO: report.year_ago}
        return known.get(reference, report.baseline)


def figures(visit: Visit, report: TigerReport) -> None:
    t, write = visit.t, StretchFigures(visit.t, visit.client.currency, report)
    days = date_range(report.period, t.language)
    beside = " · ".join(_days(reference, write) for reference in _references(report))
    lead = t("ui.year.exact", days=days, beside=beside)
    section(t("ui.year.figures", name=stretch_name(report.now, t.language)), lead)
    if report.coverage.days < report.coverage.of:
        covered = t("ui.year.partial", days=report.coverage.days, of=report.coverage.of)
        note(with_pauses(covered, report.pauses, report.period, t.language), "warn")
    scorecards(scorecards_of(report, write))
    told = TigerTelling(report, t.language, draft=False).own_notes
    draw(f'<ul class="tr-marks">{"".join(f"<li>{html(sentence)}</li>" for sentence in told)}</ul>')
    st.caption(t("ui.year.compared"))
    table(before_and_now(report, write))


def before_and_now(report: TigerReport, write: StretchFigures) -> Table:
    """Every figure now, and beside each stretch that it is held against; `n of 12` where months are missing.

    Where only some months stand on both sides, both sums of just these months are shown.
    """
    t, beside = write.t, _references(report)
    heads = [
        Column(t("ui.word.metric"), numeric=False, weight=2),
        Column(stretch_name(report.now, t.language)),
    ]
    for reference in beside:
        heads += [Column(_head(report, reference, write)), Column(t("ui.year.change"))]
    rows = tuple(tuple(_row(figure, beside, write)) for figure in _in_order(report))
    return Table(tuple(heads), rows, t("ui.year.compared"), "before-and-now")


def _references(report: TigerReport) -> tuple[Reference, ...]:
    return tuple(reference for reference, _ in report.references)


def _in_order(report: TigerReport) -> Iterator[Figure]:
    """Headlines first, then the rest as they are defined; what has no value is no row."""
    first = [entry.key for entry in headline_metrics(report.figures, report.goals)]
    order = [*first, *(key for key in metrics() if key not in first)]
    known = {figure.metric: figure for figure in report.figures if figure.value.amount is not None}
    return (known[key] for key in order if key in known)


def _head(report: TigerReport, reference: Reference, write: StretchFigures) -> str:
    name, counted = stretch_name(write.stretch(reference), write.t.language), report.months_of(reference)
    return f"{name} ({write.t('ui.year.counted', n=counted.days, of=counted.of)})" if counted else name


def _days(reference: Reference, write: StretchFigures) -> str:
    stretch = write.stretch(reference)
    return f"{stretch_name(stretch, write.t.language)}: {date_range(stretch.period, write.t.language)}"


def _row(figure: Figure, beside: tuple[Reference, ...], write: StretchFigures) -> Iterator[Cell]:
    yield Cell(write.name(figure.metric))
    yield _linked(figure.metric, figure.value.amount, write.report.period, write, bold=True)
    for reference in beside:
        change = figure.against(reference)
        if change is None:
            yield from (Cell(MISSING), Cell(MISSING))
            continue
        if change.months:
            both = (write.value(figure.metric, side) for side in (change.before, change.after))
            before = Cell(" → ".join(both))
        else:
            before = _linked(figure.metric, change.before.amount, change.base_period, write)
        yield from (before, Cell(write.moved(change), change.verdict))


def _linked(
    metric: str, amount: float | None, period: Period, write: StretchFigures, *, bold: bool = False
) -> Cell:
    """A figure of all channels with the way to its rows, where there is one."""
    way = figure_address(write.report.client.id, period, metric, Scope()) if amount is not None else ""
    return Cell(write.value(metric, amount), bold=bold, link=way)
