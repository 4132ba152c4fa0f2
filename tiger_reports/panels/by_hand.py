"""Files of figures typed by hand: their headers come from the definition that reads them back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tiger_reports.panels.catalogue import panels
from tiger_reports.panels.currency import MONEY
from tiger_reports.panels.definition import CHANNEL, Panel

KEY = "by-hand"
NAMES = (CHANNEL, "campaign", "starts", "ends")


def headers(language: str, currency: str) -> Mapping[str, str]:
    """Our column -> header, in the order of the file; money names its currency: `Spend (PLN)`."""
    found = {column: languages[language][0] for column, languages in _definition().columns.items()}
    return {column: f"{name} ({currency})" if column in MONEY else name for column, name in found.items()}


def figures() -> tuple[str, ...]:
    """The measures that can be typed."""
    return tuple(column for column in _definition().columns if column not in NAMES)


def title(words: str) -> str:
    """The first cell of such a file: without it, a table with the same headers is somebody else's."""
    return f"{_definition().name} · {words}"


@cache
def _definition() -> Panel:
    return next(panel for panel in panels() if panel.key == KEY)
