from __future__ import annotations

import numpy as np
import pytest

from tests.changes.leaf_months import cube, months
from tiger_reports.changes.search.axes import axes
from tiger_reports.changes.search.cuboids import cuboids
from tiger_reports.changes.search.find import Figure, find_in_ratio, find_in_sum

COLUMNS, AXES = cube(8, 3, 4)
LEAVES = len(COLUMNS["campaign"])
RUNS, ALLOWED = 60, 3
"""A null month may show a segment in one run of twenty."""


def searched(figure, before, after, dimensions=AXES):
    if figure == "impressions":
        return find_in_sum(dimensions, before.impressions, after.impressions, Figure.COUNT)
    if figure == "spend":
        return find_in_sum(dimensions, before.spend, after.spend)
    if figure == "ctr":
        sides = (before.clicks, after.clicks), (before.impressions, after.impressions)
        return find_in_ratio(dimensions, *sides, Figure.SHARE)
    sides = (before.spend, after.spend), (before.conversions, after.conversions)
    return find_in_ratio(dimensions, *sides, Figure.PRICE)


FIGURES = pytest.mark.parametrize("figure", ["impressions", "spend", "ctr", "cpa"])


@FIGURES
def test_a_month_like_the_one_before_has_no_segment(figure):
    shown = [seed for seed in range(RUNS) if searched(figure, *months(seed, LEAVES)).where]
    assert len(shown) <= ALLOWED


@pytest.mark.parametrize("seed", range(5))
def test_a_shock_to_one_value_is_found_at_depth_one(seed):
    hit = COLUMNS["placement"] == "placement 2"
    before, after = months(seed, LEAVES, factor=np.where(hit, 0.5, 1.0))
    found = searched("impressions", before, after)
    assert found.where == ((("placement", "placement 2"),),)
    assert np.array_equal(found.leaves[0], hit)


@pytest.mark.parametrize("seed", range(5))
def test_a_shock_to_a_combination_is_found_as_one(seed):
    hit = (COLUMNS["campaign"] == "campaign 3") & (COLUMNS["device"] == "device 1")
    before, after = months(seed, LEAVES, factor=np.where(hit, 0.2, 1.0))
    found = searched("impressions", before, after)
    assert set(found.where[0]) == {("campaign", "campaign 3"), ("device", "device 1")}


@pytest.mark.parametrize("seed", range(5))
def test_a_rate_that_fell_in_one_campaign_is_found(seed):
    hit = COLUMNS["campaign"] == "campaign 5"
    before, after = months(seed, LEAVES, rate=np.where(hit, 0.5, 1.0))
    found = searched("ctr", before, after)
    assert found.where == ((("campaign", "campaign 5"),),)
    assert found.alternatives[0] == (("campaign", "campaign 5"),)


@pytest.mark.parametrize("seed", range(5))
def test_what_all_leaves_have_in_common_is_no_segment(seed):
    before, after = months(seed, LEAVES, factor=1.8)
    found = searched("impressions", before, after)
    assert found.in_common
    assert found.where == ()


def test_beside_a_common_move_one_campaign_still_shows():
    hit = COLUMNS["campaign"] == "campaign 1"
    before, after = months(4, LEAVES, factor=np.where(hit, 0.5, 1.8))
    found = searched("impressions", before, after)
    assert (("campaign", "campaign 1"),) in found.where


def test_two_causes_are_two_segments_that_share_no_leaf():
    one, other = COLUMNS["campaign"] == "campaign 1", COLUMNS["placement"] == "placement 0"
    before, after = months(2, LEAVES, factor=np.where(one, 0.3, 1.0) * np.where(other & ~one, 2.5, 1.0))
    found = searched("impressions", before, after)
    assert set(found.where) == {(("campaign", "campaign 1"),), (("placement", "placement 0"),)}
    assert not np.any(np.sum(found.leaves, axis=0) > 1)


@FIGURES
def test_swapping_the_months_finds_the_same_segments(figure):
    if figure in ("ctr", "cpa"):
        pytest.skip("a rate is held against the earlier one, so the sides are not alike")
    hit = COLUMNS["placement"] == "placement 2"
    before, after = months(1, LEAVES, factor=np.where(hit, 0.5, 1.0))
    assert searched(figure, before, after).where == searched(figure, after, before).where


@pytest.mark.parametrize("scale", [0.01, 1000.0])
def test_the_unit_of_money_changes_nothing(scale):
    hit = COLUMNS["placement"] == "placement 2"
    before, after = months(1, LEAVES, factor=np.where(hit, 0.5, 1.0))
    plain = find_in_sum(AXES, before.spend, after.spend)
    assert plain.where
    assert find_in_sum(AXES, before.spend * scale, after.spend * scale).where == plain.where


@FIGURES
def test_the_order_of_leaves_changes_nothing(figure):
    hit = COLUMNS["campaign"] == "campaign 5"
    before, after = months(3, LEAVES, factor=np.where(hit, 0.4, 1.0), rate=np.where(hit, 0.5, 1.0))
    order = np.random.default_rng(0).permutation(LEAVES)
    moved = [type(side)(*(value[order] for value in vars(side).values())) for side in (before, after)]
    mixed = axes({name: values[order] for name, values in COLUMNS.items()})
    assert set(searched(figure, *moved, mixed).where) == set(searched(figure, before, after).where)


def test_a_dimension_of_equal_shares_changes_nothing():
    hit = COLUMNS["campaign"] == "campaign 5"
    before, after = months(3, LEAVES, factor=np.where(hit, 0.4, 1.0))
    halves = {name: np.repeat(values, 2) for name, values in COLUMNS.items()}
    wider = axes({**halves, "coin": np.tile(np.array(["heads", "tails"], dtype=object), LEAVES)})
    found = find_in_sum(wider, np.repeat(before.spend / 2, 2), np.repeat(after.spend / 2, 2))
    assert (
        found.where == find_in_sum(AXES, before.spend, after.spend).where == ((("campaign", "campaign 5"),),)
    )


def test_zeros_everywhere_are_no_change():
    nothing = np.zeros(LEAVES)
    assert find_in_sum(AXES, nothing, nothing).where == ()
    assert find_in_ratio(AXES, (nothing, nothing), (nothing, nothing)).where == ()
    assert find_in_ratio(AXES, (nothing, nothing + 1), (nothing, nothing), Figure.PRICE).where == ()


def test_an_ad_tells_its_ad_set_and_campaign_and_is_crossed_with_neither():
    columns = {
        "campaign": np.array(["A", "A", "B", "B"], dtype=object),
        "ad_set": np.array(["Broad", "Narrow", "Broad", "Narrow"], dtype=object),
        "device": np.array(["mobile", "desktop", "desktop", "mobile"], dtype=object),
    }
    found = axes(columns, (("campaign", "ad_set", "ad"),))
    assert found[1].values[0] == (("campaign", "A"), ("ad_set", "Broad"))
    assert len(found[1].values) == 4
    names = [one.names for one in cuboids(found)]
    assert {"campaign", "ad_set"} not in names
    assert {"ad_set", "device"} in names
