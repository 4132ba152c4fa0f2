"""Stacked columns on the page: parts from the foot up in the deck's own tones."""

from __future__ import annotations

from tiger_reports.decks.layout.stacks import pale, roles
from tiger_reports.model.exhibits.stacks import Stack
from tiger_reports.ui.charts.look import Look, Spec, said

FAINT = 0.45


def stack_chart(stack: Stack, look: Look) -> Spec:
    """Columns left to right in the order of the categories, totals over them."""
    category = {"field": "category", "type": "nominal", "sort": list(stack.categories)}
    x = category | {"axis": {"title": None, "labelAngle": 0}, "scale": {"paddingInner": 0.4}}
    y = {"field": "from", "type": "quantitative", "axis": None}
    bars = {
        "mark": {"type": "bar"},
        "encoding": {
            "y2": {"field": "to"},
            "color": look.by("role"),
            "opacity": {"field": "opacity", "type": "quantitative", "scale": None},
            "description": {"field": "said"},
            "tooltip": [{"field": "said", "title": " "}],
        },
    }
    labels = {
        "mark": {"type": "text", "fontSize": look.font_size},
        "encoding": {
            "y": {"field": "middle", "type": "quantitative"},
            "text": {"field": "label"},
            "color": {"condition": {"test": "datum.role === 'now'", "value": "#fff"}, "value": "#1B1F2A"},
        },
    }
    return look.finish(
        {
            "data": {"values": _rows(stack)},
            "encoding": {"x": x, "y": y},
            "layer": [bars, labels, _totals(stack, look, category)],
        }
    )


def _rows(stack: Stack) -> list[Spec]:
    rows: list[Spec] = []
    for at, category in enumerate(stack.categories):
        foot = 0.0
        for number, (part, role) in enumerate(zip(stack.parts, roles(stack), strict=True)):
            value = part.values[at] or 0.0
            rows.append(
                {
                    "category": category,
                    "from": foot,
                    "to": foot + value,
                    "middle": foot + value / 2,
                    "role": str(role),
                    "opacity": FAINT if number in pale(stack) else 1.0,
                    "label": part.labels[at],
                    "said": said(category, part.name, part.labels[at]),
                }
            )
            foot += value
    return rows


def _totals(stack: Stack, look: Look, category: Spec) -> Spec:
    rows = [
        {"category": name, "top": sum(part.values[at] or 0.0 for part in stack.parts), "label": total}
        for at, (name, total) in enumerate(zip(stack.categories, stack.totals, strict=True))
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "dy": -9, "fontSize": look.font_size, "fontWeight": 600},
        "encoding": {
            "x": category,
            "y": {"field": "top", "type": "quantitative"},
            "text": {"field": "label"},
            "color": look.of("ink"),
        },
    }
