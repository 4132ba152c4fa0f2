"""Numbers in four languages as people type them, and what looks like a number and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.commentary.reading.number_forms import numbers_in
from tiger_reports.commentary.reading.passed_over import without_passed_over
from tiger_reports.text.catalogue import LANGUAGES
from tiger_reports.text.numbers import money, number, percent, points


def read(text, language="pl", names=()):
    return numbers_in(without_passed_over(text, language, names))


def is_read_as(found, value):
    """Whether a reading of the number is the value, as exactly as the number is written."""
    return any(abs(one.size - abs(value)) <= one.half * (1 + 1e-9) + 1e-9 for one in found.readings)


@pytest.mark.parametrize(
    ("text", "language", "size", "unit"),
    [
        ("Kliknięcia: 12 345", "pl", 12_345, ""),
        ("12,345 clicks", "en", 12_345, ""),
        ("12.345 clicks", "en", 12_345, ""),
        ("12,3 tys. kliknięć", "pl", 12_345, ""),
        ("12.3K clicks", "en", 12_345, ""),
        ("Wydatki 1,2 mln zł", "pl", 1_234_567.89, ""),
        ("Náklady 1,23 mil. Kč", "cs", 1_234_567.89, ""),
        ("Расходы 1,2 млн ₽", "ru", 1_234_567.89, ""),
        ("Spadek o 8%", "pl", 8, "percent"),
        ("Spadek: −8,0%", "pl", 8, "percent"),
        ("рост 12 %", "ru", 12.3, "percent"),
        ("12,3 procent", "pl", 12.3, "percent"),
        ("CTR +0,4 p.p.", "pl", 0.4, "points"),
        ("CTR +0,4 p. b.", "cs", 0.4, "points"),
        ("CTR +0,4 п. п.", "ru", 0.4, "points"),
        ("CTR up 0.4 percentage points", "en", 0.4, "points"),
    ],
)
def test_a_number_is_read_in_its_size_and_unit(text, language, size, unit):
    (found,) = read(text, language)
    assert is_read_as(found, size)
    assert found.unit == unit


@pytest.mark.parametrize(("text", "size"), [("12 346", 12_345), ("1,3 mln zł", 1_234_567), ("12,4%", 12.3)])
def test_a_number_is_no_other_than_it_is_written(text, size):
    (found,) = read(text)
    assert not is_read_as(found, size)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Raport za październik 2026", "pl"),
        ("Od 3.05.2026 do 2026-06-30", "pl"),
        ("Start 3 maja, koniec 31 maja 2026", "pl"),
        ("Od 3. května do 3. 6. 2026", "cs"),
        ("1. čtvrtletí spolupráce", "cs"),
        ("3 мая в 14:30, поддержка 24/7", "ru"),
        ("October 3, 2026 and 5 October", "en"),
        ("by 30 Nov 2026, from 5 Dec", "en"),
        ("przez 14 dni i 2 tygodnie", "pl"),
        ("за 14 дней, 2-й этап", "ru"),
        ("1. Zmiana budżetu\n2. Nowe kreacje", "pl"),
        ("GA4, Q4 i 4G", "pl"),
        ("bez liczb", "pl"),
    ],
)
def test_dates_years_hours_and_lists_are_no_figures(text, language):
    assert read(text, language) == ()


def test_names_may_hold_digits():
    assert read("Kampania Lato 50+ 2x", names=["Lato 50+ 2x"]) == ()
    assert [found.text for found in read("Kampania Lato 50")] == ["50"]


def test_a_mark_before_three_digits_keeps_both_readings():
    (found,) = numbers_in("1.234")
    assert [reading.size for reading in found.readings] == [1234, 1.234]
    assert [reading.size for reading in numbers_in("1.234.567,8")[0].readings] == [1234567.8]
    assert [reading.size for reading in numbers_in("1 234,567")[0].readings] == [1234.567]


@given(st.floats(-1e7, 1e7), st.integers(0, 2), st.sampled_from(LANGUAGES))
def test_every_number_that_we_write_we_read_back(value, decimals, language):
    (found,) = numbers_in(number(value, language, decimals))
    assert is_read_as(found, value)


@given(st.floats(-9, 9), st.sampled_from(LANGUAGES), st.sampled_from([percent, points]))
def test_every_rate_that_we_write_we_read_back(value, language, write):
    (found,) = numbers_in(write(value, language, 1))
    assert is_read_as(found, value * 100)
    assert found.unit == ("percent" if write is percent else "points")


@given(st.floats(0, 1e7), st.sampled_from(LANGUAGES), st.sampled_from(["PLN", "CZK", "EUR", "KZT"]))
def test_money_that_we_write_we_read_back(value, language, currency):
    (found,) = numbers_in(money(value, currency, language))
    assert is_read_as(found, value)


@given(st.integers(10_000, 10**7), st.integers(0, 3), st.integers(1, 9), st.sampled_from(LANGUAGES))
def test_a_changed_digit_is_another_number(value, place, shift, language):
    digits = str(value)
    other = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    (found,) = numbers_in(number(value, language))
    assert not is_read_as(found, int(other))
