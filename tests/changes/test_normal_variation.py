"""What is normal, what is remarkable, and what the calendar makes of a month."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.months import HISTORY, Series, called, draw
from benchmarks.nab import score
from tiger_reports.changes import chance
from tiger_reports.changes.discoveries import adjusted
from tiger_reports.changes.feasts import feasts
from tiger_reports.changes.like_for_like import calendar
from tiger_reports.changes.line import Line
from tiger_reports.changes.normal import Side, normal, steady
from tiger_reports.changes.own_history import usual as usual_month
from tiger_reports.changes.profile import profile
from tiger_reports.changes.unusual import usual
from tiger_reports.metrics.registry import metric
from tiger_reports.model.period import Period, month

NOW = month(2026, 10)
EXCHANGES = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "rca" / "nab_adexchange"
AMOUNTS = st.floats(1.0, 1e6)


def weekly(*amounts: float, weeks: int = 13, before: date = NOW.start) -> Line:
    """Whole weeks that end before a day, every one like the first; Monday to Sunday."""
    first = before - timedelta(7 * weeks)
    days = [first + timedelta(at) for at in range(7 * weeks)]
    return Line(first, np.array([amounts[day.weekday()] for day in days]))


class Flat:
    """A count over days that are all worth the same."""

    floor = 1.0

    def __init__(self, amounts: list[float]) -> None:
        first = NOW.start - timedelta(len(amounts))
        self.counts = Line(first, np.array(amounts, dtype=float))
        self.exposures = Line(first, np.ones(len(amounts)))


@given(AMOUNTS, AMOUNTS, st.floats(0.5, 2.0))
def test_length_weekdays_and_the_rest_add_up_to_the_change(before, after, factor):
    for key in ("conversions", "cpa"):
        split = calendar(metric(key), (before, after), (month(2026, 2), month(2026, 3)), factor)
        parts = split.length + split.weekdays + split.like_for_like
        assert parts == pytest.approx(after - before, rel=1e-9, abs=1e-9 * max(before, after))


def test_march_has_a_tenth_more_days_than_february():
    split = calendar(metric("clicks"), (280.0, 310.0), (month(2026, 2), month(2026, 3)))
    assert (split.length, split.weekdays, split.like_for_like) == (pytest.approx(30), 0, pytest.approx(0))


def test_a_ratio_has_no_length():
    assert calendar(metric("cpa"), (10.0, 12.0), (month(2026, 2), month(2026, 3))) is None
    assert calendar(metric("cpa"), (10.0, 12.0), (month(2026, 2), month(2026, 3)), 1.1).length == 0


def test_a_weekday_is_worth_what_it_was_but_a_little_less_sure():
    held = profile(weekly(10, 10, 10, 10, 10, 30, 30), NOW.start, {})
    working, weekend = held.weekdays[0], held.weekdays[5]
    assert 2.5 < weekend / working < 3
    assert held.load(Period(date(2026, 10, 5), date(2026, 10, 12))) == pytest.approx(7, rel=0.01)


def test_two_days_cannot_make_a_weekday_stand_out_as_much_as_thirteen():
    few, many = (profile(weekly(10, 10, 10, 10, 10, 30, 30, weeks=n), NOW.start, {}) for n in (2, 13))
    assert few.weekdays[5] < many.weekdays[5]


def test_a_holiday_is_learnt_from_the_same_holiday_of_last_year():
    line, christmas = weekly(*[20] * 7, weeks=60, before=date(2026, 12, 1)), date(2025, 12, 25)
    line.amounts[(christmas - line.first).days] = 2.0
    days = {christmas: "Christmas", date(2026, 12, 25): "Christmas", date(2026, 12, 26): "Other"}
    held = profile(line, date(2026, 12, 1), days)
    assert held.feasts[date(2026, 12, 25)] < held.feasts[date(2026, 12, 26)] < 1


def test_an_unknown_country_has_no_holidays_and_the_clients_own_has_its_own():
    assert feasts("ZZ", 2026, 2026) == {}
    assert date(2026, 11, 11) in feasts("PL", 2026, 2026)
    assert date(2026, 10, 28) in feasts("CZ", 2026, 2026)


def test_nothing_is_said_of_less_than_six_weeks():
    now = Side(300.0, 31.0)
    assert normal(Flat([10.0] * 41), NOW.start, now) is None
    assert normal(Flat([10.0] * 42), NOW.start, now).weeks == 6


def test_a_count_varies_at_least_as_a_poisson_count_however_steady_it_was():
    found = normal(Flat([10.0] * 91), NOW.start, Side(250.0, 31.0))
    assert (found.expected, found.own) == (pytest.approx(310), pytest.approx(310**0.5))


def test_days_that_move_together_vary_more_than_their_own_spread_says():
    apart, together = [5.0, 15.0] * 45 + [10.0], ([5.0] * 7 + [15.0] * 7) * 6 + [10.0] * 7
    one, other = (normal(Flat(days), NOW.start, Side(310.0, 31.0)) for days in (apart, together))
    assert other.own > 2 * one.own


def test_after_a_month_of_its_own_level_only_that_month_is_the_level():
    wobble = [0.3, -0.3, 0.1, -0.1, 0.2, -0.2, 0.0]
    promotion = [20 + w for w in wobble * 4] + [20 + w for w in wobble * 5] + [40 + w for w in wobble * 4]
    assert not steady(Flat(promotion), NOW.start)
    assert steady(Flat([20 + w for w in wobble * 13]), NOW.start)


@pytest.mark.parametrize(("count", "total", "sure"), [(1, 3, False), (0, 12, True), (6, 12, False)])
def test_few_counts_are_told_one_by_one(count, total, sure):
    assert (chance.of_count(count, total, 0.5) < 0.05) is sure


def test_a_dispersed_count_is_less_remarkable_than_a_plain_one():
    plain, dispersed = (chance.of_count(2, 20, 0.5, dispersion) for dispersion in (1.0, 3.0))
    assert 10 * plain < dispersed


def test_the_probability_of_a_count_is_that_of_a_binomial_with_half_of_what_was_seen():
    assert chance.of_count(1, 4, 0.5) == pytest.approx(2 * (1 / 16 + 4 / 16 / 2))


def test_many_figures_need_more_than_one_alone():
    found = dict.fromkeys("abcde", 0.04) | {"f": 0.5, "g": 0.6, "h": 0.7, "i": 0.8, "j": 0.9}
    together = adjusted(found, {key: key for key in found})
    assert together["a"] == pytest.approx(0.08)
    assert adjusted({"a": 0.04, "b": 0.9, "c": 0.9}, dict(zip("abc", "abc", strict=True)))[
        "a"
    ] == pytest.approx(0.12)


def test_figures_of_one_identity_are_one_test():
    found = {"cpa": 0.02, "cvr": 0.9, "conversions": 0.04, "spend": 0.5}
    family = {"cpa": "x", "cvr": "x", "conversions": "x", "spend": "spend"}
    together = adjusted(found, family)
    assert together["cpa"] == pytest.approx(0.12)
    assert together["conversions"] == pytest.approx(0.12)
    assert together["cvr"] == 1


def test_a_month_like_those_before_is_usual_whatever_it_is_held_against():
    before = [100.0, 104.0, 96.0, 101.0, 99.0, 103.0, 180.0]
    assert usual_month(101.0, before, 0.02)
    assert not usual_month(180.0, before, 0.02)
    assert not usual_month(101.0, before[:5], 0.02)


def test_one_odd_hour_is_far_from_usual_and_hides_no_other():
    history = [(at % 24, 10.0 + at % 24 + (at // 24) % 3 * 0.1) for at in range(24 * 14)]
    history[5] = (5, 500.0)
    held = usual(history)
    assert abs(held.distance(5, 15.1)) < 3 < held.distance(5, 30.0)
    assert held.distance(99, 10.0) is None


@pytest.mark.parametrize(("series", "least"), [(Series(3, 0.6), 0.30), (Series(30, 0.6), 0.62)])
def test_months_in_which_nothing_happened_rarely_alarm_and_losses_are_found(series, least):
    rng = np.random.default_rng(3)
    nothing, loss = (called(draw(series, 600, rng, factor=factor)) for factor in (1.0, 0.7))
    assert nothing.told <= 0.10  # the bar of 0.08 and twice the standard error of so few
    assert loss.told >= least


def test_a_poisson_count_alone_would_call_half_of_the_restless_months_remarkable():
    drawn = draw(Series(30, 0.6), 300, np.random.default_rng(4))
    total, level = drawn[:, HISTORY:].sum(axis=1), drawn[:, :HISTORY].mean(axis=1) * NOW.days
    naive = np.abs(total - level) / np.sqrt(level * (1 + NOW.days / HISTORY)) > 1.96
    assert naive.mean() > 0.4
    assert called(drawn).beyond < naive.mean() / 3


@pytest.mark.skipif(
    not EXCHANGES.exists(), reason="the ad exchanges of the corpus are not beside the repository"
)
def test_unusual_hours_of_real_exchanges_are_found_without_crying_wolf():
    found = score(EXCHANGES)
    assert (found.found >= 11, found.alarms / found.weeks <= 0.7) == (True, True)


@pytest.mark.parametrize(("free", "exact"), [(6, 2.4469), (13, 2.1604), (30, 2.0423), (1000, 1.9623)])
def test_bounds_of_student_are_those_of_the_tables(free, exact):
    assert chance.bound(0.05, free) == pytest.approx(exact, abs=1e-4)
