"""Golden table of the Tiger periods, and where a day stands in them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.model.tiger_year import (
    baseline,
    boundary,
    month_on,
    months_between,
    quarter_on,
    quarters,
    whole_months_from,
    year_on,
)

# start; first and last day of quarters I to IV; first and last day of the baseline
GOLDEN = [
    (
        "2026-03-17",
        ["2026-03-17", "2026-06-16", "2026-06-17", "2026-09-16", "2026-09-17", "2026-12-16"],
        ["2026-12-17", "2027-03-16"],
        ["2025-03-17", "2026-03-16"],
    ),
    (
        "2026-01-31",
        ["2026-01-31", "2026-04-29", "2026-04-30", "2026-07-30", "2026-07-31", "2026-10-30"],
        ["2026-10-31", "2027-01-30"],
        ["2025-01-31", "2026-01-30"],
    ),
    (
        "2025-11-30",
        ["2025-11-30", "2026-02-27", "2026-02-28", "2026-05-29", "2026-05-30", "2026-08-29"],
        ["2026-08-30", "2026-11-29"],
        ["2024-11-30", "2025-11-29"],
    ),
    (
        "2024-02-29",
        ["2024-02-29", "2024-05-28", "2024-05-29", "2024-08-28", "2024-08-29", "2024-11-28"],
        ["2024-11-29", "2025-02-27"],
        ["2023-02-28", "2024-02-28"],
    ),
]
days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(("start", "three", "fourth", "before"), GOLDEN)
def test_every_quarter_and_the_baseline_have_the_days_of_the_golden_table(start, three, fourth, before):
    day = date.fromisoformat(start)
    edges = [str(edge) for q in quarters(day, 1) for edge in (q.period.start, q.period.last_day)]
    assert edges == [*three, *fourth]
    assert [str(baseline(day).start), str(baseline(day).last_day)] == before


@given(days, st.integers(0, 3000))
def test_the_quarter_and_the_month_of_a_day_hold_it(start, later):
    day = date.fromordinal(start.toordinal() + later)
    for found in (quarter_on(start, day), month_on(start, day), year_on(start, day)):
        assert day in found.period
    assert quarter_on(start, day).year == year_on(start, day).year


@given(days)
def test_whole_months_begin_with_the_first_one_that_is_the_cooperations_own(start):
    first = whole_months_from(start)
    assert first.day == 1
    assert 0 <= (first - start).days < 31


def test_baseline_months_end_where_the_cooperation_begins():
    start = date(2026, 1, 31)
    months = months_between(start, -12, 12)
    assert months[0].start == date(2025, 1, 31)
    assert months[1].start == boundary(start, -11) == date(2025, 2, 28)
    assert months[-1].end == start
