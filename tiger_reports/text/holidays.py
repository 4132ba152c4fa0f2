"""Public holidays of a client's country, by the names that the reader's language has for them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays

from tiger_reports.model.period import Period

CLOSEST = {"en": "en_US", "pl": "pl", "cs": "cs", "ru": "ru"}
"""The library's names of our languages; a country that lacks one is told in its own."""


@lru_cache(maxsize=256)
def holidays_in(country: str, period: Period, language: str) -> tuple[tuple[date, str], ...]:
    """Days of the period with their names; empty for a country that nobody knows the holidays of."""
    years = range(period.start.year, period.last_day.year + 1)
    try:
        known = holidays.country_holidays(country)
        asked = CLOSEST[language]
        name = asked if asked in known.supported_languages else known.default_language
        calendar = holidays.country_holidays(country, years=years, language=name)
    except NotImplementedError:
        return ()
    return tuple((day, name) for day, name in sorted(calendar.items()) if day in period)
