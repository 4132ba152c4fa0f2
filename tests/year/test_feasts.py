"""Easter moves between months; figures of a month with it and a month without it are not alike."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil import easter

from tiger_reports.model.period import month
from tiger_reports.model.tiger_year import tiger_month
from tiger_reports.year.feasts import easter_sunday, moved


def test_easter_in_april_against_april_is_no_news_and_against_march_it_is():
    april_2025, april_2026, march_2027 = month(2025, 4), month(2026, 4), month(2027, 3)
    assert easter_sunday(2025, "PL") in april_2025
    assert moved([(april_2026, april_2025)], "PL") == ()
    found = moved([(march_2027, month(2026, 3)), (month(2027, 4), april_2026)], "PL")
    assert [(feast.day, feast.month, feast.beside) for feast in found] == [
        (date(2026, 4, 5), april_2026, month(2027, 4)),
        (date(2027, 3, 28), march_2027, month(2026, 3)),
    ]


def test_in_months_from_the_seventeenth_the_same_two_easters_lie_in_different_months():
    start = date(2026, 3, 17)
    first = tiger_month(start, 1, 1)  # 17 March to 16 April 2026
    found = moved([(first, tiger_month(date(2025, 3, 17), 1, 1))], "PL")
    assert [feast.day for feast in found] == [date(2026, 4, 5)]


def test_the_orthodox_easter_counts_where_it_is_kept():
    assert easter_sunday(2026, "RU") == date(2026, 4, 12)
    assert easter_sunday(2026, "CZ") == date(2026, 4, 5)


@pytest.mark.parametrize("year", range(2000, 2100))
def test_both_reckonings_agree_with_another_library(year):
    assert easter_sunday(year, "PL") == easter.easter(year, easter.EASTER_WESTERN)
    assert easter_sunday(year, "UA") == easter.easter(year, easter.EASTER_ORTHODOX)
