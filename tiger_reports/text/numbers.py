"""Numbers, money, shares and changes as a reader of a language writes them.

Minus is U+2212, spaces inside numbers do not break. Missing is an en dash, never zero.
"""

from __future__ import annotations

import re
from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision

from tiger_reports.model.metric import Metric, Unit
from tiger_reports.text.catalogue import phrase

MINUS = "\u2212"
MISSING = "\u2013"
NBSP = "\u00a0"
THOUSAND, MILLION = 1_000, 1_000_000
TEN_THOUSAND = 10_000
NATIVE_SYMBOLS = {"PLN": "zł", "CZK": "Kč", "RUB": "₽", "UAH": "₴", "KZT": "₸"}
"""Signs that readers of Polish, Czech and Russian know; CLDR prints a code outside the home country."""


def number(value: float | None, language: str, decimals: int = 0) -> str:
    if value is None:
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return _clean(format_decimal(_exact(value, decimals), format=pattern, locale=language))


def exact(value: Decimal, language: str) -> str:
    """With as many digits as were written down: 4.2654 stays 4.2654, 25.30 stays 25.30."""
    return number(float(value), language, _places(value))


def exact_percent(value: Decimal, language: str) -> str:
    """12.5 is `12.5%`."""
    return percent(float(value / 100), language, _places(value))


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def percent(fraction: float | None, language: str, decimals: int = 1) -> str:
    """0.123 is `12.3%`, in Czech and Russian with a no-break space before the sign."""
    if fraction is None:
        return MISSING
    pattern = Locale.parse(language).percent_formats[None].pattern
    wanted = pattern.replace("#,##0", "#,##0" + ("." + "0" * decimals if decimals else ""))
    text = format_percent(_exact(fraction, decimals + 2), format=wanted, locale=language)
    return _clean(text)


def money(value: float | None, currency: str, language: str, decimals: int | None = None) -> str:
    if value is None:
        return MISSING
    places = get_currency_precision(currency) if decimals is None else decimals
    pattern = Locale.parse(language).currency_formats["standard"].pattern
    whole = "#,##0" + ("." + "0" * places if places else "")
    wanted = pattern.split(";")[0].replace("#,##0.00", whole)
    text = format_currency(
        _exact(value, places), currency, format=wanted, locale=language, currency_digits=False
    )
    return _clean(_readable_sign(text, currency, language))


def _readable_sign(text: str, currency: str, language: str) -> str:
    if language != "en":
        return text.replace(currency, NATIVE_SYMBOLS.get(currency, currency))
    return re.sub(rf"{currency}(?=\d)", currency + NBSP, text)  # "PLN 1,234.56", not "PLN1,234.56"


def points(fraction: float, language: str, decimals: int = 1) -> str:
    """A difference of two rates in percentage points."""
    unit = phrase("unit.points", language)
    return f"{number(float(Decimal(repr(float(fraction))) * 100), language, decimals)}{NBSP}{unit}"


def compact(value: float | None, language: str, decimals: int = 1) -> str:
    """`1.2M`, `1,2 mln`: for places where a long number does not fit."""
    if value is None:
        return MISSING
    if abs(value) < TEN_THOUSAND:
        return number(value, language)
    size, name = (MILLION, "million") if abs(value) >= MILLION else (THOUSAND, "thousand")
    return phrase(f"unit.{name}", language, value=number(value / size, language, decimals))


def signed(text: str, value: float) -> str:
    """`text` with a plus before it where `value` is above zero."""
    return f"+{text}" if value > 0 else text


def metric_value(
    metric: Metric, value: float | None, language: str, currency: str, *, short: bool = False
) -> str:
    """A figure in its metric's unit."""
    if value is None:
        return MISSING
    match metric.unit:
        case Unit.MONEY:
            return money(value, currency, language, metric.decimals)
        case Unit.PERCENT:
            return percent(value, language, metric.decimals)
        case Unit.FACTOR:
            return number(value, language, metric.decimals)
        case Unit.COUNT:
            if short and abs(value) >= MILLION:
                return compact(value, language, 2)
            fractional = metric.decimals and value != round(value)
            return number(value, language, metric.decimals if fractional else 0)


def metric_delta(metric: Metric, delta: float, language: str, currency: str) -> str:
    """A difference of two figures with its sign; rates in percentage points."""
    if metric.unit is Unit.PERCENT:
        return signed(points(delta, language, max(metric.decimals, 1)), delta)
    return signed(metric_value(metric, delta, language, currency), delta)


def relative(change: float, language: str) -> str:
    """A relative change with its sign: `+12.3%`."""
    return signed(percent(change, language, 1), round(change, 3))


def _exact(value: float, places: int) -> Decimal:
    """Round half up on the decimal that the float stands for, so that 0.125 is 0.13 in every language."""
    quantum = Decimal(1).scaleb(-places)
    rounded = Decimal(repr(float(value))).quantize(quantum, rounding="ROUND_HALF_UP")
    return rounded or abs(rounded)  # never "-0"


def _clean(text: str) -> str:
    return text.replace("-", MINUS).replace(" ", NBSP)
