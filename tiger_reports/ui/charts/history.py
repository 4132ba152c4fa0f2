"""Findings by month and check: a grid of circles, larger for more files, coloured by what they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.exhibits.role import Role
from tiger_reports.ui.charts.look import Look, Spec

ROW_HEIGHT = 34
HEAD = 40


@dataclass(frozen=True)
class Spot:
    """One circle, ready to draw: column, row, how many files, the number as text, colour, tooltip."""

    month: str
    check: str
    files: int
    label: str
    role: Role
    detail: str


def history_grid(
    spots: tuple[Spot, ...], months: tuple[str, ...], checks: tuple[str, ...], look: Look
) -> Spec:
    """`months` left to right and `checks` from the top; a month without findings keeps its column."""
    rows = [{**vars(spot), "role": str(spot.role)} for spot in spots]
    x_axis = {"title": None, "labelAngle": 0, "orient": "top", "labelOverlap": "greedy", "grid": True}
    y_axis = {"title": None, "domain": False, "ticks": False, "grid": True, "labelLimit": 340}
    # domains, not sorts: months without a circle have their place too
    return look.finish(
        {
            "data": {"values": rows},
            "encoding": {
                "x": {"field": "month", "type": "nominal", "scale": {"domain": list(months)}, "axis": x_axis},
                "y": {"field": "check", "type": "nominal", "scale": {"domain": list(checks)}, "axis": y_axis},
            },
            "layer": [_circles(look), _numbers(look)],
        }
    )


def height(checks: tuple[str, ...]) -> int:
    return ROW_HEIGHT * len(checks) + HEAD


def _circles(look: Look) -> Spec:
    size = {
        "field": "files",
        "type": "quantitative",
        "legend": None,
        "scale": {"range": [180, 700], "zero": True},
    }
    tooltip = [{"field": "check", "title": " "}, {"field": "detail", "title": "\u00a0"}]
    encoding = {"size": size, "color": look.by("role"), "tooltip": tooltip}
    return {"mark": {"type": "circle", "opacity": 0.35}, "encoding": encoding}


def _numbers(look: Look) -> Spec:
    mark = {"type": "text", "fontSize": look.font_size, "fontWeight": 600}
    return {"mark": mark, "encoding": {"text": {"field": "label"}, "color": look.of("ink")}}
