"""Measures in words, and an amount of one as a reader writes it."""

from __future__ import annotations

from tiger_reports.text.catalogue import has, phrase
from tiger_reports.text.numbers import money, number

MONEY = frozenset({"spend", "conversion_value"})


def measure_name(measure: str, language: str) -> str:
    """A measure in words where it is a metric as well; else its own name."""
    key = f"metric.{measure}.name"
    return phrase(key, language) if has(key, language) else measure


def measure_amount(measure: str, value: float | None, currency: str | None, language: str) -> str:
    """Money with its sign where the currency is known; other amounts with decimals only if they have some."""
    if measure in MONEY and currency:
        return money(value, currency, language)
    return number(value, language, 0 if value is None or value == round(value) else 2)
