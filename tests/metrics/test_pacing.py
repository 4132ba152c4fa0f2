"""Goals become targets of periods, and results are judged by the days that are over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tiger_reports.metrics.pacing import pace_of, target_of
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.goal import Goal, Spread
from tiger_reports.model.period import Period, month, month_of
from tiger_reports.model.target import PaceLevels, PaceState, Target

START = date(2026, 1, 5)
OCTOBER = month(2026, 10)
LEVELS = PaceLevels()


def target(metric="leads", value=310.0, even=True):
    return Target(metric, value, OCTOBER, OCTOBER, even)


def test_a_monthly_goal_asks_the_same_of_every_month():
    goal = Goal("More leads", metric="leads", value=120.0)
    assert target_of(goal, OCTOBER, START).value == 120.0
    assert target_of(goal, month(2026, 2), START).value == 120.0


def test_a_month_in_which_a_goal_begins_is_asked_for_its_part():
    goal = Goal("More leads", metric="leads", value=310.0, since=date(2026, 10, 22))
    found = target_of(goal, OCTOBER, START)
    assert (found.value, found.days.days) == (pytest.approx(100.0), 10)


def test_a_total_is_split_evenly_by_days_and_its_months_add_up():
    goal = Goal(
        "Launch",
        metric="clicks",
        value=9200.0,
        spread=Spread.TOTAL,
        since=date(2026, 10, 1),
        until=date(2026, 12, 31),
    )
    parts = [target_of(goal, month(2026, number), START).value for number in (10, 11, 12)]
    assert parts == pytest.approx([3100.0, 3000.0, 3100.0])


def test_a_rate_is_the_same_however_long_the_period():
    goal = Goal("Cheaper", metric="cpa", value=80.0, since=date(2026, 10, 20))
    found = target_of(goal, OCTOBER, START)
    assert (found.value, found.even) == (80.0, False)


def test_three_months_of_a_monthly_goal_are_three_times_as_much():
    goal = Goal("More leads", metric="leads", value=100.0)
    quarter = Period(date(2026, 4, 1), date(2026, 7, 1))
    assert target_of(goal, quarter, START).value == pytest.approx(300.0)


@pytest.mark.parametrize(
    "goal",
    [
        Goal("No metric", value=5.0),
        Goal("No value", metric="leads"),
        Goal("Over", metric="leads", value=5.0, until=date(2026, 9, 30)),
        Goal("Not yet", metric="leads", value=5.0, since=date(2026, 11, 1)),
        Goal("No end", metric="leads", value=5.0, spread=Spread.TOTAL),
        Goal("A rate has no total", metric="ctr", value=0.01, spread=Spread.TOTAL, until=date(2026, 12, 31)),
    ],
)
def test_a_goal_that_asks_nothing_of_the_month_makes_no_target(goal):
    assert target_of(goal, OCTOBER, START) is None


@given(some.dates(date(2026, 1, 1), date(2026, 6, 1)), some.integers(1, 400), some.floats(1, 1e6))
def test_the_parts_of_a_total_sum_to_the_whole(first, days, value):
    last = first + timedelta(days - 1)
    goal = Goal("Sum", metric="spend", value=value, spread=Spread.TOTAL, since=first, until=last)
    at, total = month_of(first), 0.0
    while at.start <= last:
        total += target_of(goal, at, START).value
        at = month_of(at.end)
    assert total == pytest.approx(value)


@pytest.mark.parametrize(
    ("result", "state"),
    [(100.0, "on_pace"), (90.0, "on_pace"), (89.0, "watch"), (75.0, "watch"), (74.0, "behind")],
)
def test_ten_of_thirty_one_days_in_a_hundred_were_expected(result, state):
    found = pace_of(target(), result, date(2026, 10, 11), LEVELS)
    assert found.expected == pytest.approx(100.0)
    assert found.state is PaceState(state)
    assert found.forecast == pytest.approx(result * 3.1)
    assert not found.over


def test_levels_are_the_clients_own():
    assert pace_of(target(), 89.0, date(2026, 10, 11), PaceLevels(0.8, 0.5)).state is PaceState.ON_PACE


def test_when_the_days_are_over_there_is_a_result_and_no_forecast():
    found = pace_of(target(), 300.0, date(2026, 11, 20), LEVELS)
    assert found.over
    assert found.forecast is None
    assert found.share == pytest.approx(300 / 310)


def test_nothing_is_foretold_from_less_than_a_week():
    assert pace_of(target(), 50.0, date(2026, 10, 7), LEVELS).forecast is None


def test_a_cost_below_its_target_is_ahead_and_one_above_is_behind():
    aim = target("cpa", 80.0, even=False)
    assert pace_of(aim, 64.0, date(2026, 10, 11), LEVELS).share == pytest.approx(1.25)
    assert pace_of(aim, 110.0, date(2026, 10, 11), LEVELS).state is PaceState.BEHIND


def test_agreed_money_is_off_its_pace_on_both_sides():
    aim = target("spend", 31000.0)
    for spent, state in ((10000.0, "on_pace"), (14000.0, "behind"), (7000.0, "behind")):
        assert pace_of(aim, spent, date(2026, 10, 11), LEVELS).state is PaceState(state), spent


def test_people_who_cannot_be_added_are_judged_when_the_month_is_over():
    aim = target("reach", 50000.0, even=False)
    assert pace_of(aim, 20000.0, date(2026, 10, 11), LEVELS).state is PaceState.UNKNOWN
    assert pace_of(aim, 20000.0, date(2026, 11, 1), LEVELS).state is PaceState.BEHIND


def test_a_missing_figure_is_not_behind_and_not_zero():
    found = pace_of(target(), None, date(2026, 10, 20), LEVELS)
    assert (found.share, found.state, found.forecast) == (None, PaceState.UNKNOWN, None)


def test_paused_days_ask_for_nothing_and_are_not_counted_as_gone():
    paused = (Pause("p", date(2026, 10, 3), date(2026, 10, 18)),)
    goal = Goal("More leads", metric="leads", value=310.0)
    aim = target_of(goal, OCTOBER, START, pauses=paused)
    assert (aim.value, aim.asked) == (pytest.approx(160.0), 16)
    found = pace_of(aim, 60.0, date(2026, 10, 22), LEVELS)
    assert (found.days_over, found.expected, found.over) == (6, pytest.approx(60.0), False)
    assert pace_of(aim, 160.0, date(2026, 11, 1), LEVELS).over
    assert pace_of(aim, 70.0, date(2026, 10, 23), LEVELS).forecast == pytest.approx(160.0)


def test_a_month_that_is_paused_to_its_end_has_no_target():
    goal = Goal("More leads", metric="leads", value=310.0)
    assert target_of(goal, OCTOBER, START, pauses=(Pause("p", date(2026, 9, 20)),)) is None
