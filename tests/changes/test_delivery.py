"""Hints of the campaign log: what days of delivery look like, and what they do not prove."""

from __future__ import annotations

from datetime import date, timedelta

from tiger_reports.changes.delivery import delivery_hints
from tiger_reports.metrics.sums import Part, Sums
from tiger_reports.model.campaign_log import HintKind
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, month

OCTOBER = month(2026, 10)
FIRST = date(2026, 9, 1)
STEADY = Scope("meta-ads", "Steady")
SEEN = Scope("meta-ads", "Seen")


def days(spend, first=FIRST):
    """One-day sums from a list of spend; None: no row."""
    at = (first + timedelta(n) for n in range(len(spend)))
    return {
        Period(day, day + timedelta(1)): sums_of(x) for day, x in zip(at, spend, strict=True) if x is not None
    }


def sums_of(spend):
    return Sums((Part("meta-ads", "1", {"spend": spend, "impressions": spend * 100}),))


def hints(spend, steady=True):
    table = {SEEN: days(spend)}
    if steady:
        table[STEADY] = days([50.0] * 61)
    return [(hint.kind, hint.day) for hint in delivery_hints(table, OCTOBER)]


def noisy(level, count):
    return [level * (0.85 + 0.05 * (n % 7)) for n in range(count)]


def test_a_campaign_that_began_in_the_month_is_a_start():
    assert hints([None] * 40 + noisy(100, 21)) == [(HintKind.STARTED, date(2026, 10, 11))]


def test_rows_of_zero_are_no_delivery():
    assert hints([0.0] * 40 + noisy(100, 21)) == [(HintKind.STARTED, date(2026, 10, 11))]


def test_a_campaign_that_ended_in_the_month_is_a_stop_on_the_day_after():
    assert hints(noisy(100, 45) + [None] * 16) == [(HintKind.STOPPED, date(2026, 10, 16))]


def test_days_that_no_file_brought_are_no_start_and_no_stop():
    assert hints([None] * 30 + noisy(100, 31), steady=False) == []
    assert hints(noisy(100, 45), steady=False) == []


def test_a_campaign_of_the_last_days_has_not_stopped_yet():
    assert hints(noisy(100, 59) + [None] * 2) == []


def test_a_level_that_doubled_or_halved_is_told_on_its_first_day():
    assert hints(noisy(100, 40) + noisy(210, 21)) == [(HintKind.RAISED, date(2026, 10, 11))]
    assert hints(noisy(210, 40) + noisy(100, 21)) == [(HintKind.CUT, date(2026, 10, 11))]


def test_levels_are_those_of_usual_days():
    table = {SEEN: days([100.0] * 40 + [250.0] * 21), STEADY: days([50.0] * 61)}
    (hint,) = delivery_hints(table, OCTOBER)
    assert (hint.before, hint.after) == (100.0, 250.0)
    assert hint.id == "raised:2026-10-11:meta-ads:Seen"


def test_a_rise_of_less_than_twice_and_one_odd_day_are_nothing():
    assert hints(noisy(100, 40) + noisy(180, 21)) == []
    assert hints([*noisy(100, 40), 900.0, *noisy(100, 20)]) == []


def test_weekends_that_spend_little_are_nothing():
    week = [100.0] * 5 + [20.0] * 2
    assert hints((week * 9)[:61]) == []


def test_a_change_before_the_month_is_not_told_again():
    assert hints(noisy(100, 20) + noisy(250, 41)) == []
