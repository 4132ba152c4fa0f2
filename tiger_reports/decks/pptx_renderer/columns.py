"""Columns or a line over months, with its heading, direct labels and, where there is one, a target line."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import Plot, chart_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.slide import ColumnChart, Role, Series

HEADING = 0.34
NAMES = 0.27
"""Height under the plot for the names of the months."""
LABELS = 0.27
"""Height over the tallest bar for its label."""
CROWDED = 0.42
"""Narrower than this a month's name does not fit; then only every third is written."""


def draw_columns(sheet: Sheet, box: Box, chart: ColumnChart, scale: tuple[float, float] | None = None) -> None:
    """`scale` is the lowest and highest value of charts that share one scale."""
    title = elide(chart.title, box.width, Type(13.0, bold=True, family=sheet.family))
    sheet.write(f"{chart.name} heading", box.top(HEADING), title, Ink(13, "tx2", bold=True))
    place = box.below(HEADING)
    shown = _with_target(_sparse(chart, place.width))
    plot = _plot(sheet, place, shown, scale or extent(chart))
    book = chart_workbook(shown.categories, shown.series, chart.number_format)
    sheet.chart(chart.name, place, chart_xml(plot), book, chart.alt)
    if chart.reference is not None:
        _reference_label(sheet, place, chart, plot)


def extent(*charts: ColumnChart) -> tuple[float, float]:
    """Lowest and highest value with zero among them: bars always start at zero."""
    values = [v for chart in charts for one in chart.series for v in one.values if v is not None]
    values += [chart.reference for chart in charts if chart.reference is not None]
    return min([0.0, *values]), max([0.0, *values])


def _plot(sheet: Sheet, place: Box, chart: ColumnChart, scale: tuple[float, float]) -> Plot:
    low, high = scale
    room = max(place.height - NAMES, 0.3)
    pad = (high - low or 1.0) * LABELS / max(room - LABELS * (1 + (low < 0)), 0.2)
    return Plot(
        categories=chart.categories,
        series=chart.series,
        number_format=chart.number_format,
        low=low - pad if low < 0 else low,
        high=high + pad if high > 0 else pad,
        inner=(0.0, 0.0, 1.0, room / place.height),
        language=sheet.language,
        as_line=chart.as_line,
        names=_names_size(chart, place.width),
    )


def _names_size(chart: ColumnChart, width: float) -> float:
    return 10.0 if width / max(len(chart.categories), 1) >= CROWDED else 9.0


def _sparse(chart: ColumnChart, width: float) -> ColumnChart:
    """Names of the first, the middle and the last month only, where more would collide."""
    count = len(chart.categories)
    if width / max(count, 1) >= CROWDED:
        return chart
    kept = {0, count // 2, count - 1}
    names = tuple(name if i in kept else "\u00a0" * (i + 1) for i, name in enumerate(chart.categories))
    return replace(chart, categories=names)


def _with_target(chart: ColumnChart) -> ColumnChart:
    if chart.reference is None:
        return chart
    line = Series(chart.reference_label, (chart.reference,) * len(chart.categories), Role.TARGET)
    return replace(chart, series=(*chart.series, line))


def _reference_label(sheet: Sheet, place: Box, chart: ColumnChart, plot: Plot) -> None:
    """The target's words over its line at the left, where the oldest months are."""
    assert chart.reference is not None, "asked only of charts that have one"
    room = plot.inner[3] * place.height
    y = place.y + room * (1 - (chart.reference - plot.low) / (plot.high - plot.low))
    kind = Type(10.0, bold=True, family=sheet.family)
    box = Box(place.x, max(y - 0.21, place.y), kind.width(chart.reference_label) + 0.1, 0.2)
    sheet.write(f"{chart.name} target", box, chart.reference_label, Ink(10, "tx1", bold=True))
