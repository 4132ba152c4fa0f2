from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes.leaf_months import cube as combinations
from tests.changes.leaf_months import months
from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.contribution import Pair, segment
from tiger_reports.changes.found import found
from tiger_reports.changes.leaf_pairs import pairs_of
from tiger_reports.changes.mix import mixes
from tiger_reports.metrics.cubes import Cube
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Part, Sums
from tiger_reports.metrics.values import value
from tiger_reports.model.change import Reference, Scope
from tiger_reports.model.period import month

NOW, THEN = month(2026, 10), month(2026, 9)
CHANNEL = "meta-ads"
COLUMNS, _ = combinations(8, 3, 4)
LEAVES = len(COLUMNS["campaign"])


def cube(before, after, columns=COLUMNS):
    """One channel's leaves, all in one account."""
    place = np.zeros(len(next(iter(columns.values()))), dtype=np.int64)
    channel = np.full(len(place), CHANNEL, dtype=object)
    sums = {THEN: before, NOW: after}
    return Cube(("device",), {"channel": channel, **columns}, ((CHANNEL, ""),), place, sums)


def whole(amounts, share=1.0):
    return Sums(
        (Part(CHANNEL, amounts={name: float(np.nansum(held)) * share for name, held in amounts.items()}),)
    )


def told(key, before, after, columns=COLUMNS, share=1.0):
    """The change of the account, of which the cube holds all, or a `share`."""
    sides = [whole(amounts, 1 / share) for amounts in (after, before)]
    moved = compare(
        metric(key),
        Scope(),
        Reference.PREVIOUS,
        *(Side(p, value(metric(key), sums)) for p, sums in zip((NOW, THEN), sides, strict=True)),
    )
    pairs = pairs_of(moved, (cube(before, after, columns),), *sides)
    return moved, found(moved, pairs), mixes(moved, pairs)


def amounts(side):
    return {name: getattr(side, name) for name in ("impressions", "clicks", "conversions", "spend")}


def shocked(seed=1):
    hit = COLUMNS["placement"] == "placement 2"
    halved = np.where(hit, 0.4, 1.0)
    return map(amounts, months(seed, LEAVES, factor=halved, rate=halved))


def added(split):
    outside = split.unallocated.effect if split.unallocated else 0.0
    return sum(part.effect for part in split.segments) + split.rest + outside


@pytest.mark.parametrize("key", ["impressions", "clicks", "spend", "ctr"])
def test_the_largest_segment_is_the_shock_and_all_adds_up(key):
    moved, split, _ = told(key, *shocked())
    assert split.segments[0].where == (("placement", "placement 2"),)
    assert added(split) == pytest.approx(moved.delta, rel=1e-9)
    assert split.segments[0].effect * moved.delta > 0


@given(
    counts=st.lists(
        st.tuples(*[st.sampled_from([0.0, 1.0, 7.0, 900.0])] * 4), min_size=LEAVES, max_size=LEAVES
    ),
    key=st.sampled_from(["clicks", "conversions", "cvr", "spend", "cpa"]),
)
@settings(max_examples=40, deadline=None)
def test_whatever_is_found_adds_up_to_the_change(counts, key):
    columns = np.array(counts).T
    sides = (
        {"clicks": columns[0], "conversions": columns[1], "spend": columns[0] * 3},
        {"clicks": columns[2], "conversions": columns[3], "spend": columns[2] * 2},
    )
    moved, split, _ = told(key, *sides)
    if split:
        size = max(1.0, abs(moved.delta), *(abs(part.effect) for part in split.segments), abs(split.rest))
        assert added(split) == pytest.approx(moved.delta, abs=1e-9 * size)


def test_what_the_breakdown_does_not_hold_is_a_row_of_its_own():
    moved, split, _ = told("impressions", *shocked(), share=0.8)
    assert split.unallocated.kind == "unallocated"
    assert split.unallocated.effect == pytest.approx(moved.delta * 0.2)
    assert added(split) == pytest.approx(moved.delta, rel=1e-9)


def test_a_difference_of_a_rounding_is_no_row():
    _, split, _ = told("impressions", *shocked(), share=0.999)
    assert split.unallocated is None


def test_a_figure_that_the_breakdown_lacks_is_not_searched_in_it():
    before, after = shocked()
    without = [
        {name: held for name, held in side.items() if name != "conversions"} for side in (before, after)
    ]
    sides = [whole(after), whole(before)]
    moved = compare(
        metric("cpa"),
        Scope(),
        Reference.PREVIOUS,
        *(Side(p, value(metric("cpa"), sums)) for p, sums in zip((NOW, THEN), sides, strict=True)),
    )
    assert pairs_of(moved, (cube(*without),), *sides) == ()


def test_where_weights_move_and_rates_do_not_it_is_a_mix():
    columns = {"device": np.array(["mobile", "desktop"], dtype=object)}
    before = {"clicks": np.array([10.0, 80.0]), "impressions": np.array([1000.0, 2000.0])}
    after = {"clicks": np.array([44.0, 21.0]), "impressions": np.array([4000.0, 500.0])}
    moved, _, dimensions = told("ctr", before, after, columns)
    assert moved.delta < 0
    assert dimensions == ("device",)


def test_where_rates_move_it_is_no_mix():
    columns = {"device": np.array(["mobile", "desktop"], dtype=object)}
    before = {"clicks": np.array([10.0, 80.0]), "impressions": np.array([1000.0, 2000.0])}
    after = {"clicks": np.array([5.0, 40.0]), "impressions": np.array([1000.0, 2000.0])}
    assert told("ctr", before, after, columns)[2] == ()


NUMBER = st.floats(0.5, 1e6)


@given(pairs=st.lists(st.tuples(NUMBER, NUMBER, NUMBER, NUMBER), min_size=2, max_size=6))
def test_swapping_turns_and_merging_merges_contributions(pairs):
    held = [Pair(*amounts) for amounts in pairs]
    total = Pair(*(sum(column) for column in zip(*pairs, strict=True)))
    effects = [segment(metric("cvr"), (), pair, total).effect for pair in held]
    back = Pair(total.n1, total.n0, total.d1, total.d0)
    turned = [segment(metric("cvr"), (), Pair(p.n1, p.n0, p.d1, p.d0), back).effect for p in held]
    one, other, *_ = held
    merged = Pair(one.n0 + other.n0, one.n1 + other.n1, one.d0 + other.d0, one.d1 + other.d1)
    size = 1e-9 * max(1.0, *(abs(effect) for effect in effects), total.n0 / total.d0, total.n1 / total.d1)
    assert turned == pytest.approx([-effect for effect in effects], abs=size)
    assert segment(metric("cvr"), (), merged, total).effect == pytest.approx(
        effects[0] + effects[1], abs=size
    )
    assert sum(effects) == pytest.approx(total.n1 / total.d1 - total.n0 / total.d0, abs=size)
