from __future__ import annotations

from dataclasses import replace

import pytest

from tiger_reports.commentary.fields import doubts, missing_fields, state_of
from tiger_reports.model.card import CardState, Comment, Confidence, Duty, Evidence
from tiger_reports.model.hypothesis import DataVerdict, Hypothesis
from tiger_reports.model.judgement import Judgement, Overlay, Standing

DROP, RISE, CONTEXT = Duty.EXPLAIN_DROP, Duty.EXPLAIN_RISE, Duty.CONTEXT


def test_an_empty_drop_asks_for_everything():
    assert missing_fields(DROP, None) == ("cause_tag", "cause", "evidence", "solution", "owner", "due")
    assert missing_fields(RISE, None) == ("cause_tag", "cause")
    assert missing_fields(CONTEXT, None) == ()


@pytest.mark.parametrize("field", ["cause_tag", "cause", "evidence", "solution", "owner"])
def test_each_field_of_a_drop_is_asked_for(full, field):
    assert missing_fields(DROP, full(**{field: " " if field != "cause_tag" else ""})) == (field,)


def test_a_due_date_is_asked_for(full):
    assert missing_fields(DROP, full(due=None)) == ("due",)


def test_no_solution_needs_a_reason_and_neither_owner_nor_date(full):
    assert missing_fields(DROP, full(no_solution=True, owner="", due=None)) == ()
    assert missing_fields(DROP, full(no_solution=True, solution="")) == ("no_solution_reason",)


def test_an_error_in_the_data_is_mended_and_not_explained(full):
    assert missing_fields(DROP, full(cause_tag="data_error")) == ("data_error",)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, CardState.CHECKED),
        ({"owner": ""}, CardState.DRAFTED),
        ({"returned": "Say which rival."}, CardState.DRAFTED),
        ({"reviewed_by": "Specialist Two"}, CardState.REVIEWED),
        ({"approved_by": "Lead"}, CardState.CHECKED),
        ({"approved_by": "Lead", "reviewed_by": "Lead"}, CardState.APPROVED),
        ({"approved_by": "Lead", "internal": True}, CardState.APPROVED),
        ({"after": 100.004}, CardState.CHECKED),
        ({"after": 99.0}, CardState.STALE),
        ({"before": 79.0, "approved_by": "lead@example.com"}, CardState.STALE),
        ({"before": None, "after": None}, CardState.CHECKED),
    ],
)
def test_the_state_follows_from_the_fields_and_the_figures(changed, full, other, expected):
    assert state_of(DROP, changed("cpa", 80.0, 100.0), full(**other)) is expected


def test_a_figure_that_went_missing_makes_the_words_stale(changed, full):
    assert state_of(DROP, changed("cpa", 80.0, None), full()) is CardState.STALE


def test_a_rate_is_held_to_the_digits_that_it_shows(changed, full):
    change = changed("ctr", 0.0200, 0.0149)
    assert state_of(DROP, change, full(before=0.02, after=0.01494)) is CardState.CHECKED
    assert state_of(DROP, change, full(before=0.02, after=0.0150)) is CardState.STALE


def test_nothing_written_is_open_even_when_figures_move(changed):
    assert state_of(DROP, changed("cpa", 80.0, 100.0), Comment("k", before=1.0)) is CardState.OPEN


def test_an_opinion_stands_where_nothing_shows_the_cause(full):
    assert missing_fields(DROP, full(evidence="", opinion=True)) == ()


@pytest.mark.parametrize("duty", [DROP, RISE])
def test_a_cause_that_is_still_open_asks_for_a_check_with_owner_and_day(duty):
    said = Comment("k", cause="CVR fell on the 12th.", confidence=Confidence.OPEN)
    assert missing_fields(duty, said) == ("check", "owner", "due")


def test_an_open_cause_is_no_excuse_for_doing_nothing(full):
    said = full(confidence=Confidence.OPEN, no_solution=True, cause_tag="", evidence="")
    assert missing_fields(DROP, replace(said, owner="", due=None)) == ("owner", "due")
    assert said.promises
    assert not full(no_solution=True).promises


def test_a_cause_that_the_data_reject_asks_for_one_line_of_reason(changed, full):
    against = Evidence(hypotheses=(Hypothesis("fatigue", DataVerdict.REJECTED, "held"),))
    change, said = changed("cpa", 80.0, 100.0), full(cause_tag="fatigue")
    assert doubts(change, against, said)
    assert missing_fields(DROP, said, doubted=True) == ("despite",)
    assert missing_fields(DROP, full(despite="The panel counts no frequency."), doubted=True) == ()
    assert not doubts(change, against, full(cause_tag="season"))
    assert not doubts(change, against, None)


def test_a_tag_of_two_hypotheses_is_doubted_only_when_the_data_reject_both(changed, full):
    page, offer = (Hypothesis(cause, DataVerdict.REJECTED) for cause in ("landing_page", "offer"))
    change, said = changed("cpa", 80.0, 100.0), full(cause_tag="offer")
    assert doubts(change, Evidence(hypotheses=(page, offer)), said)
    unknown = replace(offer, verdict=DataVerdict.NO_DATA)
    assert not doubts(change, Evidence(hypotheses=(page, unknown)), said)


@pytest.mark.parametrize(
    ("overlay", "tag", "doubted"),
    [
        (Overlay.MIX, "fatigue", True),
        (Overlay.MIX, "mix", False),
        (Overlay.DATA, "season", True),
        (Overlay.DATA, "tracking", False),
    ],
)
def test_what_lies_on_top_of_a_change_is_named_or_answered(changed, full, overlay, tag, doubted):
    judged = Judgement(Standing.MUST_DROP, frozenset({overlay}))
    change = replace(changed("cpa", 80.0, 100.0), judgement=judged)
    assert doubts(change, Evidence(), full(cause_tag=tag)) is doubted


def test_words_in_a_deck_that_went_out_are_frozen_until_their_figure_moves(changed, full):
    said, change = full(approved_by="Lead", reviewed_by="Lead"), changed("cpa", 80.0, 100.0)
    assert state_of(DROP, change, said, frozen=True) is CardState.FROZEN
    assert state_of(DROP, change, replace(said, after=99.0), frozen=True) is CardState.STALE


def test_a_tick_is_all_that_noise_asks_for_and_is_asked_again_when_the_figure_moves(changed):
    change = changed("cpa", 80.0, 100.0)
    seen = Comment("k", seen=True, before=80.0, after=100.0)
    assert missing_fields(Duty.NOTICE, None) == ()
    assert state_of(Duty.NOTICE, change, None) is CardState.OPEN
    assert state_of(Duty.NOTICE, change, seen) is CardState.CHECKED
    assert state_of(Duty.NOTICE, change, replace(seen, after=90.0)) is CardState.OPEN
