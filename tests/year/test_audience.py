"""Groups of an audience: told where they stand out of chance, and only where enough is known."""

from __future__ import annotations

import random

import pytest

from tiger_reports.model.audience import CHANNEL, Group
from tiger_reports.year.audience import finding, told


def groups(*pairs):
    return tuple(Group(f"g{at}", *pair) for at, pair in enumerate(pairs, start=1))


def test_a_group_with_more_results_than_its_share_of_spend_is_told_with_its_shares_and_its_cost():
    found = finding("age", "meta-ads", groups((400.0, 600.0), (600.0, 400.0)))
    assert found.group.name == "g1"
    assert (found.result_share, found.spend_share) == (0.6, 0.4)
    assert found.group.cost == pytest.approx(2 / 3)
    assert found.elsewhere.cost == pytest.approx(1.5)
    assert found.dearer == pytest.approx(2 / 3 / 1.5 - 1)


def test_a_dear_group_stands_out_as_well_as_a_cheap_one():
    found = finding("age", "meta-ads", groups((300.0, 340.0), (400.0, 90.0), (300.0, 330.0)))
    assert found.group.name == "g2"
    assert found.dearer > 1


@pytest.mark.parametrize(
    "pairs",
    [
        ((40.0, 30.0), (60.0, 60.0)),  # fewer than a hundred results
        ((980.0, 960.0), (20.0, 40.0)),  # a group that gets hardly any money is no lever
        ((500.0, 520.0), (500.0, 480.0)),  # within chance
        ((500_000.0, 510_000.0), (500_000.0, 490_000.0)),  # far from chance, and too small to act on
        ((500.0, 185.0), (500.0, 15.0)),  # too few results to know the other side
        ((0.0, 500.0), (0.0, 100.0)),  # nothing was spent
    ],
)
def test_nothing_is_told_where_the_data_do_not_carry_it(pairs):
    assert finding("age", "meta-ads", groups(*pairs)) is None


def test_what_the_file_does_not_tell_counts_in_the_whole_and_is_never_the_finding():
    held = (Group("", 400.0, 700.0), Group("a", 300.0, 150.0), Group("b", 300.0, 150.0))
    found = finding("gender", "meta-ads", held)
    assert found.group.name in {"a", "b"}
    assert found.whole.results == 1000.0


def test_groups_that_cost_the_same_are_hardly_ever_told():
    """Five groups of equal cost, results twice as spread as independent ones: at most one finding in fifty."""
    chance = random.Random(7)
    hits = 0
    for _ in range(400):
        spend = [chance.uniform(100, 400) for _ in range(5)]
        results = [max(1.0, chance.gauss(one, (2 * one) ** 0.5)) for one in spend]
        hits += finding("age", "", groups(*zip(spend, results, strict=True))) is not None
    assert hits <= 8


def test_each_dimension_is_told_once_and_what_files_are_cut_by_comes_first():
    strong = groups((400.0, 700.0), (600.0, 300.0))
    weak = groups((400.0, 550.0), (600.0, 450.0))
    found = [
        finding(CHANNEL, "", strong),
        finding("age", "meta-ads", weak),
        finding("age", "tiktok-ads", strong),
        finding("device", "meta-ads", weak),
        finding("gender", "meta-ads", strong),
    ]
    kept = told(found)
    assert [one.dimension for one in kept] == ["age", "gender", "device"]
    assert kept[0].channel == "tiktok-ads"
