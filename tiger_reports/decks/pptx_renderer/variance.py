"""Level and changes as aligned bars: one inch is the same number in every panel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.fit import fits
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.chart_series import Plot
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import chart_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.variance import VarianceBars, VariancePanel

HEADING, LEGEND, GAP = 0.62, 0.42, 0.3
NAME_SHARE = 0.2
LEAST_HEADING = 1.5
"""Inches that a panel takes at least, so that its heading has room."""
TALLEST_ROW = 1.3
COLUMN = 1.55
"""Inches of a column of figures beside the bars."""
DASHES, DASH = 24, 0.015
LABEL = Type(11.0, bold=True)


@dataclass(frozen=True)
class Lane:
    """A panel's place: `low` and `high` are values, `left` and `right` inches kept free for labels."""

    panel: VariancePanel
    low: float
    high: float
    left: float
    right: float

    @property
    def span(self) -> float:
        return self.high - self.low


def draw_variance(sheet: Sheet, box: Box, bars: VarianceBars) -> None:
    names = min(box.width * NAME_SHARE, _names_width(sheet, bars) + 0.15)
    lanes = tuple(_lane(panel) for panel in bars.panels)
    columns = COLUMN * len(bars.columns)
    widths = _widths(lanes, box.width - names - columns - GAP * (len(lanes) - 1))
    height = min(box.height - HEADING - LEGEND, TALLEST_ROW * len(bars.categories))
    rows = Box(box.x, box.y + HEADING, names, height)
    _names(sheet, rows, bars)
    _columns(sheet, Box(box.x + names, box.y, columns, HEADING + height), bars)
    x = box.x + names + columns
    for lane, width in zip(lanes, widths, strict=True):
        first = lane is lanes[0]
        joined = first and not bars.columns
        head = Box(box.x, box.y, names + width, HEADING) if joined else Box(x, box.y, width, HEADING)
        _heading(sheet, head, lane.panel)
        _bars(sheet, Box(x, rows.y, width, height), lane, bars)
        x += width + GAP
    legend = Box(box.x, rows.bottom + 0.08, box.width, LEGEND)
    size = fits(bars.legend, legend.top(0.36), sizes=(10.0, 9.0, 8.0), family=sheet.family).size
    sheet.write("legend", legend, bars.legend, Ink(size))


def _widths(lanes: tuple[Lane, ...], room: float) -> tuple[float, ...]:
    """Widths with one number of inches a unit; narrow panels get room for their heading at their right."""
    pads = [lane.left + lane.right for lane in lanes]
    spans = [lane.span for lane in lanes]
    wide = [0.0] * len(lanes)
    unit = (room - sum(pads)) / (sum(spans) or 1.0)
    for _ in lanes:
        wide = [pad + span * unit for pad, span in zip(pads, spans, strict=True)]
        narrow = [i for i, width in enumerate(wide) if width < LEAST_HEADING]
        free = room - LEAST_HEADING * len(narrow) - sum(pads[i] for i in range(len(lanes)) if i not in narrow)
        unit = free / (sum(spans[i] for i in range(len(lanes)) if i not in narrow) or 1.0)
    return tuple(max(width, LEAST_HEADING) for width in _exact(pads, spans, unit))


def _exact(pads: list[float], spans: list[float], unit: float) -> list[float]:
    return [pad + span * unit for pad, span in zip(pads, spans, strict=True)]


def _lane(panel: VariancePanel) -> Lane:
    values = [value for one in panel.series for value in one.values if value is not None]
    pairs = [
        (value, LABEL.width(label) + 0.12)
        for one in panel.series
        for value, label in zip(one.values, one.labels or ("",) * len(one.values), strict=True)
        if value is not None
    ]
    left = max((width for value, width in pairs if value < 0), default=0.02)
    right = max((width for value, width in pairs if value >= 0), default=0.02)
    ends = [0.0, *values, *([panel.reference] if panel.reference is not None else [])]
    return Lane(panel, min(ends), max(ends), left, right)


def _names_width(sheet: Sheet, bars: VarianceBars) -> float:
    kind = Type(12.0, family=sheet.family)
    return max(kind.width(name) for name in bars.categories)


def _names(sheet: Sheet, rows: Box, bars: VarianceBars) -> None:
    """Names of the rows as text beside the bars: they keep their place whatever draws the chart."""
    kind = Type(12.0, family=sheet.family)
    for name, row in zip(bars.categories, rows.rows(len(bars.categories), 0), strict=True):
        short = elide(name, row.width - 0.12, kind, max(1, min(2, int(row.height / kind.line))))
        sheet.write(f"name {name}", row.left(row.width - 0.12), short, Ink(12), align="r", anchor="ctr")


def _columns(sheet: Sheet, box: Box, bars: VarianceBars) -> None:
    """Figures as text, right-aligned under their heads, a row beside each bar."""
    for at, column in enumerate(bars.columns):
        place = Box(box.x + at * COLUMN, box.y, COLUMN - 0.2, box.height)
        head = place.top(HEADING - 0.06)
        sheet.write(f"column {at} head", head, column.header, Ink(12, "tx2", bold=True), align="r")
        rows = place.below(HEADING).rows(len(column.cells), 0)
        for number, (text, row) in enumerate(zip(column.cells, rows, strict=True), start=1):
            ink = Ink(13, bold=column.bold)
            sheet.write(f"column {at} row {number}", row, text, ink, align="r", anchor="ctr")


def _heading(sheet: Sheet, box: Box, panel: VariancePanel) -> None:
    title = elide(panel.title, box.width, Type(13.0, bold=True, family=sheet.family))
    sheet.write(f"{panel.name} heading", box.top(0.27), title, Ink(13, "tx2", bold=True))
    below = box.below(0.28).top(0.25)
    size = next(
        (s for s in (11.0, 10.0, 9.0) if Type(s, family=sheet.family).width(panel.subtitle) <= box.width), 8.0
    )
    sheet.write(f"{panel.name} total", below, panel.subtitle, Ink(size))


def _bars(sheet: Sheet, box: Box, lane: Lane, bars: VarianceBars) -> None:
    """The plot area leaves exactly the labels' inches free; zero stands where all panels want it."""
    used = box.width - lane.left - lane.right
    unit = used / lane.span if lane.span else 1.0
    plot = Plot(
        categories=bars.categories,
        series=lane.panel.series,
        number_format=bars.number_format,
        low=lane.low - lane.left / unit,
        high=lane.high + lane.right / unit,
        inner=(0.0, 0.0, 1.0, 1.0),
        language=sheet.language,
        horizontal=True,
        gap=55 if len(lane.panel.series) > 1 else 90,
        overlap=35 if len(lane.panel.series) > 1 else 0,
        names=0,
        labels=11,
    )
    book = chart_workbook(bars.categories, plot.series, bars.number_format)
    alt = f"{lane.panel.title}. {lane.panel.subtitle}. {bars.alt}"
    sheet.chart(f"{lane.panel.name} bars", box, chart_xml(plot), book, alt)
    if lane.panel.reference is not None:
        x = box.x + lane.left + (lane.panel.reference - lane.low) * unit
        line = Box(x, box.y, DASH, box.height)
        _dashed(sheet, lane.panel.name, line, tuple(_under_labels(lane, unit, line)))


def _under_labels(lane: Lane, unit: float, line: Box) -> Iterator[Box]:
    """Where a label stands on the line of reference: there the line is left out, so that both can be read."""
    (series,), reference = lane.panel.series, lane.panel.reference or 0.0
    rows = line.rows(len(series.values), 0)
    for value, label, row in zip(series.values, series.labels, rows, strict=False):
        room = (LABEL.width(label) + 0.12) / unit
        if value is not None and 0 <= value <= reference <= value + room:
            yield row.below((row.height - LABEL.line) / 2).top(LABEL.line)


def _dashed(sheet: Sheet, name: str, box: Box, kept: tuple[Box, ...]) -> None:
    """A line of dashes, but for those that would cross what is `kept` free."""
    for at, dash in enumerate(box.rows(DASHES, box.height / DASHES / 2), start=1):
        if not any(dash.y < free.bottom and free.y < dash.bottom for free in kept):
            sheet.fill(f"{name} reference {at}", dash, "tx1")
