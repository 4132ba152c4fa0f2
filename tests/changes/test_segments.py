from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiger_reports.changes.segments import Cut, segments, top
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Part, Sums
from tiger_reports.metrics.values import value
from tiger_reports.model.change import Scope

CHANNEL = "meta-ads"


def cut(**campaigns):
    """One channel cut into campaigns; the whole is their null-aware sum."""
    names = {name for amounts in campaigns.values() for name in amounts}
    whole = {name: sum(amounts.get(name, 0.0) for amounts in campaigns.values()) for name in names}
    parts = {Scope(CHANNEL, name): Sums((Part(CHANNEL, amounts=held),)) for name, held in campaigns.items()}
    return Cut(Sums((Part(CHANNEL, amounts=whole),)), parts)


def effects(key, after, before):
    return {one.where[0][1]: one.effect for one in segments(metric(key), after, before, "campaign")}


PART = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from([0.0, 1.0, 3.0, 250.0, 1e6]) for name in ("spend", "clicks", "conversions")
    },
)
CAMPAIGNS = st.dictionaries(st.sampled_from("ABCDE"), PART, min_size=1)
KEYS = st.sampled_from(["cpa", "cpc", "cvr", "spend", "conversions"])


def test_both_campaigns_improve_and_the_total_falls():
    before = cut(A={"clicks": 100.0, "conversions": 10.0}, B={"clicks": 100.0, "conversions": 2.0})
    after = cut(A={"clicks": 20.0, "conversions": 2.2}, B={"clicks": 180.0, "conversions": 3.96})
    found = segments(metric("cvr"), after, before, "campaign")
    assert sum(one.effect for one in found) == pytest.approx(0.0308 - 0.06)
    assert all(one.rate > 0 for one in found)
    assert sum(one.mix for one in found) < 0


@given(before=CAMPAIGNS, after=CAMPAIGNS, key=KEYS)
def test_parts_add_up_to_the_change(before, after, key):
    after, before = cut(**after), cut(**before)
    totals = [value(metric(key), side.whole).amount for side in (before, after)]
    assume(None not in totals)
    found = segments(metric(key), after, before, "campaign")
    size = max(1.0, *(abs(total) for total in totals), *(abs(one.effect) for one in found))
    assert sum(one.effect for one in found) == pytest.approx(totals[1] - totals[0], abs=1e-9 * size)
    for one in found:
        if one.rate is not None:
            assert one.rate + one.mix == pytest.approx(one.effect, abs=1e-9 * size)


@given(before=CAMPAIGNS, after=CAMPAIGNS, key=KEYS)
def test_swapping_the_periods_turns_every_sign(before, after, key):
    forth = effects(key, cut(**after), cut(**before))
    back = effects(key, cut(**before), cut(**after))
    assert forth == pytest.approx({name: -effect for name, effect in back.items()}, rel=1e-9, abs=1e-9)


@given(before=CAMPAIGNS, after=CAMPAIGNS, key=st.sampled_from(["cpa", "cpc", "cvr", "spend"]))
def test_merging_two_parts_merges_their_bars(before, after, key):
    apart = effects(key, cut(**after), cut(**before))
    merged = effects(key, cut(**_merge(after)), cut(**_merge(before)))
    size = max([1.0, *(abs(effect) for effect in apart.values())])
    joined = sum(effect for name, effect in apart.items() if name in "AB")
    assert merged.get("A", 0.0) == pytest.approx(joined, abs=1e-9 * size)


def _merge(campaigns):
    rest = {name: held for name, held in campaigns.items() if name not in "AB"}
    both = [campaigns[name] for name in "AB" if name in campaigns]
    names = {name for held in both for name in held}
    return rest | ({"A": {name: sum(held.get(name, 0.0) for held in both) for name in names}} if both else {})


@given(before=CAMPAIGNS, after=CAMPAIGNS, scale=st.sampled_from([0.5, 4.0, 1024.0]))
def test_more_of_the_same_leaves_the_bars_of_a_ratio_alone(before, after, scale):
    def scaled(campaigns):
        return {
            name: {key: amount * scale for key, amount in held.items()} for name, held in campaigns.items()
        }

    plain = effects("cpa", cut(**after), cut(**before))
    assert effects("cpa", cut(**scaled(after)), cut(**scaled(before))) == pytest.approx(
        plain, rel=1e-9, abs=1e-9
    )


@given(before=CAMPAIGNS, after=CAMPAIGNS, key=KEYS, seed=st.randoms(use_true_random=False))
def test_the_order_of_campaigns_changes_nothing(before, after, key, seed):
    shuffled = list(after.items())
    seed.shuffle(shuffled)
    found = effects(key, cut(**dict(shuffled)), cut(**before))
    assert found == pytest.approx(effects(key, cut(**after), cut(**before)), rel=1e-9, abs=1e-9)


def test_campaigns_enter_and_end_and_spend_for_nothing():
    before = cut(old={"spend": 50.0, "conversions": 5.0}, stays={"spend": 50.0, "conversions": 5.0})
    after = cut(
        new={"spend": 50.0, "conversions": 2.0},
        stays={"spend": 50.0, "conversions": 5.0},
        idle={"spend": 30.0},
    )
    kinds = {one.where[0][1]: one.kind for one in segments(metric("cpa"), after, before, "campaign")}
    assert kinds == {"old": "ended", "new": "entered", "stays": "both", "idle": "entered"}
    again = cut(stays={"spend": 50.0, "conversions": 5.0}, idle={"spend": 30.0})
    kinds = {one.where[0][1]: one.kind for one in segments(metric("cpa"), again, after, "campaign")}
    assert kinds["idle"] == "no_result"


def test_a_channel_without_the_figure_has_no_part_in_it():
    parts = {"meta-ads": {"spend": 50.0, "conversions": 5.0}, "views": {"spend": 900.0}}
    whole = Sums(tuple(Part(name, amounts=held) for name, held in parts.items()))
    side = Cut(whole, {Scope(name): Sums((Part(name, amounts=held),)) for name, held in parts.items()})
    assert [one.where[0][1] for one in segments(metric("cpa"), side, side, "channel")] == ["meta-ads"]


def test_the_named_parts_and_the_rest_add_up():
    before = cut(**{name: {"spend": 10.0} for name in "ABCDEFG"})
    after = cut(**{name: {"spend": 10.0 + at} for at, name in enumerate("ABCDEFG")})
    named, rest = top(segments(metric("spend"), after, before, "campaign"), 3)
    assert [one.where[0][1] for one in named] == ["G", "F", "E"]
    assert sum(one.effect for one in named) + rest == 21


def test_reach_is_not_split():
    side = cut(A={"spend": 1.0})
    assert segments(metric("reach"), side, side, "campaign") == ()
