"""Aligned bars that add up to a change: one a part, in two tones where rate and mix are known."""

from __future__ import annotations

from tiger_reports.model.exhibits.picture import Contribution, Contributions
from tiger_reports.ui.charts.look import Look, Spec, said

ROW_HEIGHT = 34
NARROWEST = 300
"""Pixels between the names and the edge where such a chart has the least space: beside a comment."""
LETTER, MOST_LABEL = 7.0, 112.0
LIGHT = 0.45
"""How much of its colour the mix keeps."""


def contribution_bars(shown: Contributions, look: Look) -> Spec:
    """Bars from a common zero in the order given, the whole change as the last one."""
    rows = (*shown.rows, shown.total)
    places = [f"{at:02d} {row.name}" for at, row in enumerate(rows)]
    axis = {"title": None, "domain": False, "ticks": False, "labelExpr": "slice(datum.label, 3)"}
    y = {"field": "place", "type": "nominal", "sort": places, "axis": {**axis, "labelLimit": 190}}
    halves = [half for place, row in zip(places, rows, strict=True) for half in _halves(place, row)]
    labels = [_label(place, row) for place, row in zip(places, rows, strict=True)]
    return look.finish(
        {
            "data": {"values": halves},
            "encoding": {"y": y, "x": _amounts(rows)},
            "layer": [
                _bars(look),
                _zero(look),
                *([_net(split, look)] if (split := [one for one in labels if one["split"]]) else []),
                _labels(labels, look, "right", "left", 6),
                _labels(labels, look, "left", "right", -6),
            ],
        }
    )


def height(shown: Contributions) -> int:
    return ROW_HEIGHT * (len(shown.rows) + 1) + 10


def ends(row: Contribution) -> tuple[float, float]:
    """How far a row's bars reach to either side of zero: opposite halves reach to both."""
    parts = row.halves or (row.value,)
    return sum(x for x in parts if x < 0), sum(x for x in parts if x > 0)


def _halves(place: str, row: Contribution) -> list[Spec]:
    """The bars of a row: halves of one sign are stacked, opposite ones go either way from zero."""
    told = {"place": place, "name": row.name, "label": _words(row), "detail": row.detail}
    told["said"] = said(row.name, _words(row), row.detail)
    if row.link:
        told["link"] = row.link
    if not row.halves:
        return [{**told, "from": 0.0, "to": row.value, "role": str(row.role), "tone": 1.0}]
    rate, mix = row.halves
    begin = rate if rate * mix > 0 else 0.0
    return [
        {**told, "from": 0.0, "to": rate, "role": str(row.half_roles[0]), "tone": 1.0},
        {**told, "from": begin, "to": begin + mix, "role": str(row.half_roles[1]), "tone": LIGHT},
    ]


def _words(row: Contribution) -> str:
    return f"{row.label} · {row.share}" if row.share else row.label


def _label(place: str, row: Contribution) -> Spec:
    low, high = ends(row)
    side = "right" if row.value >= 0 else "left"
    at = high if side == "right" else low
    return {
        "place": place,
        "at": at,
        "side": side,
        "label": _words(row),
        "net": row.value,
        "split": bool(row.halves),
    }


def _amounts(rows: tuple[Contribution, ...]) -> Spec:
    """A scale with room for the longest label of each side beyond the bars of that side."""
    low, high = min(ends(row)[0] for row in rows), max(ends(row)[1] for row in rows)
    left, right = (_room(tuple(r for r in rows if (r.value >= 0) == side)) for side in (False, True))
    pixel = ((high - low) or 1.0) / (NARROWEST - left - right)
    scale = {"domain": [low - left * pixel, high + right * pixel], "nice": False}
    return {"field": "from", "type": "quantitative", "axis": None, "scale": scale}


def _room(rows: tuple[Contribution, ...]) -> float:
    """Pixels for the longest label of rows on one side."""
    return min(MOST_LABEL, LETTER * max((len(_words(row)) + 1 for row in rows), default=0))


def _bars(look: Look) -> Spec:
    encoding = {
        "x2": {"field": "to"},
        "opacity": {"field": "tone", "type": "quantitative", "scale": None, "legend": None},
        **look.told,
    }
    return {"mark": {"type": "bar", "height": {"band": 0.62}}, "encoding": encoding}


def _net(labels: list[Spec], look: Look) -> Spec:
    """A tick where the two tones together end: opposite ones cancel in part."""
    encoding = {"x": {"field": "net", "type": "quantitative"}, "color": look.of("ink")}
    mark = {"type": "tick", "thickness": 2, "bandSize": 24, "size": 24}
    return {"data": {"values": labels}, "mark": mark, "encoding": encoding}


def _zero(look: Look) -> Spec:
    encoding = {"x": {"datum": 0}, "y": None, "color": look.of("ink")}
    return {"mark": {"type": "rule", "strokeWidth": 1.2}, "encoding": encoding}


def _labels(labels: list[Spec], look: Look, side: str, align: str, shift: int) -> Spec:
    mark = {"type": "text", "align": align, "dx": shift, "fontSize": look.font_size, "fontWeight": 600}
    encoding = {
        "x": {"field": "at", "type": "quantitative"},
        "text": {"field": "label"},
        "color": look.of("ink"),
    }
    kept = [row for row in labels if row["side"] == side]
    return {"data": {"values": kept}, "mark": mark, "encoding": encoding}
