"""Words around bars: the headings over the panels, and columns of ready figures before them."""

from __future__ import annotations

from tiger_reports.model.exhibits.variance import TextColumn, VarianceBars, VariancePanel
from tiger_reports.ui.charts.look import Look, Spec
from tiger_reports.ui.charts.variance_axis import Place

COLUMN_GAP = 14
"""Pixels between a column of ready figures and the next."""
HEAD_TOP = -34
"""Where headings stand over the rows, in pixels."""


def columns(bars: VarianceBars, room: float, look: Look) -> list[Spec]:
    """Ready figures between the names of the rows and their bars, each column under its heading."""
    return [
        layer
        for number, column in enumerate(bars.columns, start=1)
        for layer in _column(bars, column, number * room, look)
    ]


def _column(bars: VarianceBars, column: TextColumn, at: float, look: Look) -> tuple[Spec, Spec]:
    x: Spec = {"x": {"field": "at", "type": "quantitative"}, "color": look.of("ink")}
    text = {"type": "text", "align": "right", "dx": -COLUMN_GAP, "fontSize": look.font_size}
    cells = [
        {"category": category, "at": at, "cell": cell}
        for category, cell in zip(bars.categories, column.cells, strict=True)
    ]
    head = {
        "data": {"values": [{"at": at, "head": column.header}]},
        "mark": {**text, "fontWeight": 700},
        "encoding": {**x, "y": {"value": HEAD_TOP}, "text": {"field": "head"}},
    }
    figures = {
        "data": {"values": cells},
        "mark": {**text, "fontWeight": 700 if column.bold else 400},
        "encoding": {**x, "text": {"field": "cell"}},
    }
    return head, figures


def headings(panels: tuple[VariancePanel, ...], places: tuple[Place, ...], look: Look) -> list[Spec]:
    rows = [
        {"at": place.start, "title": panel.title, "subtitle": panel.subtitle}
        for panel, place in zip(panels, places, strict=True)
    ]
    lines = (("title", HEAD_TOP, 700, look.font_size + 1), ("subtitle", -16, 400, look.font_size))
    return [
        {
            "data": {"values": rows},
            "mark": {"type": "text", "align": "left", "fontWeight": weight, "fontSize": size},
            "encoding": {
                "x": {"field": "at", "type": "quantitative"},
                "y": {"value": height},
                "text": {"field": field},
                "color": look.of("ink"),
            },
        }
        for field, height, weight, size in lines
    ]
