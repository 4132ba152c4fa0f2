"""Public holidays of a client's country, by their English or local names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

NONE: Mapping[date, str] = {}


@cache
def feasts(country: str, first: int, last: int) -> Mapping[date, str]:
    """Holidays of the years `first` to `last` by day; none where the country is not known."""
    import holidays

    try:
        known = holidays.country_holidays(country, years=range(first, last + 1))
    except NotImplementedError:
        return NONE
    return {day: known[day] for day in known}
