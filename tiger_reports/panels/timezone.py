"""The time zone of a file's days: what the file says, else what its panel is known for."""

from __future__ import annotations

import re

from tiger_reports.panels.recognise import Match

_UTC = re.compile(r"\bUTC\b(?!\s*[+\-\u2212]\s*\d)")
"""`(in UTC)`; an offset such as UTC+2 is another zone and is not taken for this one."""


def timezone_of(match: Match) -> str:
    """An IANA name, or empty where nothing says it: the account's own zone then, which nobody knows."""
    said = (cell for row in (*match.preamble, match.header.cells) for cell in row)
    return "UTC" if any(_UTC.search(cell) for cell in said) else match.panel.timezone
