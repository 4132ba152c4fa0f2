"""Numbers and months on charts, written as in every other text: from CLDR, not from the chart library."""

from __future__ import annotations

from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import get_day_names, get_month_names

SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
MINUS = "\u2212"
Width = Literal["wide", "abbreviated"]


@cache
def chart_locale(language: str) -> dict[str, dict[str, object]]:
    """Locale of a Vega-Lite `config`."""
    return {"number": _numbers(language), "time": _times(language)}


def _numbers(language: str) -> dict[str, object]:
    symbols = Locale.parse(language).number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "thousands": symbols["group"],
        "grouping": [3],
        "currency": ["", ""],
        "percent": "%" if language in {"en", "pl"} else "\u00a0%",
        "minus": MINUS,
    }


def _times(language: str) -> dict[str, object]:
    return {
        "dateTime": "%-d %B %Y %H:%M",
        "date": "%d.%m.%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": _days(language, "wide"),
        "shortDays": _days(language, "abbreviated"),
        "months": _months(language, "wide"),
        "shortMonths": _months(language, "abbreviated"),
    }


def _days(language: str, width: Width) -> list[str]:
    names = get_day_names(width, "format", language)
    return [names[day] for day in SUNDAY_FIRST]


def _months(language: str, width: Width) -> list[str]:
    names = get_month_names(width, "stand-alone", language)
    return [names[number] for number in range(1, 13)]
