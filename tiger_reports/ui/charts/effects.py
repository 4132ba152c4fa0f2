"""What a change is made of: one bar a lever or segment, which add up to the whole."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.ui.charts.look import Look, Spec

ROW_HEIGHT = 34
NARROWEST = 280
"""Pixels between the axis and the edge where such a chart has the least space: beside a comment."""
LETTER, GAP, MOST_LABEL = 7, 8, 110


@dataclass(frozen=True)
class Effect:
    """One part of a change, ready to draw: `role` is its colour, `label` the amount as text."""

    name: str
    value: float
    label: str
    role: str
    detail: str = ""


def effect_bars(effects: tuple[Effect, ...], look: Look) -> Spec:
    """Horizontal bars from a common zero, in the order given."""
    rows = [
        {"name": e.name, "value": e.value, "label": e.label, "role": str(e.role), "detail": e.detail}
        for e in effects
    ]
    names = [effect.name for effect in effects]
    y = {"field": "name", "type": "nominal", "sort": names, "axis": {"title": None, "domain": False}}
    return look.finish(
        {
            "data": {"values": rows},
            "encoding": {"y": y, "x": _amounts(effects)},
            "layer": [
                _bars(look),
                _zero(look),
                _labels(look, ">= 0", "left", 5),
                _labels(look, "< 0", "right", -5),
            ],
        }
    )


def height(effects: tuple[Effect, ...]) -> int:
    return ROW_HEIGHT * len(effects) + 10


def _amounts(effects: tuple[Effect, ...]) -> Spec:
    """A scale with room for the longest label beyond the longest bar of each side that has bars."""
    values = [0.0, *(effect.value for effect in effects)]
    label = min(MOST_LABEL, LETTER * max((len(effect.label) for effect in effects), default=0) + GAP)
    sides = (min(values) < 0) + (max(values) > 0)
    room = label / (NARROWEST - sides * label) * ((max(values) - min(values)) or 1.0)
    low = min(values) - (room if min(values) < 0 else 0)
    scale = {"domain": [low, max(values) + (room if max(values) > 0 else 0)], "nice": False}
    return {"field": "value", "type": "quantitative", "axis": None, "scale": scale}


def _bars(look: Look) -> Spec:
    tooltip = [
        {"field": "name", "title": " "},
        {"field": "label", "title": "\u00a0"},
        {"field": "detail", "title": "\u200b"},
    ]
    return {
        "mark": {"type": "bar", "height": {"band": 0.62}},
        "encoding": {"color": look.by("role"), "tooltip": tooltip},
    }


def _zero(look: Look) -> Spec:
    return {
        "mark": {"type": "rule", "strokeWidth": 1.2},
        "encoding": {"x": {"datum": 0}, "y": None, "color": look.of("ink")},
    }


def _labels(look: Look, test: str, align: str, shift: int) -> Spec:
    return {
        "transform": [{"filter": f"datum.value {test}"}],
        "mark": {"type": "text", "align": align, "dx": shift, "fontSize": look.font_size, "fontWeight": 600},
        "encoding": {"text": {"field": "label"}, "color": look.of("ink")},
    }
