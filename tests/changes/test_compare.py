from __future__ import annotations

import pytest

from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.notable import defaults, judge, ranked, thresholds
from tiger_reports.metrics.registry import metric, metrics
from tiger_reports.model.change import Coverage, Gap, Reference, Scope, Verdict
from tiger_reports.model.client import Threshold
from tiger_reports.model.metric import Value
from tiger_reports.model.period import month

NOW, THEN = month(2026, 10), month(2026, 9)


def change(key, before, after, *, volume=None, coverage=None):
    sides = [
        Side(period, Value(amount, denominator=volume), coverage if period is NOW else None)
        for period, amount in ((NOW, after), (THEN, before))
    ]
    return compare(metric(key), Scope(), Reference.PREVIOUS, *sides)


def notable(key, before, after, *, volume=None, own=(), spend=None):
    return judge(change(key, before, after, volume=volume), thresholds(own), spend).notable


def test_a_change_has_its_difference_and_its_share():
    found = change("clicks", 200.0, 250.0)
    assert (found.delta, found.relative, found.verdict, found.gap) == (50, 0.25, Verdict.BETTER, Gap.NONE)


@pytest.mark.parametrize(
    ("key", "before", "after", "verdict"),
    [
        ("cpc", 1.0, 0.8, Verdict.BETTER),
        ("cpa", 80.0, 100.0, Verdict.WORSE),
        ("pno", 0.3, 0.4, Verdict.WORSE),
        ("conversions", 100.0, 80.0, Verdict.WORSE),
        ("spend", 100.0, 200.0, Verdict.NEUTRAL),
        ("impressions", 100.0, 50.0, Verdict.NEUTRAL),
        ("clicks", 100.0, 100.0, Verdict.SAME),
        ("clicks", 100_000.0, 100_001.0, Verdict.SAME),
    ],
)
def test_the_verdict_follows_the_good_direction(key, before, after, verdict):
    assert change(key, before, after).verdict is verdict


@pytest.mark.parametrize(
    ("before", "after", "gap", "verdict"),
    [
        (None, 5.0, Gap.NO_BASE, Verdict.UNKNOWN),
        (5.0, None, Gap.MISSING, Verdict.UNKNOWN),
        (0.0, 50.0, Gap.ZERO_BASE, Verdict.BETTER),
    ],
)
def test_there_is_no_percent_without_a_base(before, after, gap, verdict):
    found = change("clicks", before, after)
    assert (found.relative, found.gap, found.verdict) == (None, gap, verdict)


def test_from_zero_to_zero_nothing_is_new():
    found = change("clicks", 0.0, 0.0)
    assert (found.gap, found.verdict, found.relative) == (Gap.NONE, Verdict.SAME, 0)


def test_a_partial_month_gets_neither_difference_nor_percent():
    found = change("clicks", 200.0, 100.0, coverage=Coverage(15, 31))
    assert (found.delta, found.relative, found.gap) == (None, None, Gap.PARTIAL)


def test_a_negative_base_keeps_the_sign_of_the_difference():
    assert change("conversion_value", -100.0, 50.0).relative == 1.5


@pytest.mark.parametrize(
    ("key", "before", "after", "volume", "expected"),
    [
        ("clicks", 1.0, 2.0, None, False),
        ("clicks", 1_000.0, 1_149.0, None, False),
        ("clicks", 1_000.0, 1_150.0, None, True),
        ("clicks", 5_000.0, 5_200.0, None, False),
        ("clicks", 0.0, 50.0, None, False),
        ("clicks", 0.0, 150.0, None, True),
        ("conversions", 20.0, 24.0, None, False),
        ("conversions", 20.0, 26.0, None, True),
        ("ctr", 0.012, 0.014, 10_000, False),
        ("ctr", 0.012, 0.018, 10_000, True),
        ("ctr", 0.012, 0.018, 900, False),
        ("cpa", 80.0, 100.0, 4, False),
        ("cpa", 80.0, 100.0, 6, True),
    ],
)
def test_a_change_must_pass_every_threshold(key, before, after, volume, expected):
    assert notable(key, before, after, volume=volume) is expected


def test_a_price_must_be_worth_a_share_of_the_spend():
    assert notable("cpa", 80.0, 100.0, volume=10, spend=9_500.0)  # 10 conversions, 200 more
    assert not notable("cpa", 80.0, 100.0, volume=10, spend=10_500.0)
    assert not notable("spend", 100.0, 150.0, spend=5_000.0)


def test_a_partial_or_missing_figure_is_never_notable():
    found = change("clicks", 2_000.0, 500.0, coverage=Coverage(15, 31))
    assert not judge(found, defaults()).notable


def test_a_client_may_have_thresholds_of_its_own():
    assert notable("clicks", 100.0, 130.0, own=[("clicks", Threshold(0.1, 10))])


def test_every_metric_has_a_threshold():
    assert set(defaults()) == set(metrics())


def test_worsenings_come_first_then_improvements_each_by_size():
    found = ranked(
        [
            change("spend", 100.0, 400.0),
            change("clicks", 100.0, 200.0),
            change("conversions", 100.0, 90.0),
            change("cpa", 100.0, 150.0),
            change("cpc", 1.0, 0.5),
            change("leads", 0.0, 10.0),
        ]
    )
    assert [one.metric for one in found] == ["cpa", "conversions", "leads", "clicks", "cpc", "spend"]
