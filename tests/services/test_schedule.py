"""Posts from an idea to publication: nothing is scheduled that the client did not accept."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from tests.services.agency_week import ANNA, STRANGER, agency
from tiger_reports.model.scheduled_post import MOVES, Move, Post, PostState, days_late, moved
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.week import schedule
from tiger_reports.text import LANGUAGES, phrase

TODAY = date(2026, 11, 4)
USUAL = (PostState.DRAFT, PostState.SENT, PostState.ACCEPTED, PostState.SCHEDULED, PostState.PUBLISHED)


@pytest.fixture
def office(tmp_path):
    return agency(tmp_path / "home", TODAY)


def one(office):
    (found,) = schedule.posts(office, ANNA, "acme")
    return found


def at(office, *states, day=date(2026, 11, 20)):
    """A post that went through these states."""
    schedule.add_post(office, ANNA, "acme", Post("Karuzela", "Instagram", day, "Opis"))
    for state in states:
        schedule.move_post(office, ANNA, "acme", one(office), state)
    return one(office)


@pytest.mark.parametrize("before", [PostState.IDEA, *USUAL[:2]])
def test_a_post_that_is_not_accepted_cannot_be_scheduled(office, before):
    post = at(office, *USUAL[: USUAL.index(before) + 1 if before in USUAL else 0])
    assert post.words.state is before
    with pytest.raises(RefusedError, match="post_not_accepted"):
        schedule.move_post(office, ANNA, "acme", post, PostState.SCHEDULED)
    assert one(office).words.state is before


def test_the_usual_way_ends_in_publication(office):
    post = at(office, *USUAL).words
    assert post.state is PostState.PUBLISHED
    assert [move.to for move in post.moves] == list(USUAL)
    assert post.accepted_on == TODAY


@pytest.mark.parametrize("before", PostState)
@pytest.mark.parametrize("after", PostState)
def test_no_step_is_skipped(before, after):
    post = Post("x", state=before)
    if after in MOVES[before]:
        assert moved(post, after, TODAY, "a").state is after
    else:
        with pytest.raises(ValueError, match="does not go"):
            moved(post, after, TODAY, "a")


def test_only_acceptance_leads_to_the_schedule():
    assert [state for state, ways in MOVES.items() if PostState.SCHEDULED in ways] == [PostState.ACCEPTED]


def test_versions_and_corrections_are_counted(office):
    post = at(
        office, *USUAL[:2], PostState.CORRECTIONS, PostState.SENT, PostState.CORRECTIONS, PostState.SENT
    ).words
    assert (post.versions, post.corrections) == (3, 2)


@pytest.mark.parametrize("reached", [2, 3, 4])
def test_other_words_take_an_acceptance_back(office, reached):
    post = at(office, *USUAL[:reached])
    changed = replace(post, words=replace(post.words, text="Inny opis"))
    schedule.save_post(office, ANNA, "acme", changed)
    assert one(office).words.state is PostState.DRAFT
    assert one(office).words.text == "Inny opis"


def test_another_day_leaves_the_acceptance(office):
    post = at(office, *USUAL[:4])
    schedule.save_post(office, ANNA, "acme", replace(post, words=replace(post.words, day=date(2026, 11, 23))))
    assert one(office).words.state is PostState.SCHEDULED


def test_a_page_cannot_smuggle_a_state_in_with_the_words(office):
    post = at(office)
    forged = replace(post.words, state=PostState.ACCEPTED, moves=(Move(PostState.ACCEPTED, TODAY),))
    schedule.save_post(office, ANNA, "acme", replace(post, words=forged))
    assert one(office).words.state is PostState.IDEA


def test_a_published_post_keeps_its_words(office):
    post = at(office, *USUAL)
    with pytest.raises(RefusedError, match="post_published"):
        schedule.save_post(office, ANNA, "acme", replace(post, words=replace(post.words, text="x")))


def test_a_post_without_a_day_cannot_be_scheduled(office):
    post = at(office, *USUAL[:3], day=None)
    with pytest.raises(RefusedError, match="post_undated"):
        schedule.move_post(office, ANNA, "acme", post, PostState.SCHEDULED)


def test_two_people_at_one_post_lose_nothing(office):
    post = at(office)
    schedule.save_post(office, ANNA, "acme", replace(post, words=replace(post.words, text="pierwszy")))
    lost = schedule.save_post(office, ANNA, "acme", replace(post, words=replace(post.words, text="drugi")))
    assert lost.rejected.text == "drugi"
    assert one(office).words.text == "pierwszy"


def test_acceptance_is_needed_by_the_working_day_before(office):
    late = at(office, *USUAL[:2], day=date(2026, 11, 3)).words  # Tuesday: needed by Monday
    (found,) = schedule.late_acceptances(office, ANNA, "acme")
    assert (found.by, found.days, found.accepted_on) == (date(2026, 11, 2), 2, None)
    assert found.post == late


def test_an_acceptance_that_came_late_stays_listed_and_one_in_time_is_not():
    post = Post("x", day=date(2026, 11, 20), state=PostState.ACCEPTED)
    late = replace(post, moves=(Move(PostState.ACCEPTED, date(2026, 11, 19)),))
    assert days_late(late, date(2026, 11, 17), date(2027, 1, 1)) == 2
    assert days_late(late, date(2026, 11, 19), date(2027, 1, 1)) == 0


def test_a_picture_is_kept_and_only_pictures_are(office):
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4)).save(drawn, "PNG")
    key = schedule.keep_picture(office, ANNA, "acme", drawn.getvalue())
    schedule.add_post(office, ANNA, "acme", Post("Karuzela", picture=key))
    assert schedule.picture(office, ANNA, "acme", one(office)) == drawn.getvalue()
    with pytest.raises(RefusedError, match="picture"):
        schedule.keep_picture(office, ANNA, "acme", b"no picture")


def test_a_stranger_moves_nothing(office):
    post = at(office)
    with pytest.raises(NotAllowedError):
        schedule.move_post(office, STRANGER, "acme", post, PostState.DRAFT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_way_has_words(language):
    for state in PostState:
        assert phrase(f"ui.post.{state}", language)
        for to in MOVES[state]:
            assert phrase(f"ui.post.to_{to}", language)
