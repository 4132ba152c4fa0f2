"""What the calendar does to a day: the month's season, the weekday, public holidays."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sample_data.world import Market

Floats = NDArray[np.float64]
HOLIDAY_SPEND, HOLIDAY_CVR = 0.88, 0.85


def days_between(first: date, end: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range((end - first).days))


def spend_season(market: Market, days: tuple[date, ...]) -> Floats:
    factors = [market.season[day.month - 1] * market.weekday[day.weekday()] for day in days]
    return np.array(factors) * np.where(_holidays(market, days), HOLIDAY_SPEND, 1.0)


def cvr_season(market: Market, days: tuple[date, ...]) -> Floats:
    factors = np.array([market.cvr_season[day.month - 1] for day in days])
    return factors * np.where(_holidays(market, days), HOLIDAY_CVR, 1.0)


def easter_sunday(year: int) -> date:
    """Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _holidays(market: Market, days: tuple[date, ...]) -> NDArray[np.bool_]:
    easters = {year: easter_sunday(year) for year in {day.year for day in days}}
    return np.array(
        [
            f"{day:%m-%d}" in market.fixed_holidays
            or (day - easters[day.year]).days in market.easter_holidays
            for day in days
        ]
    )
