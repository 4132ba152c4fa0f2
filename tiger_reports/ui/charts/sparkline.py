"""A trend in a few pixels, shown by a card as an image. Its grey and orange read on both themes."""

from __future__ import annotations

from urllib.parse import quote

LINE, POINT = "#8B93A7", "#E8590C"
WIDTH, HEIGHT, EDGE = 240, 44, 6


def sparkline(values: tuple[float | None, ...]) -> str:
    """Data address of the drawing; empty when there is no line to draw."""
    points = _points(values)
    if len(points) < 2:  # noqa: PLR2004  (a line has two ends)
        return ""
    path = " ".join(
        f"{'L' if n and joined else 'M'}{x:.1f} {y:.1f}" for n, (x, y, joined) in enumerate(points)
    )
    x, y, _ = points[-1]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="2.5" stroke-linejoin="round"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{POINT}"/></svg>'
    )
    return f"data:image/svg+xml;utf8,{quote(drawing)}"


def _points(values: tuple[float | None, ...]) -> list[tuple[float, float, bool]]:
    """Places on the drawing, each with whether it continues the value before it."""
    known = [value for value in values if value is not None]
    if not known:
        return []
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    return [
        (
            EDGE + place * step,
            HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2 * EDGE),
            place > 0 and values[place - 1] is not None,
        )
        for place, value in enumerate(values)
        if value is not None
    ]
