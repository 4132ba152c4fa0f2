"""Best and weakest posts: what any set of posts must obey, and the cases that a reader would dispute."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.metrics.posts import (
    BOTTOM,
    FEWEST,
    LEAST_BASE,
    SETTLED,
    TOP,
    WEAK,
    most_seen,
    profile,
    ranking,
)

from .posts import COUNTED, made, some_posts


def keys(rated):
    return [one.post.key for one in rated]


def usual_posts(count=12):
    """Rates around 3%, no two alike."""
    return tuple(made(f"p{n}", 30.0 + n) for n in range(count))


# --- what holds for any posts


@given(some_posts())
def test_no_post_is_both_best_and_weakest_and_no_list_is_too_long(posts):
    found = ranking(posts)
    best, weakest = keys(found.best), keys(found.weakest)
    assert not set(best) & set(weakest)
    assert len(best) == len(set(best)) <= TOP
    assert len(weakest) == len(set(weakest)) <= BOTTOM


@given(some_posts(), st.randoms(use_true_random=False))
def test_the_order_in_which_posts_come_changes_nothing(posts, chance: random.Random):
    mixed = list(posts)
    chance.shuffle(mixed)
    assert ranking(mixed) == ranking(posts)


@given(some_posts())
def test_nothing_left_out_did_more_than_what_is_called_best(posts):
    best = ranking(posts).best
    counts = [one.post.interactions for one in best]
    assert counts == sorted(counts, reverse=True)
    assert all(count > 0 for count in counts)
    others = [p.interactions for p in posts if p.interactions and p.key not in keys(best)]
    assert not others or (len(best) == TOP and max(others) <= counts[-1])


@given(some_posts())
def test_a_weak_post_had_time_and_a_base_and_lies_under_the_usual_of_its_own_profile(posts):
    for one in ranking(posts).weakest:
        post = one.post
        assert post.counted_on - post.published >= SETTLED
        peers = [p for p in posts if profile(p) == profile(post) and p.base == post.base]
        sizes = [p.figures[p.base] for p in peers if p.interactions is not None]
        assert post.figures[post.base] >= LEAST_BASE * median(sizes)
        assert one.rate_times <= WEAK


@given(some_posts(), st.sampled_from((0.5, 3.0, 10.0)))
def test_a_profile_of_lower_rates_has_no_more_weak_posts_for_that(posts, factor):
    """Each profile is its own measure: all rates of one times anything changes no verdict on the rates."""

    def louder(post):
        if post.account != "two" or "views" not in post.figures:
            return post
        return replace(post, figures={**post.figures, "views": post.figures["views"] * factor})

    assert keys(ranking(map(louder, posts)).weakest) == keys(ranking(posts).weakest)


@given(some_posts())
def test_few_posts_name_no_weak_one(posts):
    known = [post for post in posts if post.interactions is not None]
    if len(known) < FEWEST:
        assert ranking(posts).weakest == ()


# --- cases


def test_the_rate_of_a_small_base_wins_nothing():
    lucky = made("lucky", 3.0, 4.0)  # 75%
    assert "lucky" not in keys(ranking((*usual_posts(), lucky)).best)


def test_a_small_base_loses_nothing_either():
    tiny = made("tiny", 0.0, 40.0)
    assert "tiny" not in keys(ranking((*usual_posts(), tiny)).weakest)
    assert keys(ranking((*usual_posts(), made("wide", 0.0, 900.0))).weakest) == ["wide"]


@pytest.mark.parametrize(("age", "named"), [(2, []), (3, ["new"])])
def test_a_post_has_three_days_before_it_is_called_weak(age, named):
    young = made("new", 1.0, published=COUNTED - timedelta(age))
    assert keys(ranking((*usual_posts(), young)).weakest) == named


def test_a_young_post_may_be_the_best():
    young = made("new", 400.0, published=COUNTED)
    assert keys(ranking((*usual_posts(), young)).best)[0] == "new"


def test_a_rate_of_views_is_not_held_against_one_of_reach():
    seen = tuple(
        made(f"v{n}", None, None, figures={"reactions": 20.0 + n, "views": 1000.0}) for n in range(6)
    )
    assert ranking((*usual_posts(7), *seen)).weakest == ()


def test_the_last_of_equals_is_not_weak():
    assert ranking(usual_posts()).weakest == ()


def test_seven_posts_name_no_weak_one_and_eight_do():
    weak = made("weak", 1.0)
    assert ranking((*usual_posts(6), weak)).weakest == ()
    assert keys(ranking((*usual_posts(7), weak)).weakest) == ["weak"]


def test_how_many_times_the_usual_is_the_median_of_its_own_profile():
    small = tuple(made(f"s{n}", 10.0, account="small") for n in range(5))
    hit = made("hit", 30.0, account="small")
    found = {one.post.key: one.times for one in ranking((*usual_posts(4), *small, hit)).best}
    assert found["p3"] == pytest.approx(33 / 31.5)
    assert ranking((*small, hit)).best[0].times == pytest.approx(3.0)


def test_three_posts_know_no_usual():
    assert [one.times for one in ranking(usual_posts(3)).best] == [None] * 3


def test_missing_is_not_zero_and_zero_is_not_best():
    posts = (made("missing", None), made("zero", 0.0), made("some", 2.0, None))
    assert keys(ranking(posts).best) == ["some"]


def test_posts_without_any_interactions_are_told_by_how_many_saw_them():
    seen = tuple(made(f"v{n}", None, None, figures={"views": float(n)}) for n in range(1, 8))
    odd = made("odd", None, 9_000.0)
    assert ranking(seen).best == ()
    assert [post.key for post in most_seen((*seen, odd))] == ["v7", "v6", "v5", "v4", "v3"]
    assert most_seen((made("bare", None, None),)) == ()
    assert most_seen(()) == ()
