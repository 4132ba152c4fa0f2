from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.model.metric import Good, Kind, Metric, Unit
from tiger_reports.text.numbers import (
    compact,
    metric_delta,
    metric_value,
    money,
    number,
    percent,
    points,
    relative,
)

N = "\u00a0"
CTR = Metric("ctr", Kind.RATIO, Unit.PERCENT, Good.UP, decimals=2)
SPEND = Metric("spend", Kind.SUM, Unit.MONEY, Good.NEUTRAL, decimals=2)
CONVERSIONS = Metric("conversions", Kind.SUM, Unit.COUNT, Good.UP, decimals=1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", f"PLN{N}1,234.56"),
        ("pl", f"1{N}234,56{N}zł"),
        ("cs", f"1{N}234,56{N}zł"),
        ("ru", f"1{N}234,56{N}zł"),
    ],
)
def test_money_is_written_as_its_readers_write_it(language, expected):
    assert money(1234.56, "PLN", language) == expected


def test_the_euro_stands_where_the_language_puts_it():
    assert money(36200, "EUR", "en", 0) == "€36,200"
    assert money(36200, "EUR", "pl", 0) == f"36{N}200{N}€"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "12.3%"), ("pl", "12,3%"), ("cs", f"12,3{N}%"), ("ru", f"12,3{N}%")],
)
def test_a_percent_sign_keeps_its_distance(language, expected):
    assert percent(0.1234, language) == expected


def test_minus_is_the_typographic_one_and_zero_has_none():
    assert number(-5, "pl") == "\u22125"
    assert number(-0.001, "en", 2) == "0.00"
    assert relative(-0.126, "en") == "\u221212.6%"
    assert relative(0.0, "en") == "0.0%"


def test_missing_is_a_dash_and_never_zero():
    assert number(None, "en") == percent(None, "en") == money(None, "PLN", "pl") == "\u2013"


def test_halves_are_rounded_up_on_the_decimal_that_was_meant():
    assert number(0.125, "en", 2) == "0.13"
    assert points(-0.0045, "en") == f"\u22120.5{N}pp"


def test_differences_of_rates_are_points_and_of_money_are_money():
    assert metric_delta(CTR, 0.004, "pl", "PLN") == f"+0,40{N}p.p."
    assert metric_delta(SPEND, -12.5, "cs", "CZK") == f"\u221212,50{N}Kč"


def test_fractions_of_a_conversion_show_only_where_there_are_some():
    assert metric_value(CONVERSIONS, 12.0, "en", "EUR") == "12"
    assert metric_value(CONVERSIONS, 12.46, "en", "EUR") == "12.5"


def test_long_numbers_have_a_short_form():
    assert compact(1_234_567, "pl") == f"1,2{N}mln"
    assert compact(45_600, "cs") == f"45,6{N}tis."
    assert compact(1_234_567, "en") == "1.2M"


@given(st.floats(-1e12, 1e12, allow_nan=False), st.sampled_from(["en", "pl", "cs", "ru"]))
def test_a_written_number_never_breaks_over_a_line(value, language):
    text = number(value, language, 2)
    assert " " not in text
    assert "-" not in text
