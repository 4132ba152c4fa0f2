from __future__ import annotations

from datetime import date

from tiger_reports.metrics.maturity import is_final, settles_on
from tiger_reports.metrics.registry import metric
from tiger_reports.model.period import month

OCTOBER = month(2026, 10)


def test_conversions_are_final_after_the_longest_window_of_the_channels():
    assert settles_on(metric("conversions"), OCTOBER, ["meta-ads"]) == date(2026, 11, 8)
    assert settles_on(metric("roas"), OCTOBER, ["meta-ads", "google-ads"]) == date(2026, 12, 1)


def test_a_report_made_on_the_third_day_is_not_final_in_conversions_and_is_in_clicks():
    today = date(2026, 11, 3)
    assert not is_final(metric("cpa"), OCTOBER, ["meta-ads"], today)
    assert is_final(metric("clicks"), OCTOBER, ["meta-ads"], today)


def test_an_unknown_channel_has_the_longest_window():
    assert settles_on(metric("leads"), OCTOBER, ["elsewhere"]) == date(2026, 12, 1)
