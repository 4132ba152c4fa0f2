from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tiger_reports.commentary.cards import Moved, Written, card_key, cards, chosen, no_longer_flagged
from tiger_reports.commentary.sentence import Voice
from tiger_reports.model.card import CardState, Comment, Duty, Evidence
from tiger_reports.model.change import Reference, Scope
from tiger_reports.model.judgement import Judgement, Standing
from tiger_reports.model.period import month

EMPTY = Written({}, {})
VOICE = Voice("en", "PLN")


def build(moved, written=EMPTY):
    return cards(moved, lambda _: Evidence(), written, VOICE)


def test_a_card_is_keyed_by_month_metric_and_scope():
    assert card_key(month(2026, 10), "cpa", Scope()) == "2026-10:cpa:all"
    assert card_key(month(2026, 10), "cpa", Scope("meta-ads", "Spring")) == "2026-10:cpa:meta-ads/Spring"


@pytest.mark.parametrize(
    ("key", "before", "after", "duty"),
    [
        ("cpa", 80.0, 100.0, Duty.EXPLAIN_DROP),
        ("cpa", 100.0, 80.0, Duty.EXPLAIN_RISE),
        ("conversions", 100.0, 80.0, Duty.EXPLAIN_DROP),
        ("spend", 100.0, 200.0, Duty.CONTEXT),
    ],
)
def test_the_duty_follows_the_good_direction(changed, key, before, after, duty):
    (card,) = build([Moved(changed(key, before, after))])
    assert (card.duty, card.blocking) == (duty, duty is Duty.EXPLAIN_DROP)


def test_a_change_that_is_not_notable_gets_no_card(changed):
    assert build([Moved(changed("cpa", 80.0, 100.0, notable=False))]) == ()


def test_the_year_ago_leads_only_where_the_previous_month_is_not_notable(changed):
    ago = changed("cpa", 50.0, 100.0, reference=Reference.YEAR_AGO)
    assert build([Moved(changed("cpa", 80.0, 100.0), ago)])[0].change.reference is Reference.PREVIOUS
    (card,) = build([Moved(changed("cpa", 99.0, 100.0, notable=False), ago)])
    assert (card.change.reference, card.other.reference) == (Reference.YEAR_AGO, Reference.PREVIOUS)


def test_twins_of_one_family_make_one_card_and_the_worsening_wins(changed):
    moved = [Moved(changed("roas", 4.0, 3.0)), Moved(changed("pno", 0.25, 1 / 3))]
    assert [change.metric for change, _ in chosen(moved)] == ["pno"]
    moved = [Moved(changed("ctr", 0.01, 0.03)), Moved(changed("cpc", 1.0, 1.2))]
    assert [change.metric for change, _ in chosen(moved)] == ["cpc"]


def test_one_family_in_two_scopes_makes_two_cards(changed):
    moved = [Moved(changed("cpc", 1.0, 1.2)), Moved(changed("cpc", 1.0, 1.5, scope=Scope("meta-ads")))]
    assert [change.scope.key for change, _ in chosen(moved)] == ["meta-ads", "all"]


def test_worsenings_come_before_rises(changed):
    moved = [Moved(changed("clicks", 100.0, 900.0)), Moved(changed("conversions", 100.0, 80.0))]
    assert [card.metric for card in build(moved)] == ["conversions", "clicks"]


def test_words_stay_with_their_card_and_last_month_stands_beside(changed, full):
    old = Comment("2026-09:cpa:all", cause="Something else entirely happened then.")
    written = Written({"2026-10:cpa:all": full()}, {"2026-09:cpa:all": old})
    (card,) = build([Moved(changed("cpa", 80.0, 100.0))], written)
    assert (card.state, card.missing, card.last_month, card.blocking) == (CardState.CHECKED, (), old, False)


def test_last_months_words_with_new_numbers_are_flagged_and_block_nothing(changed, full):
    old = full(card="2026-09:cpa:all", cause="Auction prices rose by 12% before the sale of 3 May.")
    now = full(cause="Auction prices rose by 25% before the sale of 7 June.")
    written = Written({"2026-10:cpa:all": now}, {"2026-09:cpa:all": old})
    (card,) = build([Moved(changed("cpa", 80.0, 100.0))], written)
    assert (card.missing, card.blocking) == (("copied",), False)


def test_words_on_an_old_figure_block_even_a_rise(changed, full):
    written = Written({"2026-10:cpa:all": full(after=70.0)}, {})
    (card,) = build([Moved(changed("cpa", 100.0, 80.0))], written)
    assert (card.duty, card.state, card.blocking) == (Duty.EXPLAIN_RISE, CardState.STALE, True)


def test_a_comment_outlives_its_card(changed, full):
    kept = {"2026-10:cpa:all": full(), "2026-10:cpc:all": full(card="2026-10:cpc:all"), "x": Comment("x")}
    found = build([Moved(changed("cpa", 80.0, 100.0))])
    assert [comment.card for comment in no_longer_flagged(found, kept)] == ["2026-10:cpc:all"]


def judged(change, standing):
    return replace(change, judgement=Judgement(standing, history=14))


def test_a_judgement_says_what_is_owed_whatever_the_direction(changed):
    change = changed("cpa", 80.0, 100.0, notable=False)
    (card,) = build([Moved(judged(change, Standing.NOISE))])
    assert (card.duty, card.state, card.blocking) == (Duty.NOTICE, CardState.OPEN, False)
    (card,) = build([Moved(judged(replace(change, notable=True), Standing.MUST_DROP))])
    assert (card.duty, card.blocking) == (Duty.EXPLAIN_DROP, True)


def test_noise_stands_last_and_takes_no_card_from_its_family(changed):
    noise = judged(changed("cpc", 1.0, 1.5), Standing.NOISE)
    drop = judged(changed("ctr", 0.02, 0.018), Standing.MUST_DROP)
    assert [change.metric for change, _ in chosen([Moved(noise), Moved(drop)])] == ["ctr"]
    other = judged(changed("cpa", 80.0, 100.0), Standing.NOISE)
    assert [change.metric for change, _ in chosen([Moved(other), Moved(drop)])] == ["ctr", "cpa"]


FIGURES = some.dictionaries(
    some.sampled_from(["cpa", "cpc", "ctr", "conversions", "roas", "spend", "clicks", "reach"]),
    some.tuples(some.floats(1.0, 1e4), some.booleans()),
)
KEYS = some.sets(some.sampled_from([f"2026-10:{key}:all" for key in ("cpa", "cpc", "roas", "clicks", "aov")]))


@given(FIGURES, FIGURES, KEYS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_figures_that_are_counted_again_lose_no_words_and_double_none(changed, first, then, keys):
    """However often figures move, every word stands on exactly one card, or among those no longer flagged."""
    kept = {key: Comment(key, "season", "Said once.") for key in keys}
    for figures in (first, then):
        moved = [Moved(changed(key, 100.0, now, notable=on)) for key, (now, on) in figures.items()]
        found = build(moved, Written(kept, {}))
        on_cards = [card.comment for card in found if card.comment]
        assert len({card.key for card in found}) == len(found)
        assert sorted(one.card for one in (*on_cards, *no_longer_flagged(found, kept))) == sorted(keys)
        assert all(card.comment.card == card.key for card in found if card.comment)
