"""The next year as a range: quartiles of months by the same months of the year before; no change inside."""

from __future__ import annotations

from statistics import quantiles

import pytest

from tiger_reports.model.change import Change, Reference, Scope, Verdict
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Value
from tiger_reports.model.period import Period, month, months_up_to
from tiger_reports.model.returns import Band, Returns
from tiger_reports.model.tiger_report import MonthBeside
from tiger_reports.year.outlook import outlooks, whole_year
from tiger_reports.year.scenarios import scenarios

MONTHS = months_up_to(month(2026, 12), 24)
BEFORE, NOW = MONTHS[:12], MONTHS[12:]
SEASON = (80.0, 90.0, 100.0, 120.0, 70.0, 75.0, 110.0, 100.0, 95.0, 105.0, 140.0, 200.0)
GROWTH = (1.1, 1.2, 0.9, 1.3, 1.05, 1.15, 1.0, 1.25, 1.1, 1.2, 1.4, 1.1)


def beside(whole=12):
    return tuple(
        MonthBeside(at, now, before, at <= whole)
        for at, (now, before) in enumerate(zip(NOW, BEFORE, strict=True), start=1)
    )


def figure(metric="conversions", growth=GROWTH, known=12):
    now = tuple(
        base * up if at < known else None for at, (base, up) in enumerate(zip(SEASON, growth, strict=True))
    )
    total = sum(one for one in now if one is not None)
    whole, base = Period(NOW[0].start, NOW[-1].end), Period(BEFORE[0].start, BEFORE[-1].end)
    change = Change(
        metric,
        Scope(),
        Reference.YEAR_AGO,
        whole,
        base,
        Value(total),
        Value(sum(SEASON)),
        0.0,
        0.0,
        Verdict.SAME,
    )
    series = tuple(Value(one) for one in (*SEASON, *now))
    return Figure(metric, Value(total), change, change, series)


def test_the_ends_are_the_quartiles_of_the_months_by_the_same_months_a_year_before():
    (found,) = outlooks([figure()], MONTHS, beside(), over=True)
    weak, _, strong = quantiles(GROWTH, n=4, method="inclusive")
    total = figure().value.amount
    assert (found.weak, found.strong) == pytest.approx((weak, strong))
    assert found.high == pytest.approx(total * strong)
    assert found.low == total  # growth of a first year need not go on
    assert (found.pairs, found.filled) == (12, False)


def test_a_fall_reaches_down_and_never_leaves_out_no_change():
    falling = tuple(1 / up for up in GROWTH)
    (found,) = outlooks([figure(growth=falling)], MONTHS, beside(), over=True)
    assert found.low < found.now == found.high


def test_the_season_is_no_growth():
    (found,) = outlooks([figure(growth=(1.0,) * 12)], MONTHS, beside(), over=True)
    assert found.low == found.now == found.high


def test_a_running_year_is_filled_by_the_shares_of_the_year_before():
    (found,) = outlooks([figure(growth=(1.1,) * 12, known=10)], MONTHS, beside(10), over=False)
    assert found.now == pytest.approx(1.1 * sum(SEASON))
    assert (found.pairs, found.filled) == (10, True)


@pytest.mark.parametrize(("known", "over"), [(8, False), (5, True)])
def test_too_few_months_say_nothing(known, over):
    assert outlooks([figure(known=known)], MONTHS, beside(known), over=over) == ()


def test_money_that_was_agreed_is_no_goal_but_has_a_whole_year():
    spend = figure("spend", growth=(1.1,) * 12, known=10)
    assert outlooks([spend], MONTHS, beside(10), over=False) == ()
    assert whole_year(spend, MONTHS, beside(10), over=False) == pytest.approx(1.1 * sum(SEASON))


def returns(spread):
    bands = tuple(Band(change, 0.7 * change) for change in (-spread / 2, 0.0, spread / 4, spread / 2))
    return Returns("conversions", 0.7, 0.5, 0.9, 52, bands)


def test_results_follow_the_budget_with_both_ends_of_the_interval():
    less, same, more = scenarios(returns(0.3), 1000.0, 50.0)
    assert (less.budget, same.budget, more.budget) == pytest.approx((800.0, 1000.0, 1200.0))
    assert (same.low, same.high) == (50.0, 50.0)
    assert (more.low, more.high) == pytest.approx((50 * 1.2**0.5, 50 * 1.2**0.9))
    assert (less.low, less.high) == pytest.approx((50 * 0.8**0.9, 50 * 0.8**0.5))


@pytest.mark.parametrize(("spread", "step"), [(0.3, 0.2), (0.12, 0.1)])
def test_no_budget_lies_further_away_than_weeks_have_moved(spread, step):
    assert [one.change for one in scenarios(returns(spread), 1000.0, 50.0)] == [-step, 0.0, step]


@pytest.mark.parametrize(("found", "budget"), [(returns(0.05), 1000.0), (returns(0.3), None)])
def test_what_the_weeks_cannot_carry_is_left_out(found, budget):
    assert scenarios(found, budget, 50.0) == ()
