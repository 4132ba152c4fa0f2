"""Two people at one comment, and how much a slide takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.ui import synthetic
from tiger_reports.model.card import Comment
from tiger_reports.ui.commenting.merging import Edit, both_texts, edited, joined
from tiger_reports.ui.commenting.room import room
from tiger_reports.ui.components.autosave import MOST, Typed, typed

STORED = Comment("2026-10:cpa:all", "fatigue", "Old cause", "Old solution", rev=4)
REPORT = synthetic.report()
CARD = REPORT.cards[0]
WORDS = "The creatives ran for six weeks and people stopped looking at them. "


def test_fields_that_the_other_left_alone_are_joined_without_a_question():
    theirs = replace(STORED, solution="New solution", rev=5)
    together = joined(theirs, Edit("cause", "Old cause", "New cause"))
    assert together == replace(theirs, cause="New cause")


def test_a_field_that_both_wrote_is_for_a_person_to_decide():
    theirs = replace(STORED, cause="Their cause", rev=5)
    assert joined(theirs, Edit("cause", "Old cause", "My cause")) is None


def test_two_who_wrote_the_same_have_nothing_to_decide():
    theirs = replace(STORED, cause="Same", rev=5)
    assert joined(theirs, Edit("cause", "Old cause", "Same")) == theirs


def test_an_edit_changes_one_field_and_keeps_the_revision():
    assert edited(STORED, Edit("owner", "", "Specialist")) == replace(STORED, owner="Specialist")


@given(some.text(max_size=80), some.text(max_size=80))
def test_a_merged_text_holds_every_word_of_both(mine, theirs):
    merged = both_texts(mine, theirs)
    assert mine.strip() in merged
    assert theirs.strip() in merged


def test_a_text_that_one_has_within_the_others_is_not_doubled():
    assert both_texts("a", "a and b") == "a and b"


def test_the_room_on_the_slide_shrinks_as_other_fields_grow():
    empty = Comment(CARD.key)
    full = replace(empty, solution=WORDS * 5)
    assert room(REPORT, CARD, empty, "cause").limit > room(REPORT, CARD, full, "cause").limit > 0


def test_a_text_at_its_limit_fits_and_a_longer_one_does_not():
    empty = Comment(CARD.key)
    limit = room(REPORT, CARD, empty, "cause").limit
    long = (WORDS * 100)[: limit * 2]
    assert room(REPORT, CARD, replace(empty, cause=long[: limit // 2]), "cause").fits
    over = room(REPORT, CARD, replace(empty, cause=long), "cause")
    assert not over.fits
    assert over.limit < len(long)


@pytest.mark.parametrize(
    "value", [None, 3, {"text": 1}, {"text": "a"}, {"text": "a", "base": "b", "rev": "x"}]
)
def test_what_our_field_never_sends_is_not_listened_to(value):
    assert typed(value) is None


def test_a_browser_cannot_send_more_than_a_field_takes():
    found = typed({"text": "x" * (MOST + 5), "base": "", "rev": 2.0})
    assert found == Typed("x" * MOST, "", 2)
