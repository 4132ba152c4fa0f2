"""An activity's effect on simulated figures whose truth is known."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from tiger_reports.metrics.registry import metric
from tiger_reports.model.effect import EffectVerdict, WhyNot
from tiger_reports.model.period import Period
from tiger_reports.year.activity_effect import effect
from tiger_reports.year.effect_windows import after_of, before_of, later_of, span_of
from tiger_reports.year.gained_followers import gained
from tiger_reports.year.paired_days import DayFigure

RAN = Period(date(2026, 5, 4), date(2026, 5, 18))
LATE = date(2026, 9, 1)
WEEKDAYS = (1.0, 1.05, 1.1, 1.0, 0.95, 0.7, 0.6)
CLICKS, CPA, CTR = metric("clicks"), metric("cpa"), metric("ctr")


def world(seed, *, uplift=1.0, level=400.0, noise=0.08, drift=0.0, ran=RAN, stays=1.0):
    """Clicks by day: weekdays, noise, a level that wanders by `drift` a day, and more of them in `ran`."""
    rng, wander, days = random.Random(seed), 0.0, {}
    span = span_of(ran)
    for day in (span.start + timedelta(at) for at in range(span.days)):
        wander += rng.gauss(0, drift)
        factor = uplift if day in ran else stays if day >= ran.end else 1.0
        mean = level * WEEKDAYS[day.weekday()] * (1 + wander) * factor
        days[day] = DayFigure(max(0.0, rng.gauss(mean, mean * noise)))
    return days


def without(days, *gone):
    return {day: figure for day, figure in days.items() if day not in gone}


def share(verdict, count=200, **truth):
    found = [effect(CLICKS, world(seed, **truth), RAN, LATE).verdict for seed in range(count)]
    return sum(one is verdict for one in found) / count


@pytest.mark.parametrize("days", [7, 9, 14, 20, 31])
def test_windows_are_equal_and_have_the_same_weekdays(days):
    ran = Period(date(2026, 5, 6), date(2026, 5, 6) + timedelta(days))
    for window in (before_of(ran), after_of(ran), later_of(ran)):
        assert window.days == days
        assert window.start.weekday() == ran.start.weekday()
    assert before_of(ran).end <= ran.start
    assert after_of(ran).start >= ran.end
    assert (later_of(ran).start - ran.end).days >= 30
    assert span_of(ran).start < before_of(ran).start


def test_a_known_uplift_is_recovered():
    """A fifth more on a mean of 366 clicks a day is 73: on average found, and nearly always inside."""
    truth = 400 * sum(WEEKDAYS) / 7 * 0.2
    found = [effect(CLICKS, world(seed, uplift=1.2), RAN, LATE) for seed in range(200)]
    assert sum(one.change for one in found) / 200 == pytest.approx(truth, rel=0.03)
    assert sum(one.low <= truth <= one.high for one in found) / 200 >= 0.92
    assert sum(one.verdict is EffectVerdict.EFFECT for one in found) / 200 >= 0.9


def test_where_nothing_happened_an_effect_is_claimed_one_time_in_twenty_at_most():
    claimed = share(EffectVerdict.EFFECT, 400) + share(EffectVerdict.ADVERSE, 400)
    assert claimed <= 0.06


def test_a_figure_that_wanders_by_itself_makes_no_effect():
    claimed = share(EffectVerdict.EFFECT, drift=0.02) + share(EffectVerdict.ADVERSE, drift=0.02)
    assert claimed <= 0.12


def test_a_fall_of_a_figure_that_should_rise_is_no_success():
    assert share(EffectVerdict.ADVERSE, 50, uplift=0.7) >= 0.9
    assert share(EffectVerdict.EFFECT, 50, uplift=0.7) == 0


def test_a_lower_cost_is_an_effect_and_days_weigh_by_their_conversions():
    days = {}
    rng = random.Random(5)
    span = span_of(RAN)
    for day in (span.start + timedelta(at) for at in range(span.days)):
        conversions = rng.randint(20, 60)
        price = 40.0 if day in RAN else 50.0
        days[day] = DayFigure(conversions * price * rng.gauss(1, 0.03), conversions)
    found = effect(CPA, days, RAN, LATE)
    assert found.verdict is EffectVerdict.EFFECT
    assert found.before.mean == pytest.approx(50, rel=0.02)
    assert found.during.mean == pytest.approx(40, rel=0.02)
    assert found.change == pytest.approx(-10, abs=1)
    assert found.additional is None


def test_a_rate_is_that_of_the_sums_never_a_mean_of_daily_rates():
    """10 of 100 and 90 of 1900 are 5 %, not 7.4 %."""
    span = span_of(RAN)
    days = {}
    for at in range(span.days):
        small = at % 2 == 0
        days[span.start + timedelta(at)] = DayFigure(10, 100) if small else DayFigure(90, 1900)
    assert effect(CTR, days, RAN, LATE).during.mean == pytest.approx(0.05)


def test_what_came_on_top_has_a_price_and_without_effect_there_is_none():
    found = effect(CLICKS, world(1, uplift=1.3), RAN, LATE, cost=2000.0)
    assert found.verdict is EffectVerdict.EFFECT
    assert found.additional == pytest.approx(found.change * 14)
    assert found.cost_per_additional == pytest.approx(2000 / found.additional)
    nothing = effect(CLICKS, world(2), RAN, LATE, cost=2000.0)
    assert nothing.verdict is EffectVerdict.NO_EFFECT
    assert nothing.cost_per_additional is None
    assert nothing.additional is None
    assert nothing.low < 0 < nothing.high


def test_an_effect_that_stays_is_told_from_one_that_is_gone():
    stays = effect(CLICKS, world(3, uplift=1.4, stays=1.4), RAN, LATE)
    gone = effect(CLICKS, world(3, uplift=1.4), RAN, LATE)
    assert stays.lasting == pytest.approx(1.0, abs=0.25)
    assert gone.lasting == pytest.approx(0.0, abs=0.25)


def test_nothing_lasting_is_said_before_thirty_days_are_over():
    found = effect(CLICKS, world(3, uplift=1.4), RAN, RAN.end + timedelta(20))
    assert found.verdict is EffectVerdict.EFFECT
    assert found.after is not None
    assert (found.later, found.lasting) == (None, None)


@pytest.mark.parametrize(
    ("ran", "today", "gone", "why"),
    [
        (RAN, date(2026, 5, 17), (), WhyNot.NOT_OVER),
        (Period(date(2026, 5, 4), date(2026, 5, 8)), LATE, (), WhyNot.TOO_SHORT),
        (RAN, LATE, tuple(date(2026, 5, 5) + timedelta(at) for at in range(4)), WhyNot.MISSING_DAYS),
        (RAN, LATE, tuple(date(2026, 5, 4) + timedelta(at) for at in range(14)), WhyNot.NO_DATA),
    ],
)
def test_what_cannot_be_told_says_why(ran, today, gone, why):
    found = effect(CLICKS, without(world(2, uplift=1.5), *gone), ran, today, cost=100.0)
    assert (found.verdict, found.why_not) == (EffectVerdict.CANNOT_TELL, why)
    assert (found.change, found.cost_per_additional, found.lasting) == (None, None, None)


def test_a_missing_day_is_not_a_zero():
    whole = effect(CLICKS, world(4, uplift=1.2), RAN, LATE)
    gap = effect(CLICKS, without(world(4, uplift=1.2), date(2026, 5, 6)), RAN, LATE)
    assert gap.during.missing == 1
    assert gap.during.mean == pytest.approx(whole.during.mean, rel=0.05)


def test_days_without_any_variation_are_told_exactly():
    span = span_of(RAN)
    days = {span.start + timedelta(at): DayFigure(100.0) for at in range(span.days)}
    assert effect(CLICKS, days, RAN, LATE).verdict is EffectVerdict.NO_EFFECT


def test_followers_that_left_again_are_not_counted_as_kept():
    start, end = RAN.start - timedelta(1), RAN.last_day
    later = end + timedelta(30)
    levels = {start: 1000.0, end: 1400.0, later: 1100.0}
    found = gained("tiktok-analytics", levels, RAN, LATE)
    assert (found.gained, found.kept, found.later_on) == (400.0, pytest.approx(0.25), later)
    assert gained("x", {**levels, end: 1000.0}, RAN, LATE).kept is None
    assert gained("x", {**levels, end: 900.0}, RAN, LATE).kept is None
    assert gained("x", {start: 1000.0, end: 1400.0}, RAN, LATE).kept is None
    assert not gained("x", levels, RAN, later + timedelta(1)).waits
    assert gained("x", levels, RAN, later).waits
