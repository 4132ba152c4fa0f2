"""Dates in words as panels print them; no locale is asked."""

from __future__ import annotations

from datetime import date

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pl": "stycznia lutego marca kwietnia maja czerwca "
    "lipca sierpnia września października listopada grudnia",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


def in_words(day: date, language: str) -> str:
    """`October 1, 2026` (en-US), `1 October 2026`, `1 października 2026`, `1. Oktober 2026`."""
    month = MONTHS[language[:2]].split()[day.month - 1]
    if language == "en-US":
        return f"{month} {day.day}, {day.year}"
    return f"{day.day}{'.' if language == 'de' else ''} {month} {day.year}"
