from __future__ import annotations

from datetime import date

from tiger_reports.metrics.maturity import settles_on, window, young_from
from tiger_reports.metrics.registry import metric
from tiger_reports.model.period import month

OCTOBER = month(2026, 10)


def test_conversions_are_final_after_the_longest_window_of_the_channels():
    assert settles_on(metric("conversions"), OCTOBER, ["meta-ads"]) == date(2026, 11, 8)
    assert settles_on(metric("roas"), OCTOBER, ["meta-ads", "google-ads"]) == date(2026, 12, 1)


def test_on_the_third_day_of_the_next_month_costs_of_conversions_still_move_and_clicks_do_not():
    assert settles_on(metric("clicks"), OCTOBER, ["meta-ads"]) <= date(2026, 11, 3)
    assert settles_on(metric("cpa"), OCTOBER, ["meta-ads"]) > date(2026, 11, 3)


def test_an_unknown_channel_has_the_longest_window():
    assert settles_on(metric("leads"), OCTOBER, ["elsewhere"]) == date(2026, 12, 1)


def test_the_setting_in_the_file_goes_before_the_default_of_the_panel():
    assert window("meta-ads") == 7
    assert window("meta-ads", ["7-day click, 1-day view or 1-day engaged view", "28-day click"]) == 28
    assert window("meta-ads", ["1-day click"]) == 1
    assert window("google-ads", ["Data-driven"]) == 30


def test_the_days_that_still_grow_begin_where_the_window_reaches_back_to():
    windows = {"meta-ads": 7}
    assert young_from(OCTOBER, windows, date(2026, 11, 3)) == date(2026, 10, 27)
    assert young_from(OCTOBER, windows, date(2026, 11, 8)) is None
    assert young_from(OCTOBER, {"google-ads": 30}, date(2026, 10, 20)) == date(2026, 10, 1)
    assert young_from(OCTOBER, {}, date(2026, 11, 3)) is None
