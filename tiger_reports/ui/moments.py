"""When something happened, on the client's clock and as the reader writes it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_time

from tiger_reports.text.dates import short_date

DATE_FORMATS = {"en": "DD/MM/YYYY", "pl": "DD.MM.YYYY", "cs": "DD.MM.YYYY", "ru": "DD.MM.YYYY"}
"""How a date field shows its day."""


def moment(at: datetime, timezone: str, language: str) -> str:
    """`3 Nov 2026, 14:02`."""
    local = at.astimezone(ZoneInfo(timezone))
    return f"{short_date(local.date(), language)}, {format_time(local, 'HH:mm', locale=language)}"
