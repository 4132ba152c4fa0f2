"""Where panels of bars lie on the one axis that they share.

Each panel's zero is moved to the right of the panel before it, so a centimetre is the same amount
everywhere and small changes look small.
"""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.exhibits.variance import VarianceBars, VariancePanel

LABEL_ROOM = 0.16
"""Room for labels at either end of a panel, as a share of the widest panel."""
LEAST_WIDTH = 0.52
"""Width of the narrowest panel, as a share of the widest: its heading needs the room."""
COLUMN_ROOM = 0.22
"""Width of a column of ready figures, as a share of the widest panel."""


@dataclass(frozen=True)
class Place:
    """Where a panel lies on the common axis."""

    start: float
    zero: float
    end: float


def column_room(bars: VarianceBars) -> float:
    """How wide a column of ready figures is on the common axis."""
    return COLUMN_ROOM * _widest(bars.panels) if bars.columns else 0.0


def _widest(panels: tuple[VariancePanel, ...]) -> float:
    return max(high - low for low, high in map(_span, panels))


def places_of(panels: tuple[VariancePanel, ...], start: float = 0.0) -> tuple[Place, ...]:
    """`start` is where the first panel begins: behind the columns of figures."""
    spans = [_span(panel) for panel in panels]
    widest = _widest(panels)
    places, at = [], start
    for low, high in spans:
        place = _placed(at, low, high, widest)
        places.append(place)
        at = place.end + LABEL_ROOM * widest * 0.4
    return tuple(places)


def _placed(at: float, low: float, high: float, widest: float) -> Place:
    room = LABEL_ROOM * widest
    zero = at + (room if low < 0 else 0.0) - low
    end = zero + high + room
    return Place(at, zero, max(end, at + LEAST_WIDTH * widest))


def _span(panel: VariancePanel) -> tuple[float, float]:
    values = [value for series in panel.series for value in series.values if value is not None]
    values += [] if panel.reference is None else [panel.reference]
    low, high = min((0.0, *values)), max((0.0, *values))
    return (low, high) if high > low else (0.0, 1.0)
