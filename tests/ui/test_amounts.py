"""Numbers as people type them; what can be read in two ways is asked, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tiger_reports.text.numbers import number
from tiger_reports.ui.amounts import Typed, parse_amount, parse_share


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,75", 12.75),
        ("12.75", 12.75),
        ("1 234,56", 1234.56),
        ("1\u00a0234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1.234,56", 1234.56),
        ("1,234,567", 1234567.0),
        ("0,125", 0.125),
        ("1234", 1234.0),
        (" 7 ", 7.0),
    ],
)
def test_decimal_commas_and_points_are_both_understood(text, value):
    assert parse_amount(text) == Typed(value)


@pytest.mark.parametrize("text", ["1,234", "1.234", "12.345"])
def test_a_number_that_reads_in_two_ways_is_refused(text):
    assert parse_amount(text).fault == "ambiguous"


@pytest.mark.parametrize("text", ["abc", "1,2,3", "1..2", "12a", "--1", "1.234,567.8"])
def test_what_is_no_number_is_said_to_be_none(text):
    assert parse_amount(text).fault == "not_a_number"


def test_a_number_outside_the_range_is_said_to_be_so():
    assert parse_amount("-5").fault == "out_of_range"
    assert parse_amount("-5", least=-10).value == -5.0


def test_nothing_typed_is_no_value_and_no_fault():
    assert parse_amount("") == Typed(None)


@pytest.mark.parametrize("text", ["12,5", "12.5 %", "12,5%", " 12,5 % "])
def test_a_percentage_becomes_a_fraction(text):
    assert parse_share(text) == Typed(0.125)


@given(some.integers(0, 10**9), some.sampled_from(["en", "pl", "cs", "ru"]))
def test_what_we_write_with_two_decimals_we_can_read(hundredths, language):
    value = hundredths / 100
    assert parse_amount(number(value, language, 2)).value == pytest.approx(value)
