"""Level beside its changes, one row a category: every panel lies on one and the same scale."""

from __future__ import annotations

from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.variance import VarianceBars, VariancePanel
from tiger_reports.ui.charts.look import Look, Spec
from tiger_reports.ui.charts.variance_axis import Place, column_room, places_of
from tiger_reports.ui.charts.variance_words import columns, headings

ROW_HEIGHT = 52
HEADINGS = 60
BACK, FRONT, LABEL = -0.19, 0.08, 0.17
"""Where bars and labels of a row lie beside its middle, as shares of its height: no label is covered."""


def variance_bars(bars: VarianceBars, look: Look, pixels: int = 0) -> Spec:
    """`pixels` is the height at which it will be drawn; bars and labels are placed by it."""
    row = ((pixels or height(bars)) - HEADINGS) / len(bars.categories)
    room = column_room(bars)
    places = places_of(bars.panels, room * len(bars.columns))
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
        *headings(bars.panels, places, look),
        *columns(bars, room, look),
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


def _panel_rows(categories: tuple[str, ...], panel: VariancePanel, place: Place) -> list[Spec]:
    single = len(panel.series) == 1
    return [
        row
        for number, series in enumerate(panel.series)
        for row in _series_rows(categories, series, place, "only" if single else ("back", "front")[number])
    ]


def _series_rows(categories: tuple[str, ...], series: Series, place: Place, layer: str) -> list[Spec]:
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


def _axis(places: tuple[Place, ...], bars: VarianceBars) -> Spec:
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


def _zeros(places: tuple[Place, ...], look: Look) -> Spec:
    return {
        "data": {"values": [{"zero": place.zero} for place in places]},
        "mark": {"type": "rule", "strokeWidth": 1.2},
        "encoding": {"x": {"field": "zero", "type": "quantitative"}, "y": None, "color": look.of("ink")},
    }


def _references(panels: tuple[VariancePanel, ...], places: tuple[Place, ...], look: Look) -> list[Spec]:
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
