"""What each part of a chart stands for, and its colour.

On pages a colour is a place in the theme's palette (`chartCategoricalColors` of the configuration has
the same order), so that light and dark need no word here. Slides are paper: always light.
"""

from __future__ import annotations

from tiger_reports.model.exhibits.role import Role

INK, QUIET = "ink", "quiet"
ROLES = (
    Role.NOW,
    Role.PREVIOUS,
    Role.YEAR_AGO,
    Role.TARGET,
    Role.HIGHLIGHT,
    Role.BETTER,
    Role.WORSE,
    Role.NEUTRAL,
    INK,
    QUIET,
)
PAPER = (
    "#14213D",
    "#BFC3CE",
    "#8B93A7",
    "#E8590C",
    "#E8590C",
    "#1B7030",
    "#B3261E",
    "#8B93A7",
    "#1B1F2A",
    "#DAD6CE",
)
NOW, ACCENT = 0, (3, 4)


def paper(primary: str, accent: str) -> tuple[str, ...]:
    """The slide palette in a client's colours, given as six hex digits."""
    colours = list(PAPER)
    colours[NOW] = f"#{primary}"
    for place in ACCENT:
        colours[place] = f"#{accent}"
    return tuple(colours)


def typeface(font: str) -> str:
    """The client's font with what stands in for it where it is not installed."""
    return f"{font}, Carlito, 'Source Sans', sans-serif"
