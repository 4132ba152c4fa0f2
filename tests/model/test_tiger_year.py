from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.model.period import Period
from tiger_reports.model.tiger_year import baseline, months, quarters, tiger_quarter, tiger_year

# start, first days of quarters I to IV and of the next year, days of the baseline
GOLDEN = [
    ("2026-03-17", ["2026-03-17", "2026-06-17", "2026-09-17", "2026-12-17", "2027-03-17"], 365),
    ("2026-01-31", ["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31", "2027-01-31"], 365),
    ("2025-11-30", ["2025-11-30", "2026-02-28", "2026-05-30", "2026-08-30", "2025-11-30"], 365),
    ("2024-02-29", ["2024-02-29", "2024-05-29", "2024-08-29", "2024-11-29", "2025-02-28"], 366),
]


@pytest.mark.parametrize(("start", "bounds", "baseline_days"), GOLDEN)
def test_quarters_are_counted_from_the_original_start(start, bounds, baseline_days):
    day = date.fromisoformat(start)
    firsts = [q.period.start.isoformat() for q in quarters(day, 1)]
    assert firsts == bounds[:4]
    assert tiger_quarter(day, 1, 4).end == tiger_year(day, 2).start
    assert baseline(day).days == baseline_days
    assert baseline(day).end == day


def test_a_clamped_boundary_is_never_the_base_of_the_next():
    start = date(2026, 1, 31)
    assert tiger_quarter(start, 1, 2) == Period(date(2026, 4, 30), date(2026, 7, 31))


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_months_and_quarters_tile_the_year_without_a_gap(start):
    for parts in (months(start, 2), quarters(start, 2)):
        ends = [part.period.end for part in parts]
        starts = [part.period.start for part in parts]
        assert starts[0] == start
        assert starts[1:] == ends[:-1]
        assert ends[-1] == tiger_year(start, 2).end
