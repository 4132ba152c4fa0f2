"""Columns or a line over months, with its heading, direct labels and, where there is one, a target line."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.chart_series import Plot
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import chart_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role

HEADING = 0.34
NAMES = 0.27
"""Height under the plot for the names of the months."""
LABELS = 0.27
"""Height over the tallest bar for its label."""
GROUPS = 0.3
GROUP_GAP = 0.06
"""Height of the strip that names groups of months, and the air at both ends of a group's line."""
CROWDED = 0.42
"""Narrower than this a column has no room for its month; then only the first and last are named."""


def draw_columns(
    sheet: Sheet, box: Box, chart: ColumnChart, scale: tuple[float, float] | None = None, over: float = 0.0
) -> None:
    """`scale` is the lowest and highest value of charts that share one scale.

    `over`: inches between the title and the chart that are left to something else.
    """
    _heading(sheet, box.top(HEADING), chart)
    place = box.below(HEADING + over)
    if not chart.categories:
        sheet.write(f"{chart.name} note", place.top(0.3), chart.subtitle, Ink(12))
        return
    if chart.groups:
        _groups(sheet, place.below(place.height - GROUPS), chart)
        place = place.top(place.height - GROUPS)
    shown = _with_target(chart)
    plot = _plot(sheet, place, shown, scale or extent(chart))
    book = chart_workbook(shown.categories, shown.series, chart.number_format)
    sheet.chart(chart.name, place, chart_xml(plot), book, chart.alt)
    if not plot.names:
        _ends(sheet, Box(place.x, place.bottom - NAMES, place.width, NAMES), chart)


def extent(*charts: ColumnChart) -> tuple[float, float]:
    """Lowest and highest value: with zero among them for bars; lines may start higher."""
    values = [v for chart in charts for one in chart.series for v in one.values if v is not None]
    values += [chart.reference for chart in charts if chart.reference is not None]
    if values and all(chart.as_line for chart in charts):
        spread = max(values) - min(values)
        return max(min(values) - spread, 0.0) if min(values) >= 0 else min(values), max(values)
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
        names=10.0 if place.width / len(chart.categories) >= CROWDED else 0.0,
    )


def _heading(sheet: Sheet, box: Box, chart: ColumnChart) -> None:
    """The title at the left; at the right what the dashed line means, where there is one."""
    small = Type(11.0, family=sheet.family)
    words = f"- - -  {chart.reference_label}" if chart.reference_label else ""
    taken = small.width(words) + 0.15 if words else 0.0
    title = elide(chart.title, box.width - taken, Type(13.0, bold=True, family=sheet.family))
    place = box.left(box.width - taken)
    sheet.write(f"{chart.name} heading", place, title, Ink(13, "tx2", bold=True))
    if words:
        sheet.write(f"{chart.name} target", box.beside(box.width - taken), words, Ink(11), align="r")


def _ends(sheet: Sheet, box: Box, chart: ColumnChart) -> None:
    """The first and the last month under a chart too narrow to name them all."""
    half = box.width / 2
    names = ((chart.categories[0], box.left(half), "l"), (chart.categories[-1], box.beside(half), "r"))
    for text, place, align in names:
        sheet.write(f"{chart.name} {text}", place, text, Ink(10), align=align, anchor="ctr")


def _groups(sheet: Sheet, box: Box, chart: ColumnChart) -> None:
    """Under the names of the months a line for each group, and its name under the line."""
    width, first = box.width / len(chart.categories), 0
    kind = Type(10.0, bold=True, family=sheet.family)
    for number, (count, name) in enumerate(chart.groups, start=1):
        place = Box(box.x + first * width + GROUP_GAP, box.y, count * width - 2 * GROUP_GAP, box.height)
        sheet.fill(f"{chart.name} group line {number}", place.top(0.02), "accent6")
        text = elide(name, place.width, kind)
        under = place.below(0.04)
        sheet.write(f"{chart.name} group {number}", under, text, Ink(10, "tx2", bold=True), align="ctr")
        first += count


def _with_target(chart: ColumnChart) -> ColumnChart:
    if chart.reference is None:
        return chart
    line = Series(chart.reference_label, (chart.reference,) * len(chart.categories), Role.TARGET)
    return replace(chart, series=(*chart.series, line))
