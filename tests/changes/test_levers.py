from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiger_reports.changes.levers import _log_mean, levers
from tiger_reports.metrics.registry import metric, metrics
from tiger_reports.metrics.sums import Part, Sums
from tiger_reports.metrics.values import value

CHAINED = [key for key, entry in metrics().items() if entry.chain]
MEASURES = (
    "spend",
    "impressions",
    "clicks",
    "link_clicks",
    "conversions",
    "conversion_value",
    "purchases",
    "leads",
    "engagement",
)


def sums(*parts):
    return Sums(tuple(Part(f"channel{at}", amounts=amounts) for at, amounts in enumerate(parts)))


def one(spend, impressions, clicks, conversions):
    return sums({"spend": spend, "impressions": impressions, "clicks": clicks, "conversions": conversions})


AMOUNTS = st.fixed_dictionaries({name: st.floats(0.01, 1e7) for name in MEASURES})
WITH_ZEROS = st.fixed_dictionaries({name: st.sampled_from([0.0, 1.0, 7.0, 1000.0]) for name in MEASURES})


def test_the_price_of_the_auction_explains_the_price_of_a_conversion():
    before, after = one(10_000, 500_000, 6_000, 120), one(10_000, 400_000, 5_600, 96)
    effects = {lever.metric: lever.effect for lever in levers(metric("cpa"), after, before)}
    mean = (104.1666667 - 83.3333333) / math.log(1.25)
    assert effects["cpm"] == pytest.approx(0.2231 * mean, rel=1e-3)
    assert effects["ctr"] == pytest.approx(-0.1542 * mean, rel=1e-3)
    assert effects["cvr"] == pytest.approx(0.1542 * mean, rel=1e-3)
    assert sum(effects.values()) == pytest.approx(20.8333333)


def test_levers_show_the_factors_before_and_after():
    before, after = one(10_000, 500_000, 6_000, 120), one(10_000, 400_000, 5_600, 96)
    cpm, ctr, cvr = levers(metric("cpa"), after, before)
    assert (cpm.before, cpm.after) == (20, 25)
    assert (ctr.before, ctr.after) == pytest.approx((0.012, 0.014))
    assert (cvr.before, cvr.after) == pytest.approx((0.02, 0.0171429), rel=1e-5)


@given(before=AMOUNTS, after=AMOUNTS, key=st.sampled_from(CHAINED))
def test_effects_add_up_to_the_change(before, after, key):
    _adds_up(key, sums(after), sums(before))


@given(before=WITH_ZEROS, after=WITH_ZEROS, key=st.sampled_from(CHAINED))
def test_effects_add_up_where_zeros_forbid_logarithms(before, after, key):
    _adds_up(key, sums(after), sums(before))


@given(before=AMOUNTS, after=AMOUNTS, key=st.sampled_from(CHAINED))
def test_swapping_the_periods_turns_every_sign(before, after, key):
    forth, back = (levers(metric(key), sums(a), sums(b)) for a, b in ((after, before), (before, after)))
    size = max((abs(lever.effect) for lever in forth), default=0.0)
    for one_way, other in zip(forth, back, strict=True):
        assert one_way.effect == pytest.approx(-other.effect, rel=1e-6, abs=1e-9 * size)


def _adds_up(key, after, before):
    entry = metric(key)
    found = levers(entry, after, before)
    totals = [value(entry, side).amount for side in (before, after)]
    assume(found)
    size = max(abs(totals[0]), abs(totals[1]), *(abs(lever.effect) for lever in found))
    assert sum(lever.effect for lever in found) == pytest.approx(totals[1] - totals[0], abs=1e-9 * size)


def test_conversions_that_end_are_split_without_logarithms():
    found = levers(metric("conversions"), one(1_000, 50_000, 500, 0), one(1_000, 50_000, 500, 20))
    assert {lever.metric: lever.effect for lever in found} == {"spend": 0, "cpm": 0, "ctr": 0, "cvr": -20}


def test_the_chain_stops_where_nobody_clicked():
    found = levers(metric("conversions"), one(1_000, 50_000, 0, 0), one(1_000, 50_000, 500, 20))
    assert {lever.metric: lever.effect for lever in found} == {"spend": 0, "cpm": 0, "ctr": -20, "cvr": 0}


def test_no_split_is_given_where_a_channel_has_the_figure_without_the_chain():
    full = {"spend": 10.0, "impressions": 100.0, "clicks": 10.0, "conversions": 1.0}
    bare = {"spend": 10.0, "conversions": 1.0}
    assert levers(metric("cpa"), sums(full, bare), sums(full, bare)) == ()


def test_a_channel_without_conversions_does_not_disturb_the_split():
    full = {"spend": 10.0, "impressions": 100.0, "clicks": 10.0, "conversions": 1.0}
    dearer = full | {"spend": 20.0}
    views = {"spend": 500.0, "impressions": 90_000.0, "clicks": 5.0}
    found = levers(metric("cpa"), sums(dearer, views), sums(full, views))
    assert sum(lever.effect for lever in found) == pytest.approx(10)


def test_a_metric_without_a_chain_has_no_levers():
    assert levers(metric("ctr"), one(1, 1, 1, 1), one(1, 1, 1, 1)) == ()


def test_effects_keep_their_digits_when_the_two_sides_are_worlds_apart():
    assert _log_mean(1e-7, 5e4) == pytest.approx((1e-7 - 5e4) / (math.log(1e-7) - math.log(5e4)), rel=1e-12)
    assert _log_mean(3.0, 3.0 + 1e-9) == pytest.approx(3.0, rel=1e-9)
