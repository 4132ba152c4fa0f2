"""Results against spend: the slope that was put in is found, and nothing is told where it cannot be."""

from __future__ import annotations

import math
import random
from datetime import date, timedelta

import pytest

from tiger_reports.year.paired_days import DayFigure
from tiger_reports.year.returns import PAIRS, returns, span_of

END = date(2026, 9, 1)


def history(slope, *, swing=0.25, noise=0.02, season=0.5, seed=3, weeks=PAIRS):
    """Two years of days: a season that both years share, spend that swings by weeks, results that follow it."""
    chance = random.Random(seed)
    spend, results = {}, {}
    span = span_of(END)
    for at in range(span.days):
        day = span.start + timedelta(at)
        back = (END - day).days
        wave = 1 + season * math.sin(2 * math.pi * (back % 364) / 364)
        if at % 7 == 0:
            push = math.exp(chance.gauss(0, swing))
        spend[day] = DayFigure(100 * wave * push)
        results[day] = DayFigure(10 * wave * push**slope * math.exp(chance.gauss(0, noise)))
    first = END - timedelta(7 * weeks)
    kept = {day: one for day, one in results.items() if day >= first or day < END - timedelta(364)}
    return spend, kept


@pytest.mark.parametrize("slope", [0.4, 0.7, 1.0])
def test_the_slope_that_was_put_in_lies_in_the_interval(slope):
    found = returns("conversions", *history(slope), END)
    assert found.low < slope < found.high
    assert found.weeks == PAIRS
    assert found.flattens is (slope < 1)


def test_the_bands_go_from_the_least_spend_added_to_the_most():
    found = returns("conversions", *history(0.5), END)
    spends = [band.spend for band in found.bands]
    assert spends == sorted(spends)
    assert len(found.bands) == 4
    assert found.bands[-1].results < found.bands[-1].spend


def test_the_season_is_not_taken_for_a_return():
    """Spend and results rise together every summer and nothing else moves: nothing is said."""
    assert returns("conversions", *history(1.0, swing=0.01, season=0.8), END) is None


@pytest.mark.parametrize(
    "told",
    [
        {"weeks": 20},  # too few weeks
        {"swing": 0.03},  # spend that hardly moved
        {"noise": 3.0, "swing": 0.1},  # results that go their own way
    ],
)
def test_what_the_weeks_do_not_carry_is_left_out(told):
    assert returns("conversions", *history(0.7, **told), END) is None


def test_a_week_with_a_day_missing_is_no_week():
    spend, results = history(0.7)
    results.pop(END - timedelta(3))
    assert returns("conversions", spend, results, END).weeks == PAIRS - 1
