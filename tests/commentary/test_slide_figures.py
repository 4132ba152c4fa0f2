from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.commentary.reading.number_forms import numbers_in
from tiger_reports.commentary.slide_figures import unknown_numbers, unknown_on
from tiger_reports.model.slide import Paragraph, Shown, Slide
from tiger_reports.text.catalogue import LANGUAGES
from tiger_reports.text.numbers import money, number, percent, points


def shown(value, text):
    return Shown("clicks", "all", "2026-10", value, text)


def unknown(text, *figures, language="pl", names=()):
    return [found.text for found in unknown_numbers(text, figures, language, names)]


CLICKS = shown(12_345.0, "12 345")
SPEND = shown(1_234_567.89, "1 234 567,89 zł")
RISE = shown(0.123, "+12,3%")
DROP = shown(-0.08, "−8,0%")
RATE = shown(0.004, "+0,4 p.p.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kliknięcia: 12 345", "pl"),
        ("Kliknięcia: 12\u00a0345 (+12,3%)", "pl"),
        ("12,345 clicks, up 12.3%", "en"),
        ("12.345 clicks", "en"),
        ("12,3 tys. kliknięć", "pl"),
        ("12.3K clicks", "en"),
        ("Wydatki 1,2 mln zł", "pl"),
        ("Náklady 1,23 mil. Kč", "cs"),
        ("Расходы 1,2 млн ₽, рост 12 %", "ru"),
        ("Spadek o 8%", "pl"),
        ("Spadek: −8,0%", "pl"),
        ("Spadek: -8%", "pl"),
        ("CTR +0,4 p.p.", "pl"),
        ("CTR +0,4 p. b.", "cs"),
        ("CTR +0,4 п. п.", "ru"),
        ("CTR up 0.4 percentage points", "en"),
        ("12,3 procent", "pl"),
    ],
)
def test_numbers_of_the_slide_are_known_however_they_are_written(text, language):
    assert unknown(text, CLICKS, SPEND, RISE, DROP, RATE, language=language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kliknięcia: 12 346", ["12 346"]),
        ("Wzrost o 13%", ["13%"]),
        ("Wzrost o 12,4%", ["12,4%"]),
        ("+8%", ["+8%"]),
        ("CTR wyższy o 0,4%", ["0,4%"]),
        ("12,3 p.p.", ["12,3 p.p."]),
        ("1,3 mln zł", ["1,3 mln zł"]),
        ("12 345%", ["12 345%"]),
        ("Trzy kampanie, 17 reklam", ["17"]),
    ],
)
def test_numbers_that_the_slide_does_not_show_are_named(text, expected):
    assert unknown(text, CLICKS, SPEND, RISE, DROP, RATE) == expected


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
    assert unknown(text, language=language) == []


def test_names_may_hold_digits():
    assert unknown("Kampania Lato 50+ 2x", names=["Lato 50+ 2x"]) == []
    assert unknown("Kampania Lato 50", names=[]) == ["50"]


def test_title_and_comment_of_a_slide_are_both_read():
    slide = Slide(
        "kpis", "Kliknięcia: 12 345", comment=(Paragraph("wzrost o 99%", lead="Co dalej"),), shown=(CLICKS,)
    )
    assert unknown_on(slide, "pl") == ("99%",)


def test_a_mark_before_three_digits_keeps_both_readings():
    (found,) = numbers_in("1.234")
    assert [reading.size for reading in found.readings] == [1234, 1.234]
    assert [reading.size for reading in numbers_in("1.234.567,8")[0].readings] == [1234567.8]
    assert [reading.size for reading in numbers_in("1 234,567")[0].readings] == [1234.567]


@given(st.floats(-1e7, 1e7), st.integers(0, 2), st.sampled_from(LANGUAGES))
def test_every_number_that_we_write_we_read_back(value, decimals, language):
    text = number(value, language, decimals)
    assert unknown(text, shown(value, text), language=language) == []


@given(st.floats(-9, 9), st.sampled_from(LANGUAGES), st.sampled_from([percent, points]))
def test_every_rate_that_we_write_we_read_back(value, language, write):
    text = write(value, language, 1)
    assert unknown(text, shown(value, text), language=language) == []


@given(st.floats(0, 1e7), st.sampled_from(LANGUAGES), st.sampled_from(["PLN", "CZK", "EUR", "KZT"]))
def test_money_that_we_write_we_read_back(value, language, currency):
    text = money(value, currency, language)
    assert unknown(text, shown(value, text), language=language) == []


@given(st.integers(10_000, 10**7), st.integers(0, 3), st.integers(1, 8), st.sampled_from(LANGUAGES))
def test_a_changed_digit_is_found(value, place, shift, language):
    wrong = str(value)
    digit = (int(wrong[place]) + shift) % 10
    wrong = int(wrong[:place] + str(digit) + wrong[place + 1 :])
    if wrong == value or 1900 <= wrong < 2100 or len(str(wrong)) < 5:
        return
    assert unknown(number(wrong, language), shown(float(value), number(value, language)), language=language)
