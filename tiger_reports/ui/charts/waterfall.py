"""A waterfall: whole levels stand on zero, effects hang between the level before and the level after."""

from __future__ import annotations

from tiger_reports.decks.layout.cascade import levels
from tiger_reports.model.exhibits.picture import Step, Waterfall
from tiger_reports.ui.charts.look import Look, Spec, said

HEIGHT = 250


def waterfall_chart(shown: Waterfall, look: Look) -> Spec:
    """Columns left to right in the order of the steps, each labelled over its upper end."""
    x_axis = {"title": None, "labelAngle": 0, "domain": False, "ticks": False, "labelLimit": 120}
    names = [_place(at, step) for at, step in enumerate(shown.steps)]
    x = {
        "field": "place",
        "type": "nominal",
        "sort": names,
        "axis": {**x_axis, "labelExpr": "slice(datum.label, 3)"},
        "scale": {"paddingInner": 0.35, "paddingOuter": 0.15},
    }
    return look.finish(
        {
            "data": {"values": _rows(shown.steps)},
            "encoding": {"x": x, "y": _amounts(shown.steps)},
            "layer": [_zero(look), _bars(look), _bridges(look), _labels(look)],
        }
    )


def _place(at: int, step: Step) -> str:
    """Names may repeat: a number before them tells the columns apart, and is not shown."""
    return f"{at:02d} {step.name}"


def _rows(steps: tuple[Step, ...]) -> list[Spec]:
    places = [_place(at, step) for at, step in enumerate(steps)]
    return [
        {
            "place": places[at],
            "name": step.name,
            "from": begin,
            "to": end,
            "top": max(begin, end),
            "next": places[at + 1] if at + 1 < len(steps) else None,
            "role": str(step.role),
            "label": step.label,
            "detail": step.detail,
            "said": said(step.name, step.label, step.detail),
            **({"link": step.link} if step.link else {}),
        }
        for at, (step, (begin, end)) in enumerate(zip(steps, levels(steps), strict=True))
    ]


def _amounts(steps: tuple[Step, ...]) -> Spec:
    """From zero, with room for a label over the highest column."""
    ends = [end for pair in levels(steps) for end in pair]
    low, high = min(0.0, *ends), max(0.0, *ends)
    room = 0.14 * ((high - low) or 1.0)
    return {
        "field": "from",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [low, high + room], "nice": False},
    }


def _bars(look: Look) -> Spec:
    encoding = {
        "y2": {"field": "to"},
        **look.told,
    }
    return {"mark": {"type": "bar", "width": {"band": 1}}, "encoding": encoding}


def _bridges(look: Look) -> Spec:
    """A hair from each column's end to the next one, so that the eye goes on at the same level."""
    encoding = {
        "x": {"field": "place", "type": "nominal", "bandPosition": 1},
        "x2": {"field": "next", "bandPosition": 0},
        "y": {"field": "to", "type": "quantitative"},
        "color": look.of("ink"),
        "opacity": {"value": 0.5},
    }
    kept = [{"filter": "datum.next !== null"}]
    return {"transform": kept, "mark": {"type": "rule", "strokeWidth": 1}, "encoding": encoding}


def _labels(look: Look) -> Spec:
    mark = {"type": "text", "dy": -8, "fontSize": look.font_size, "fontWeight": 600}
    encoding = {
        "y": {"field": "top", "type": "quantitative"},
        "text": {"field": "label"},
        "color": look.of("ink"),
    }
    return {"mark": mark, "encoding": encoding}


def _zero(look: Look) -> Spec:
    encoding = {"y": {"datum": 0}, "x": None, "color": look.of("ink")}
    return {"mark": {"type": "rule", "strokeWidth": 1.2}, "encoding": encoding}
