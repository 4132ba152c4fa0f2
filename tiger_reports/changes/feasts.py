"""Public holidays of a client's country, which make a day another than its weekday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from tiger_reports.model.period import Period
from tiger_reports.text.holidays import holidays_in


@cache
def feasts(country: str, first: int, last: int) -> Mapping[date, str]:
    """Holidays of the years `first` to `last` by day; none where the country is not known."""
    return dict(holidays_in(country, Period(date(first, 1, 1), date(last + 1, 1, 1)), "en"))
