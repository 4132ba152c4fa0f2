"""Posts of the demo's pages are plausible, plainly synthetic, and few."""

from __future__ import annotations

from collections import Counter

import pytest

from sample_data.formats.business_suite import content_csv
from sample_data.posts import PostsFile, load_pages, post_files
from sample_data.world import World
from tiger_reports.model.period import month_of


@pytest.fixture(scope="module")
def files(world: World) -> tuple[PostsFile, ...]:
    return post_files(world, load_pages())


def test_two_pages_in_two_languages_and_networks(files: tuple[PostsFile, ...]) -> None:
    pages = {(each.page.client, each.page.network, each.page.language) for each in files}
    assert pages == {("warsaw", "facebook", "pl"), ("berlin", "instagram", "en")}


def test_a_page_publishes_eight_to_fourteen_posts_a_month(files: tuple[PostsFile, ...]) -> None:
    months = Counter((each.page.id, month_of(post.published.date())) for each in files for post in each.posts)
    assert len(months) == 8 + 5
    assert all(8 <= count <= 14 for count in months.values())


def test_a_post_lies_in_its_file_and_is_told_once(files: tuple[PostsFile, ...]) -> None:
    numbers = [post.number for each in files for post in each.posts]
    assert len(numbers) == len(set(numbers))
    assert all(post.published.date() in each.period for each in files for post in each.posts)


def test_no_two_posts_of_a_quarter_are_alike(files: tuple[PostsFile, ...]) -> None:
    for page in {each.page for each in files}:
        texts = [post.text for each in files if each.page == page for post in each.posts]
        for first in range(len(texts) - 45):
            assert len(set(texts[first : first + 45])) == 45


def test_figures_nest(files: tuple[PostsFile, ...]) -> None:
    for post in (post for each in files for post in each.posts):
        assert 0 < post.reach <= post.views
        assert post.reactions + post.comments + post.shares < post.reach


def test_every_file_says_that_it_is_synthetic_and_is_small(files: tuple[PostsFile, ...]) -> None:
    for each in files:
        assert "synthetic" in each.path
        assert each.page.name.startswith("Synthetic")
        assert len(content_csv(each)) < 25_000
