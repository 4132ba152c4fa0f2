"""The month day by day: line and earlier line, the band of normal variation, and marks of what happened."""

from __future__ import annotations

from tiger_reports.model.exhibits.picture import DayChart, DayMark, MarkKind
from tiger_reports.model.exhibits.role import Role
from tiger_reports.ui.charts.look import Look, Spec, d3_format, said

HEIGHT = 250
SATURDAY = 5
DASHES = {MarkKind.LOG: [2, 2], MarkKind.BREAK: [6, 3], MarkKind.HOLIDAY: [1, 3]}


def daily_chart(shown: DayChart, look: Look) -> Spec:
    """Days left to right, Saturdays and Sundays on a quiet ground; missing days break the lines."""
    x_axis = {"title": None, "format": "%-d %b", "labelOverlap": "parity", "grid": False, "domain": True}
    y_axis = {"title": None, "format": d3_format(shown.number_format), "tickCount": 4}
    y = {"field": "value", "type": "quantitative", "axis": y_axis, "scale": {"zero": False, "nice": True}}
    layers = [
        *_weekends(shown, look),
        *_band(shown, look),
        *_earlier(shown, look),
        *_marks(shown, look),
        _line(look),
        _points(look),
    ]
    return look.finish(
        {
            "data": {"values": _rows(shown)},
            "encoding": {"x": {**_day("day"), "axis": x_axis}, "y": y},
            "layer": layers,
        }
    )


def _day(field: str) -> Spec:
    return {"field": field, "type": "temporal", "timeUnit": "utcyearmonthdate"}


def _rows(shown: DayChart) -> list[Spec]:
    happened = happened_on(shown)
    return [
        {
            "day": day.isoformat(),
            "value": shown.now.values[at],
            "label": shown.now.labels[at],
            "before": shown.earlier.values[at] if shown.earlier else None,
            "then": shown.earlier.labels[at] if shown.earlier else "",
            "happened": happened.get(at, ""),
            "said": said(shown.categories[at], shown.now.labels[at], happened.get(at, "")),
            **({"link": shown.links[at]} if shown.links and shown.links[at] else {}),
        }
        for at, day in enumerate(shown.days)
    ]


def happened_on(shown: DayChart) -> dict[int, str]:
    """All marks of a day in one line, by its place."""
    found: dict[int, list[str]] = {}
    for mark in shown.marks:
        found.setdefault(mark.at, []).append(f"{mark.sign} {mark.text}")
    return {at: "; ".join(texts) for at, texts in found.items()}


def _weekends(shown: DayChart, look: Look) -> list[Spec]:
    rows = [{"day": day.isoformat()} for day in shown.days if day.weekday() >= SATURDAY]
    encoding: Spec = {
        "x": _day("day"),
        "y": {"value": 0},
        "y2": {"value": "height"},
        "color": look.of("ink"),
        "opacity": {"value": 0.05},
    }
    return [{"data": {"values": rows}, "mark": {"type": "rule", "strokeWidth": 14}, "encoding": encoding}]


def _band(shown: DayChart, look: Look) -> list[Spec]:
    if not shown.banded:
        return []
    rows = [
        {"day": day.isoformat(), "low": bounds[0], "high": bounds[1]}
        for day, bounds in zip(shown.days, shown.band, strict=True)
        if bounds is not None
    ]
    encoding: Spec = {
        "y": {"field": "low", "type": "quantitative"},
        "y2": {"field": "high"},
        "color": look.of(Role.NEUTRAL),
    }
    return [{"data": {"values": rows}, "mark": {"type": "area", "opacity": 0.22}, "encoding": encoding}]


def _earlier(shown: DayChart, look: Look) -> list[Spec]:
    if shown.earlier is None:
        return []
    mark = {"type": "line", "strokeWidth": 1.5, "invalid": "break-paths-show-path-domains"}
    encoding = {"y": {"field": "before", "type": "quantitative"}, "color": look.of(Role.PREVIOUS)}
    return [{"mark": mark, "encoding": encoding}]


def _marks(shown: DayChart, look: Look) -> list[Spec]:
    """A rule a day, its signs over it: signs of one day stand beside each other."""
    if not shown.marks:
        return []
    rows = _marked_days(shown)
    dashes = {"domain": [str(kind) for kind in DASHES], "range": list(DASHES.values())}
    rule: Spec = {
        "x": _day("day"),
        "y": {"value": 0},
        "y2": {"value": "height"},
        "color": look.of(Role.HIGHLIGHT),
        "strokeDash": {"field": "kind", "type": "nominal", "scale": dashes, "legend": None},
        "tooltip": [
            {**_day("day"), "format": "%-d %B %Y", "title": " "},
            {"field": "happened", "title": "\u00a0"},
        ],
    }
    text: Spec = {
        "x": _day("day"),
        "y": {"value": -7},
        "text": {"field": "signs"},
        "color": look.of(Role.HIGHLIGHT),
    }
    words = {"type": "text", "fontSize": look.font_size, "fontWeight": 700}
    return [
        {"data": {"values": rows}, "mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": rule},
        {"data": {"values": rows}, "mark": words, "encoding": text},
    ]


def _marked_days(shown: DayChart) -> list[Spec]:
    """A row a day that has marks, of the kind of its first; what happened on it is one sentence."""
    first: dict[int, DayMark] = {}
    signs: dict[int, list[str]] = {}
    for mark in shown.marks:
        first.setdefault(mark.at, mark)
        signs.setdefault(mark.at, []).append(mark.sign)
    told = happened_on(shown)
    return [
        {
            "day": shown.days[at].isoformat(),
            "kind": str(mark.kind),
            "signs": " ".join(signs[at]),
            "happened": told[at],
        }
        for at, mark in first.items()
    ]


def _line(look: Look) -> Spec:
    return {
        "mark": {"type": "line", "strokeWidth": 2.2, "invalid": "break-paths-show-path-domains"},
        "encoding": {"color": look.of(Role.NOW)},
    }


def _points(look: Look) -> Spec:
    tooltip = [
        {**_day("day"), "format": "%A, %-d %B %Y", "title": " "},
        {"field": "label", "title": "\u00a0"},
        {"field": "then", "title": "\u200b"},
        {"field": "happened", "title": "\u2060"},
    ]
    return {
        "mark": {"type": "point", "filled": True, "size": 36, "opacity": 1},
        "encoding": {
            "color": look.of(Role.NOW),
            "href": {"field": "link"},
            "description": {"field": "said"},
            "tooltip": tooltip,
        },
    }
