"""What was proposed, followed up by the data alone."""

from __future__ import annotations

from datetime import date

import pytest

from tiger_reports.commentary.promises import change_in, effect_of, followed, promises
from tiger_reports.model.change import Scope
from tiger_reports.model.promise import Effect, Outcome, PromiseStatus, hit_rate


@pytest.fixture
def promise(full):
    def build(status=PromiseStatus.OPEN, **other):
        words = full(card="2026-09:cpa:all", **other)
        (found,) = promises([words], {words.card: Outcome(words.card, status)})
        return found

    return build


def test_a_solution_is_a_promise_and_a_reason_for_none_is_not(full):
    made = full(card="2026-09:cpa:meta-ads/Spring: sale", action="shift")
    (found,) = promises([made, full(no_solution=True), full(solution=" ")], {})
    assert (found.month, found.metric, found.scope) == ("2026-09", "cpa", "meta-ads/Spring: sale")
    assert (found.what, found.action, found.owner, found.due) == (
        "Move a fifth of the budget to search.",
        "shift",
        "Specialist One",
        date(2026, 11, 12),
    )
    assert found.status is PromiseStatus.OPEN


def test_only_what_the_client_has_read_was_told(promise):
    assert not promise().told
    assert promise(approved_by="Lead").told
    assert not promise(approved_by="Lead", internal=True).told


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (100.0, 80.0, Effect.REACHED),
        (100.0, 90.0, Effect.REACHED),
        (100.0, 93.0, Effect.PARTLY),
        (100.0, 98.0, Effect.STEADY),
        (100.0, 120.0, Effect.OPPOSITE),
        (None, 120.0, Effect.UNKNOWN),
        (0.0, 120.0, Effect.UNKNOWN),
    ],
)
def test_the_effect_is_the_change_against_the_expected_one(changed, promise, before, after, expected):
    made = promise(expected_way="down", expected_size=0.1)
    assert effect_of(made, changed("cpa", before, after)) is expected


def test_without_a_direction_the_good_one_is_expected_and_none_where_none_is_good(changed, promise):
    assert effect_of(promise(), changed("cpa", 100.0, 90.0)) is Effect.REACHED
    made = promise(expected_metric="conversions")
    assert (made.measured, made.way) == ("conversions", "up")
    assert effect_of(made, changed("conversions", 100.0, 90.0)) is Effect.OPPOSITE
    assert effect_of(promise(expected_metric="spend"), changed("spend", 1.0, 2.0)) is Effect.UNRATED


def test_a_promise_is_measured_by_its_own_figure_in_its_own_scope(changed, promise):
    changes = [
        changed("cpa", 100.0, 90.0, scope=Scope("meta-ads")),
        changed("cpc", 1.0, 2.0),
        changed("cpa", 100.0, 130.0),
    ]
    (one,) = followed([promise()], lambda key, scope: change_in(changes, key, scope))
    assert (one.change.after.amount, one.effect) == (130.0, Effect.OPPOSITE)
    (one,) = followed([promise(expected_metric="roas")], lambda key, scope: change_in(changes, key, scope))
    assert (one.change, one.effect) == (None, Effect.UNKNOWN)


def test_the_hit_rate_counts_what_was_done_and_could_be_measured(changed, promise):
    good, bad = changed("cpa", 100.0, 80.0), changed("cpa", 100.0, 120.0)
    done = PromiseStatus.DONE
    found = [
        *followed([promise(done), promise(PromiseStatus.OPEN)], lambda *_: good),
        *followed([promise(done), promise(PromiseStatus.DROPPED)], lambda *_: bad),
        *followed([promise(done)], lambda *_: None),
    ]
    rate = hit_rate(found)
    assert (rate.made, rate.done, rate.dropped, rate.open) == (5, 3, 1, 1)
    assert (rate.measured, rate.reached, rate.rate) == (2, 1, 0.5)
    assert hit_rate([]).rate is None
