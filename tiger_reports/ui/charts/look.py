"""How charts of one run are drawn: language, and colours of the theme or of paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tiger_reports.ui.charts.locale import chart_locale
from tiger_reports.ui.charts.palette import ROLES

Spec = dict[str, Any]
DECIMALS = re.compile(r"\.([0#]+)")


@dataclass(frozen=True)
class Look:
    """`colours` empty means the theme's own palette."""

    language: str
    colours: tuple[str, ...] = ()
    font: str = ""
    font_size: int = 12

    @property
    def scale(self) -> Spec:
        colours = {"range": list(self.colours)} if self.colours else {}
        return {"domain": [str(role) for role in ROLES], **colours}

    def by(self, field: str) -> Spec:
        """Colour taken from a field that holds roles."""
        return {"field": field, "type": "nominal", "scale": self.scale, "legend": None}

    def of(self, role: str) -> Spec:
        """One role's colour for a whole mark."""
        return {"datum": str(role), "type": "nominal", "scale": self.scale, "legend": None}

    @property
    def told(self) -> Spec:
        """How a bar of a change is coloured, where it leads, and what it tells who points at it or hears it.

        Titles of a tooltip have to differ and are not to be seen, so they are spaces of three kinds.
        """
        titles = {"name": " ", "label": "\u00a0", "detail": "\u200b"}
        return {
            "color": self.by("role"),
            "href": {"field": "link"},
            "description": {"field": "said"},
            "tooltip": [{"field": field, "title": title} for field, title in titles.items()],
        }

    def finish(self, spec: Spec) -> Spec:
        """Locale and quiet axes around a chart; on paper also ink on axes."""
        axes: Spec = {"labelFontSize": self.font_size, "labelLimit": 220, "labelPadding": 6}
        if self.colours:
            ink = self.colours[ROLES.index("ink")]
            axes |= {"labelColor": ink, "titleColor": ink, "gridColor": "#E7E4DD"}
        config = {"locale": chart_locale(self.language), "axis": axes, "background": "transparent"}
        fonts = {"font": self.font} if self.font else {}
        return {**spec, "config": {**config, **fonts, "view": {"stroke": None}}}


def d3_format(number_format: str) -> str:
    """A spreadsheet number format for an axis: `#,##0.0%` is `,.1~%`, without zeros at the end."""
    found = DECIMALS.search(number_format)
    return f",.{len(found[1]) if found else 0}~{'%' if '%' in number_format else 'f'}"


def said(*parts: str) -> str:
    """What a screen reader says of one mark; the library's own words would name fields and places."""
    return ", ".join(part for part in parts if part)
