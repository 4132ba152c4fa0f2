from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.model.period import (
    Period,
    month,
    months_up_to,
    overlap,
    parse_month,
    previous_month,
    same_month_last_year,
    shift_months,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_a_month_ends_before_the_first_of_the_next():
    february = month(2024, 2)
    assert february.days == 29
    assert february.last_day == date(2024, 2, 29)
    assert date(2024, 3, 1) not in february


@pytest.mark.parametrize("text", ["2026-1", "26-10", "October", "2026-13", "2026/10", ""])
def test_a_month_is_written_with_four_and_two_digits(text):
    with pytest.raises(ValueError, match=r"month|int\(\)"):
        parse_month(text)


def test_neighbours_of_a_month():
    january = parse_month("2026-01")
    assert previous_month(january) == month(2025, 12)
    assert same_month_last_year(january) == month(2025, 1)
    assert [m.month_key for m in months_up_to(january, 3)] == ["2025-11", "2025-12", "2026-01"]


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="ends after"):
        Period(date(2026, 1, 2), date(2026, 1, 2))


@given(DAYS, st.integers(-240, 240))
def test_shifting_months_clamps_to_the_month_s_last_day(day, months):
    moved = shift_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
    if moved.day < day.day:
        assert moved == month(moved.year, moved.month).last_day


@given(DAYS, DAYS, DAYS, DAYS)
def test_an_overlap_holds_exactly_the_common_days(a, b, c, d):
    one, other = _period(a, b), _period(c, d)
    common = overlap(one, other)
    assert overlap(other, one) == common
    for day in (a, b, c, d):
        assert (common is not None and day in common) == (day in one and day in other)


def _period(a, b):
    start, end = min(a, b), max(a, b)
    return Period(start, date.fromordinal(end.toordinal() + 1))
