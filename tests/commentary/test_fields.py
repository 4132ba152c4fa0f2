from __future__ import annotations

import pytest

from tiger_reports.commentary.fields import missing_fields, state_of
from tiger_reports.model.card import CardState, Comment, Duty

DROP, RISE, CONTEXT = Duty.EXPLAIN_DROP, Duty.EXPLAIN_RISE, Duty.CONTEXT


def test_an_empty_drop_asks_for_everything():
    assert missing_fields(DROP, None) == ("cause_tag", "cause", "solution", "owner", "due")
    assert missing_fields(RISE, None) == ("cause_tag", "cause")
    assert missing_fields(CONTEXT, None) == ()


@pytest.mark.parametrize("field", ["cause_tag", "cause", "solution", "owner"])
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
        ({"approved_by": "lead@example.com"}, CardState.APPROVED),
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
