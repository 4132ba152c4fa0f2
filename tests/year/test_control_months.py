"""Months beside a test: whole, without it and without another one, weighted by its weekdays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tiger_reports.metrics.registry import metric
from tiger_reports.model.period import Period
from tiger_reports.year.control_months import control_months, control_span
from tiger_reports.year.paired_days import DayFigure

RAN = Period(date(2026, 3, 16), date(2026, 3, 30))
TODAY = date(2026, 8, 1)


def days(figure=lambda day: DayFigure(10.0)):
    span = control_span(RAN)
    return {day: figure(day) for at in range(span.days) for day in (span.start + timedelta(at),)}


def names(found):
    return [window.period.month_key for window in found]


def test_four_months_before_and_two_after_stand_beside_it():
    found = control_months(metric("clicks"), days(), RAN, TODAY)
    assert names(found) == ["2025-11", "2025-12", "2026-01", "2026-02", "2026-04", "2026-05"]


def test_a_month_that_is_not_over_or_holds_another_activity_controls_nothing():
    other = Period(date(2026, 1, 5), date(2026, 1, 19))
    found = control_months(metric("clicks"), days(), RAN, date(2026, 5, 20), [other])
    assert names(found) == ["2025-11", "2025-12", "2026-02", "2026-04"]


def test_a_month_counts_the_weekdays_of_the_test_alone():
    """A test on a weekend is held against weekends."""
    weekend = Period(date(2026, 3, 21), date(2026, 3, 23))
    held = days(lambda day: DayFigure(70.0 if day.weekday() >= 5 else 10.0))
    found = control_months(metric("clicks"), held, weekend, TODAY)
    assert {window.mean for window in found} == {70.0}


def test_a_ratio_is_made_of_sums():
    held = days(lambda day: DayFigure(1.0, 100.0) if day.weekday() < 5 else DayFigure(10.0, 100.0))
    (first, *_) = control_months(metric("ctr"), held, RAN, TODAY)
    assert first.mean == pytest.approx((5 * 1 + 2 * 10) / 700)


def test_a_month_with_many_days_missing_is_left_out_and_one_month_alone_tells_nothing():
    held = {day: figure for day, figure in days().items() if day.month != 12 or day.day > 10}
    assert "2025-12" not in names(control_months(metric("clicks"), held, RAN, TODAY))
    only = {day: figure for day, figure in days().items() if day.month == 2}
    assert control_months(metric("clicks"), only, RAN, TODAY) == ()
