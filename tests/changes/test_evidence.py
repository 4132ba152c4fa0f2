from __future__ import annotations

from datetime import timedelta

import pytest

from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.evidence import Tables, evidence
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Part, Sums, joined
from tiger_reports.metrics.values import value
from tiger_reports.model.change import Reference, Scope
from tiger_reports.model.metric import Value
from tiger_reports.model.period import Period, month

NOW, THEN = month(2026, 10), month(2026, 9)


def sums(channel, spend, conversions):
    amounts = {"spend": spend, "conversions": conversions, "impressions": spend * 100, "clicks": spend * 2}
    return Sums((Part(channel, amounts=amounts),))


CAMPAIGNS = {
    Scope("meta-ads", "Spring"): {NOW: sums("meta-ads", 300.0, 10.0), THEN: sums("meta-ads", 200.0, 10.0)},
    Scope("meta-ads", "Brand"): {NOW: sums("meta-ads", 100.0, 4.0), THEN: sums("meta-ads", 100.0, 5.0)},
    Scope("google-ads", "Search"): {
        NOW: sums("google-ads", 100.0, 9.0),
        THEN: sums("google-ads", 100.0, 10.0),
    },
}
CHANNELS = {
    Scope("meta-ads"): {NOW: sums("meta-ads", 400.0, 14.0), THEN: sums("meta-ads", 300.0, 15.0)},
    Scope("google-ads"): CAMPAIGNS[Scope("google-ads", "Search")],
}
WHOLE = {Scope(): {period: joined(held[period] for held in CHANNELS.values()) for period in (NOW, THEN)}}
FIRST = Period(NOW.start, NOW.start + timedelta(1))
TABLES = Tables(WHOLE, CHANNELS, CAMPAIGNS, {Scope(): {FIRST: sums("meta-ads", 20.0, 1.0)}})


def change(key, scope=Scope()):  # noqa: B008
    sides = [Side(period, value(metric(key), TABLES.of(scope)[period])) for period in (NOW, THEN)]
    return compare(metric(key), scope, Reference.PREVIOUS, *sides)


@pytest.mark.parametrize("key", ["cpa", "spend", "conversions", "cpc"])
def test_levers_channels_and_campaigns_each_add_up_to_the_change(key):
    moved = change(key)
    found = evidence(moved, TABLES, named=1)
    assert sum(lever.effect for lever in found.levers) == pytest.approx(moved.delta if found.levers else 0)
    assert sum(part.effect for part in found.channels) == pytest.approx(moved.delta)
    assert sum(part.effect for part in found.segments) + found.rest == pytest.approx(moved.delta)


def test_the_largest_campaign_is_named_with_its_channel():
    (first, *_) = evidence(change("spend"), TABLES).segments
    assert (first.where, first.channel, first.effect) == ((("campaign", "Spring"),), "meta-ads", 100)


def test_a_channel_is_split_into_its_own_campaigns_only():
    found = evidence(change("spend", Scope("meta-ads")), TABLES)
    assert {part.where[0][1] for part in found.segments} == {"Spring", "Brand"}
    assert found.channels == ()


def test_channels_stand_in_where_no_campaign_is_known():
    nameless = {Scope(scope.channel): held for scope, held in CHANNELS.items()}
    found = evidence(change("spend"), Tables(WHOLE, CHANNELS, nameless))
    assert {part.where[0][0] for part in found.segments} == {"channel"}


def test_days_without_rows_are_missing():
    days = evidence(change("spend"), TABLES).daily
    assert (len(days), days[0], days[1][1]) == (31, (NOW.start, 20.0), None)


def test_a_target_has_no_parts_and_no_days_of_its_own():
    sides = (Side(NOW, value(metric("conversions"), TABLES.of(Scope())[NOW])), Side(NOW, Value(40.0)))
    found = evidence(compare(metric("conversions"), Scope(), Reference.PLAN, *sides), TABLES)
    assert (found.levers, found.segments, found.channels, found.earlier) == ((), (), (), ())
    assert found.daily[0] == (NOW.start, 1.0)
