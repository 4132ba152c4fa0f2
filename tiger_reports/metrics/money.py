"""Stored money in the report's terms: converted by the rates that a person entered, with the margin if shown.

The stored facts stay as the panels wrote them; what is changed here is only what a query reads.
"""

from __future__ import annotations

import narwhals as nw

from tiger_reports.metrics.fetch import Facts
from tiger_reports.model.terms import Margin, Rate, Terms

HUNDRED = 100


def in_terms(facts: Facts, terms: Terms) -> Facts:
    """The same rows with `spend`, `conversion_value` and `currency` on the report's terms.

    A row is converted by the rate that holds all its days. A row without one keeps its money and its
    currency: whoever adds up sees that it does not fit, and says so.
    """
    if terms.plain:
        return facts
    rate = _rate(terms)
    known = ~rate.is_null()
    money = [
        _times(nw.col("spend"), rate * _margin(terms.margins), known).alias("spend"),
        _times(nw.col("conversion_value"), rate, known).alias("conversion_value"),
    ]
    currency = nw.when(known & ~nw.col("currency").is_null()).then(nw.lit(terms.currency))
    return facts.with_columns(*money, currency.otherwise(nw.col("currency")).alias("currency"))


def _times(column: nw.Expr, factor: nw.Expr, known: nw.Expr) -> nw.Expr:
    return nw.when(known).then(column * factor).otherwise(column)


def _rate(terms: Terms) -> nw.Expr:
    """1 for the report's own currency and for rows that name none; null where no rate is known."""
    currency = nw.col("currency")
    own = currency.is_null() | (currency == terms.currency)
    found: nw.Expr = nw.when(own).then(nw.lit(1.0)).otherwise(nw.lit(None, dtype=nw.Float64))
    for rate in (rate for rate in terms.rates if rate.quote == terms.currency):
        found = nw.when(_held(rate)).then(nw.lit(float(rate.rate))).otherwise(found)
    return found


def _held(rate: Rate) -> nw.Expr:
    start, end = nw.col("period_start"), nw.col("period_end")
    return (nw.col("currency") == rate.base) & (start >= rate.days.start) & (end <= rate.days.end)


def _margin(margins: tuple[Margin, ...]) -> nw.Expr:
    """What net spend is multiplied by, from the day on which each margin begins."""
    found: nw.Expr = nw.lit(1.0)
    for margin in sorted(margins, key=lambda margin: margin.since):
        factor = float(1 + margin.percent / HUNDRED)
        found = nw.when(nw.col("period_start") >= margin.since).then(nw.lit(factor)).otherwise(found)
    return found
