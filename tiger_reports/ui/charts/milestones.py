"""A curve under numbered flags on the page; each flag stands at its day within its month."""

from __future__ import annotations

from tiger_reports.decks.layout.flags import rows
from tiger_reports.model.exhibits.milestones import Flag, Milestones
from tiger_reports.model.exhibits.role import Role
from tiger_reports.ui.charts.columns import column_chart
from tiger_reports.ui.charts.look import Look, Spec

WIDTH = 8.0
"""Inches that the chart is about as wide as: says which flags would touch."""
FIRST, STEP = -14, 24
"""Pixels over the plot of the lowest row of flags, and from row to row."""


def milestones_chart(shown: Milestones, look: Look) -> Spec:
    placed = rows(shown.flags, WIDTH)
    layers = [
        layer
        for flag, row in zip(shown.flags, placed, strict=True)
        for layer in _flag(shown, flag, FIRST - row * STEP, look)
    ]
    spec = column_chart(shown.chart, look)
    top = STEP * (max(placed, default=0) + 1) + 8
    room = {"left": 5, "top": top, "right": 5, "bottom": 5}
    return spec | {"layer": [*layers, *spec["layer"]], "padding": room}


def _flag(shown: Milestones, flag: Flag, y: int, look: Look) -> list[Spec]:
    """A line down the plot, a disc over it, and the number in the disc."""
    months = shown.chart.categories
    place = min(int(flag.at * len(months)), len(months) - 1)
    x = {
        "field": "category",
        "type": "nominal",
        "sort": list(months),
        "bandPosition": flag.at * len(months) - place,
    }
    data = {"values": [{"category": months[place], "sign": flag.sign}]}
    line = {"x": x, "y": {"value": y}, "y2": {"value": "height"}, "color": look.of(Role.PREVIOUS)}
    disc = {"x": x, "y": {"value": y}, "color": look.of(Role.NOW)}
    sign = {"x": x, "y": {"value": y}, "text": {"field": "sign"}, "color": {"value": "#fff"}}
    size = look.font_size - 1
    return [
        {"data": data, "mark": {"type": "rule", "strokeWidth": 1}, "encoding": line},
        {
            "data": data,
            "mark": {"type": "point", "filled": True, "size": 380, "opacity": 1},
            "encoding": disc,
        },
        {"data": data, "mark": {"type": "text", "fontSize": size, "fontWeight": 600}, "encoding": sign},
    ]
