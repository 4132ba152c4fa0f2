"""A format is called ahead only where several posts say so."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given

from tiger_reports.metrics.formats import AHEAD, LEAST_POSTS, format_ahead

from .posts import COUNTED, made, some_posts


def kind(name, *counts, **more):
    return tuple(made(f"{name}{n}", float(did), kind=name, **more) for n, did in enumerate(counts))


REELS, PHOTOS = kind("Reel", 60, 80, 70), kind("Photo", 20, 30, 25, 28)


def test_the_format_ahead_is_told_with_both_medians():
    found = format_ahead((*REELS, *PHOTOS))
    assert (found.first.kind, found.first.usual, found.first.posts) == ("Reel", 70.0, 3)
    assert (found.second.kind, found.second.usual, found.second.posts) == ("Photo", 26.5, 4)


def test_two_posts_make_no_format():
    assert format_ahead((*REELS[:2], *PHOTOS)) is None


def test_a_little_ahead_is_not_ahead():
    assert format_ahead((*kind("Reel", 30, 32, 31), *PHOTOS)) is None


def test_lucky_posts_among_weak_ones_do_not_carry_their_format():
    assert format_ahead((*kind("Reel", 10, 12, 300, 310, 320), *PHOTOS)) is None
    assert format_ahead((*kind("Reel", 290, 280, 300, 310, 320), *PHOTOS)) is not None


def test_formats_are_compared_inside_one_profile_only():
    assert format_ahead((*REELS, *kind("Photo", 20, 30, 25, account="two"))) is None


def test_posts_that_had_no_time_say_nothing_of_their_format():
    young = kind("Photo", 1, 2, 1, published=COUNTED - timedelta(1))
    assert format_ahead((*REELS, *young)) is None


def test_one_format_under_two_spellings_is_one():
    found = format_ahead((*kind("reel", 60, 61), *kind("Reel ", 70), *PHOTOS))
    assert (found.first.kind, found.first.posts) == ("reel", 3)


def test_posts_without_a_format_are_left_out():
    assert format_ahead((*REELS, *kind("", 1, 2, 3))) is None
    assert format_ahead(()) is None


@given(some_posts())
def test_whatever_is_told_keeps_the_rule(posts):
    named = [made(p.key, p.interactions, account=p.account, kind=f"K{n % 3}") for n, p in enumerate(posts)]
    found = format_ahead(named)
    if found is not None:
        assert found.first.usual >= AHEAD * found.second.usual
        assert min(found.first.posts, found.second.posts) >= LEAST_POSTS
        assert found.first.kind != found.second.kind
