"""Level beside its changes, one row a category: every panel lies on one and the same scale.

The panels share a single axis. Each one's zero is moved to the right of the panel before it, so a
centimetre is the same amount everywhere and small changes look small.
"""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.slide import Series, TextColumn, VarianceBars, VariancePanel
from tiger_reports.ui.charts.look import Look, Spec

ROW_HEIGHT = 52
HEADINGS = 60
LABEL_ROOM = 0.16
"""Room for labels at either end of a panel, as a share of the widest panel."""
LEAST_WIDTH = 0.52
"""Width of the narrowest panel, as a share of the widest: its heading needs the room."""
COLUMN_ROOM, COLUMN_GAP = 0.22, 14
"""Width of a column of ready figures, as a share of the widest panel; pixels between it and the next."""
HEAD_TOP = -34
"""Where headings stand over the rows, in pixels."""
BACK, FRONT, LABEL = -0.19, 0.08, 0.17
"""Where bars and labels of a row lie beside its middle, as shares of its height: no label is covered."""


@dataclass(frozen=True)
class _Place:
    """Where a panel lies on the common axis."""

    start: float
    zero: float
    end: float


def variance_bars(bars: VarianceBars, look: Look, pixels: int = 0) -> Spec:
    """`pixels` is the height at which it will be drawn; bars and labels are placed by it."""
    row = ((pixels or height(bars)) - HEADINGS) / len(bars.categories)
    room = _column_room(bars)
    places = _places(bars.panels, room * len(bars.columns))
    rows = [
        row
        for panel, place in zip(bars.panels, places, strict=True)
        for row in _panel_rows(bars.categories, panel, place)
    ]
    if bars.links:
        ways = dict(zip(bars.categories, bars.links, strict=True))
        rows = [one if one["layer"] == "back" else one | {"link": ways[one["category"]]} for one in rows]
    layers = [
        _zeros(places, look),
        *_references(bars.panels, places, look),
        *_marks(look, row),
        *_headings(bars.panels, places, look),
        *_columns(bars, room, look),
    ]
    return look.finish(
        {
            "data": {"values": rows},
            "padding": {"top": 52, "left": 4, "right": 8, "bottom": 4},
            "encoding": {"y": _categories(bars), "x": _axis(places, bars)},
            "layer": layers,
        }
    )


def height(bars: VarianceBars) -> int:
    """Pixels for the rows and the headings above them."""
    return ROW_HEIGHT * len(bars.categories) + HEADINGS


def _column_room(bars: VarianceBars) -> float:
    """How wide a column of ready figures is on the common axis."""
    return COLUMN_ROOM * _widest(bars.panels) if bars.columns else 0.0


def _widest(panels: tuple[VariancePanel, ...]) -> float:
    return max(high - low for low, high in map(_span, panels))


def _places(panels: tuple[VariancePanel, ...], start: float = 0.0) -> tuple[_Place, ...]:
    """`start` is where the first panel begins: behind the columns of figures."""
    spans = [_span(panel) for panel in panels]
    widest = _widest(panels)
    places, at = [], start
    for low, high in spans:
        place = _placed(at, low, high, widest)
        places.append(place)
        at = place.end + LABEL_ROOM * widest * 0.4
    return tuple(places)


def _placed(at: float, low: float, high: float, widest: float) -> _Place:
    room = LABEL_ROOM * widest
    zero = at + (room if low < 0 else 0.0) - low
    end = zero + high + room
    return _Place(at, zero, max(end, at + LEAST_WIDTH * widest))


def _span(panel: VariancePanel) -> tuple[float, float]:
    values = [value for series in panel.series for value in series.values if value is not None]
    values += [] if panel.reference is None else [panel.reference]
    low, high = min((0.0, *values)), max((0.0, *values))
    return (low, high) if high > low else (0.0, 1.0)


def _panel_rows(categories: tuple[str, ...], panel: VariancePanel, place: _Place) -> list[Spec]:
    single = len(panel.series) == 1
    return [
        row
        for number, series in enumerate(panel.series)
        for row in _series_rows(categories, series, place, "only" if single else ("back", "front")[number])
    ]


def _series_rows(categories: tuple[str, ...], series: Series, place: _Place, layer: str) -> list[Spec]:
    return [
        {
            "category": category,
            "series": series.name,
            "from": place.zero,
            "to": place.zero + value,
            "side": "left" if value < 0 else "right",
            "role": str(series.roles[row] if series.roles else series.role),
            "label": series.labels[row] if series.labels else "",
            "layer": layer,
        }
        for row, (category, value) in enumerate(zip(categories, series.values, strict=True))
        if value is not None
    ]


def _categories(bars: VarianceBars) -> Spec:
    axis = {"title": None, "domain": False, "ticks": False}
    return {"field": "category", "type": "nominal", "sort": list(bars.categories), "axis": axis}


def _axis(places: tuple[_Place, ...], bars: VarianceBars) -> Spec:
    first = 0.0 if bars.columns else places[0].start
    scale = {"domain": [first, places[-1].end], "nice": False, "zero": False}
    return {"field": "from", "type": "quantitative", "axis": None, "scale": scale}


def _marks(look: Look, row: float) -> list[Spec]:
    tooltip = [{"field": "category"}, {"field": "label"}]
    ends = {
        "x2": {"field": "to"},
        "color": look.by("role"),
        "href": {"field": "link"},
        "tooltip": tooltip,
    }
    kinds = (("back", 0.42, BACK), ("front", 0.42, FRONT), ("only", 0.5, 0.0))
    bars = [
        {
            "transform": [{"filter": f"datum.layer === '{layer}'"}],
            "mark": {"type": "bar", "height": {"band": band}, "yOffset": round(offset * row, 1)},
            "encoding": ends,
        }
        for layer, band, offset in kinds
    ]
    return [*bars, *_labels(look, "front", LABEL * row), *_labels(look, "only", 0.0)]


def _labels(look: Look, layer: str, down: float) -> list[Spec]:
    """Beside the end of each bar, outside of it."""
    sides = (("right", "left", 5), ("left", "right", -5))
    return [
        {
            "transform": [
                {"filter": f"datum.side === '{side}' && datum.layer === '{layer}' && datum.label !== ''"}
            ],
            "mark": {
                "type": "text",
                "align": align,
                "dx": shift,
                "dy": round(down, 1),
                "fontSize": look.font_size,
                "fontWeight": 600,
            },
            "encoding": {
                "x": {"field": "to", "type": "quantitative"},
                "text": {"field": "label"},
                "color": look.of("ink"),
            },
        }
        for side, align, shift in sides
    ]


def _zeros(places: tuple[_Place, ...], look: Look) -> Spec:
    return {
        "data": {"values": [{"zero": place.zero} for place in places]},
        "mark": {"type": "rule", "strokeWidth": 1.2},
        "encoding": {"x": {"field": "zero", "type": "quantitative"}, "y": None, "color": look.of("ink")},
    }


def _references(panels: tuple[VariancePanel, ...], places: tuple[_Place, ...], look: Look) -> list[Spec]:
    """A dashed line at the value that a panel is read against."""
    at = [
        {"at": place.zero + panel.reference}
        for panel, place in zip(panels, places, strict=True)
        if panel.reference is not None
    ]
    if not at:
        return []
    encoding = {"x": {"field": "at", "type": "quantitative"}, "y": None, "color": look.of("ink")}
    mark = {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 1.5}
    return [{"data": {"values": at}, "mark": mark, "encoding": encoding}]


def _columns(bars: VarianceBars, room: float, look: Look) -> list[Spec]:
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


def _headings(panels: tuple[VariancePanel, ...], places: tuple[_Place, ...], look: Look) -> list[Spec]:
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
