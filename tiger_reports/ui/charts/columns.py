"""Columns or lines over months: the draft of a native PowerPoint column chart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.ui.charts.look import Look, Spec, d3_format

GROUP_TOP, GROUP_ROOM = 29, 46
"""Pixels under the axis at which names of groups begin, and that they need in all."""


@dataclass(frozen=True)
class Frame:
    """What a chart shares with its neighbours: the value axis up to `most`, and how many labels fit."""

    most: float | None = None
    sparse: bool = False


def column_chart(chart: ColumnChart, look: Look, frame: Frame = Frame()) -> Spec:
    """Categories left to right in the order given; missing values leave a gap.

    In a `sparse` chart only the columns that stand out are labelled.
    """
    shown = replace(chart, series=tuple(one for one in chart.series if one.role is not Role.TARGET))
    rows = [row for series in shown.series for row in _rows(shown, series)]
    layers = [*_shade(chart, look), *(_lines(look) if chart.as_line else _bars(shown, look))]
    layers.append(_labels(shown, look, sparse=frame.sparse))
    layers.extend(_steady(chart, one, look) for one in chart.series if one.role is Role.TARGET)
    layers.extend(_marks(chart, look))
    layers.extend(_groups(chart, look))
    if chart.reference is not None:
        layers.extend(_reference(chart, look))
    below = {"padding": {"left": 5, "top": 5, "right": 5, "bottom": GROUP_ROOM}} if chart.groups else {}
    return look.finish({"data": {"values": rows}, **below, "encoding": _axes(chart, frame), "layer": layers})


def _rows(chart: ColumnChart, series: Series) -> list[Spec]:
    return [
        {
            "place": place,
            "category": category,
            "series": series.name,
            "value": value,
            "role": str(series.roles[place] if series.roles else series.role),
            "label": series.labels[place] if series.labels else "",
            **({"link": chart.links[place]} if chart.links and chart.links[place] else {}),
        }
        for place, (category, value) in enumerate(zip(chart.categories, series.values, strict=True))
    ]


def _axes(chart: ColumnChart, frame: Frame) -> Spec:
    x_axis = {"title": None, "labelAngle": 0, "labelOverlap": "greedy", "domain": True}
    y_axis = {"title": None, "format": d3_format(chart.number_format), "tickCount": 4}
    scale: Spec = {"zero": not chart.as_line, "nice": True}
    if frame.most is not None:
        scale["domainMax"] = frame.most
    return {
        "x": _category(chart) | {"axis": x_axis},
        "y": {"field": "value", "type": "quantitative", "axis": y_axis, "scale": scale},
    }


def _shade(chart: ColumnChart, look: Look) -> list[Spec]:
    """A quiet ground behind the categories of another time."""
    if not chart.shaded:
        return []
    names = [{"category": chart.categories[place]} for place in chart.shaded]
    encoding: Spec = {
        "x": _category(chart),
        "y": {"value": 0},
        "y2": {"value": "height"},
        "color": look.of("ink"),
        "opacity": {"value": 0.08},
    }
    ground = {"type": "rect"}
    return [{"data": {"values": names}, "mark": ground, "encoding": encoding}]


def _marks(chart: ColumnChart, look: Look) -> list[Spec]:
    """A dashed line in the month in which the figure began to mean something else."""
    if not chart.marks:
        return []
    rows = [{"category": chart.categories[place], "said": said} for place, said in chart.marks]
    encoding: Spec = {
        "x": _category(chart),
        "y": {"value": 0},
        "y2": {"value": "height"},
        "color": look.of("ink"),
        "tooltip": [{"field": "said", "title": " "}],
    }
    line = {"type": "rule", "strokeDash": [3, 3], "strokeWidth": 2}
    return [{"data": {"values": rows}, "mark": line, "encoding": encoding}]


def _groups(chart: ColumnChart, look: Look) -> list[Spec]:
    """Names of neighbours under their months, with a line where one group ends and the next begins."""
    if not chart.groups:
        return []
    names, lines, first = [], [], 0
    for count, name in chart.groups:
        middle = chart.categories[first + (count - 1) // 2]
        names.append(_group_name(chart, name, middle, look, at=0.5 if count % 2 else 1.0))
        lines.append({"category": chart.categories[first]})
        first += count
    return [*names, _group_lines(chart, lines[1:], look)]


def _group_name(chart: ColumnChart, name: str, middle: str, look: Look, *, at: float) -> Spec:
    """Under the month in the middle; `at` is the place within it: its own middle, or its end."""
    return {
        "data": {"values": [{"category": middle, "name": name}]},
        "mark": {"type": "text", "baseline": "top", "fontSize": look.font_size},
        "encoding": {
            "x": _category(chart) | {"bandPosition": at},
            "y": {"value": {"expr": f"height + {GROUP_TOP}"}},
            "text": {"field": "name"},
            "color": look.of("ink"),
        },
    }


def _group_lines(chart: ColumnChart, rows: list[Spec], look: Look) -> Spec:
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeWidth": 1},
        "encoding": {
            "x": _category(chart) | {"bandPosition": 0},
            "y": {"value": "height"},
            "y2": {"value": {"expr": f"height + {GROUP_ROOM - 4}"}},
            "color": look.of("quiet"),
        },
    }


def _category(chart: ColumnChart) -> Spec:
    """The same field and order in every layer: else the library would sort the months by their names."""
    return {"field": "category", "type": "nominal", "sort": list(chart.categories)}


def _bars(chart: ColumnChart, look: Look) -> list[Spec]:
    encoding: Spec = {"color": look.by("role"), "href": {"field": "link"}, "tooltip": _tooltip()}
    if len(chart.series) > 1:
        encoding["xOffset"] = _beside(chart)
    return [{"mark": {"type": "bar", "width": {"band": 0.8}}, "encoding": encoding}]


def _beside(chart: ColumnChart) -> Spec:
    return {"field": "series", "type": "nominal", "sort": [series.name for series in chart.series]}


def _lines(look: Look) -> list[Spec]:
    line = {
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {"detail": {"field": "series"}, "color": look.of(Role.NEUTRAL)},
    }
    points = {
        "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
        "encoding": {"color": look.by("role"), "href": {"field": "link"}, "tooltip": _tooltip()},
    }
    return [line, points]


def _labels(chart: ColumnChart, look: Look, *, sparse: bool) -> Spec:
    encoding: Spec = {"text": {"field": "label"}, "color": look.of("ink")}
    if len(chart.series) > 1 and not chart.as_line:
        encoding["xOffset"] = _beside(chart)
    mark = {"type": "text", "dy": -9, "fontSize": look.font_size, "fontWeight": 600}
    test = "datum.label !== ''" + (f" && datum.role !== '{Role.PREVIOUS}'" if sparse else "")
    return {"mark": mark, "encoding": encoding, "transform": [{"filter": test}]}


def _reference(chart: ColumnChart, look: Look) -> list[Spec]:
    level = {"y": {"datum": chart.reference}, "x": None, "color": look.of(Role.TARGET)}
    text = {"type": "text", "align": "right", "dy": -6, "fontSize": look.font_size}
    words = {"text": {"value": chart.reference_label}, "x": {"value": "width"}}
    return [
        {"mark": {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 1.5}, "encoding": level},
        {"mark": text, "encoding": {**level, **words}},
    ]


def _steady(chart: ColumnChart, series: Series, look: Look) -> Spec:
    """A dashed line that the columns are read against, with its name at its end."""
    rows = [
        {"category": category, "level": value, "said": series.name}
        for category, value in zip(chart.categories, series.values, strict=True)
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "line", "strokeDash": [5, 4], "strokeWidth": 1.5},
        "encoding": {
            "x": _category(chart),
            "y": {"field": "level", "type": "quantitative"},
            "color": look.of(Role.TARGET),
            "tooltip": [{"field": "said", "title": " "}],
        },
    }


def _tooltip() -> list[Spec]:
    return [
        {"field": "category", "title": " "},
        {"field": "series", "title": "\u00a0"},
        {"field": "label", "title": "\u200b"},
    ]
