"""The cooperation's own periods by name: in four languages, with dates, never as a bare Q1."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tiger_reports.model.log import DeckKind
from tiger_reports.model.stretch import Stretch
from tiger_reports.model.tiger_year import (
    TigerPeriod,
    months,
    tiger_quarter,
    tiger_year,
)
from tiger_reports.text import LANGUAGES
from tiger_reports.text.periods import (
    compared_with,
    month_title,
    quarter_title,
    stretch_title,
    year_title,
)

START = date(2026, 4, 1)
FIRST = TigerPeriod(1, 1, tiger_quarter(START, 1, 1))


def stretch(year: int, number: int, kind: DeckKind = DeckKind.QUARTER) -> Stretch:
    period = tiger_quarter(START, year, number) if kind is DeckKind.QUARTER else tiger_year(START, year)
    return Stretch(kind, year, number, period, ())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Quarter I of the cooperation (1 Apr 2026 – 30 Jun 2026)"),
        ("pl", "I kwartał współpracy (1.04.2026 – 30.06.2026)"),
        ("cs", "1. čtvrtletí spolupráce (1. 4. 2026 – 30. 6. 2026)"),
        ("ru", "I квартал сотрудничества (01.04.2026 – 30.06.2026)"),
    ],
)
def test_a_quarter_is_named_with_its_dates(language, expected):
    assert quarter_title(FIRST, language).replace("\u00a0", " ") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_a_bare_calendar_quarter_and_each_has_its_dates(language):
    names = [
        quarter_title(TigerPeriod(y, n, tiger_quarter(START, y, n)), language) for y in (1, 2) for n in (1, 4)
    ]
    names += [
        year_title(TigerPeriod(2, 2, tiger_year(START, 2)), language),
        month_title(months(START, 2)[14], language),
    ]
    names += [stretch_title(stretch(0, 3), language)]
    for name in names:
        assert not re.search(r"\bQ[1-4]\b", name)
        assert re.search(r"20\d\d.*20\d\d\)$", name)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pl", ["w por. z II kwartałem współpracy", "w por. z II kwartałem 2. roku współpracy"]),
        (
            "ru",
            [
                "по сравнению со II кварталом сотрудничества",
                "по сравнению со II кварталом 2-го года сотрудничества",
            ],
        ),
        ("cs", ["oproti 2. čtvrtletí spolupráce", "oproti 2. čtvrtletí 2. roku spolupráce"]),
    ],
)
def test_a_comparison_puts_the_name_into_its_case(language, expected):
    assert [compared_with(stretch(year, 2), language) for year in (1, 2)] == expected
