from __future__ import annotations

from datetime import date

import pytest

from tiger_reports.model.period import Period, month
from tiger_reports.text.dates import (
    compared_with,
    compared_with_year,
    date_range,
    month_name,
    month_short,
    month_title,
    short_date,
)

N = "\u00a0"
MAY = month(2026, 5)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "3 May 2026"), ("pl", "3.05.2026"), ("cs", "3. 5. 2026"), ("ru", "03.05.2026")],
)
def test_days_are_written_as_in_the_language(language, expected):
    assert short_date(date(2026, 5, 3), language) == expected.replace(" ", N)


@pytest.mark.parametrize(
    ("language", "cases"),
    [
        ("pl", ["maj", "maja", "maju", "majem"]),
        ("cs", ["květen", "května", "květnu", "květnem"]),
        ("ru", ["май", "мая", "мае", "маем"]),
        ("en", ["May", "May", "May", "May"]),
    ],
)
def test_months_have_the_case_that_a_preposition_asks_for(language, cases):
    names = [month_name(MAY, language, c) for c in ("nominative", "genitive", "locative", "instrumental")]
    assert names == cases


def test_comparisons_name_the_month():
    assert compared_with(MAY, "pl") == f"w por. z{N}majem".replace(f"z{N}", "z ")
    assert compared_with(MAY, "cs") == "oproti květnu"
    assert compared_with_year(month(2025, 5), "ru") == f"по ср. с маем{N}2025"


def test_titles_start_lower_case_where_the_language_has_it_so():
    assert month_title(month(2026, 9), "cs") == f"září{N}2026"
    assert month_short(month(2026, 9), "pl") == "wrz 26"


def test_a_range_prints_its_last_day_and_not_the_day_after():
    assert date_range(MAY, "en") == f"1{N}May{N}2026 – 31{N}May{N}2026"
    assert date_range(Period(date(2026, 5, 3), date(2026, 5, 4)), "pl") == "3.05.2026"
