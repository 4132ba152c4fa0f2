"""The month day by day: a line with gaps where the data have no day."""

from __future__ import annotations

from datetime import date

from tiger_reports.model.slide import Role
from tiger_reports.ui.charts.look import Look, Spec

Days = tuple[tuple[date, float | None], ...]


def daily_line(days: Days, look: Look, *, number_format: str, labels: tuple[str, ...] = ()) -> Spec:
    """`labels` are ready strings for the tooltip, one a day."""
    rows = [
        {"day": day.isoformat(), "value": value, "label": labels[place] if labels else ""}
        for place, (day, value) in enumerate(days)
    ]
    x_axis = {"title": None, "format": "%-d %b", "labelOverlap": "greedy", "grid": False}
    y_axis = {"title": None, "format": number_format, "tickCount": 4}
    return look.finish(
        {
            "data": {"values": rows},
            "encoding": {
                "x": {"field": "day", "type": "temporal", "timeUnit": "utcyearmonthdate", "axis": x_axis},
                "y": {"field": "value", "type": "quantitative", "axis": y_axis},
            },
            "layer": [_line(look), _points(look)],
        }
    )


def _line(look: Look) -> Spec:
    return {
        "mark": {"type": "line", "strokeWidth": 2, "invalid": "break-paths-show-path-domains"},
        "encoding": {"color": look.of(Role.NEUTRAL)},
    }


def _points(look: Look) -> Spec:
    tooltip = [
        {
            "field": "day",
            "type": "temporal",
            "timeUnit": "utcyearmonthdate",
            "format": "%-d %B %Y",
            "title": " ",
        },
        {"field": "label", "title": "\u00a0"},
    ]
    return {
        "mark": {"type": "point", "filled": True, "size": 36, "opacity": 1},
        "encoding": {"color": look.of(Role.NOW), "tooltip": tooltip},
    }
