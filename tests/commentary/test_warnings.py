from __future__ import annotations

from dataclasses import replace

import pytest

from tiger_reports.commentary.warnings import copied, repeats_number, warnings
from tiger_reports.model.card import Comment


@pytest.mark.parametrize(
    ("language", "key", "cause"),
    [
        ("en", "conversions", "Conversions fell by 20% compared with last month."),
        ("pl", "conversions", "Konwersje spadły o 20% w porównaniu z poprzednim miesiącem."),
        ("cs", "conversions", "Konverze klesly o 20 % oproti minulému měsíci."),
        ("ru", "conversions", "Конверсии снизились на 20 % по сравнению с прошлым месяцем."),
        ("pl", "cpa", "Wzrost CPA o 25,0% wobec września."),
        ("pl", "cpa", "Wzrost CPA o {{cpa.percent.year_ago}} do {{cpa.now @ meta-ads}}."),
    ],
)
def test_the_figure_told_once_more_is_no_cause(language, key, cause):
    assert repeats_number(cause, key, language)


@pytest.mark.parametrize(
    ("language", "key", "cause"),
    [
        ("en", "conversions", "The shop was closed for stocktaking on four days."),
        ("pl", "conversions", "Sklep był zamknięty przez cztery dni na inwentaryzację."),
        ("cs", "conversions", "Obchod byl čtyři dny zavřený, probíhala inventura."),
        ("ru", "conversions", "Магазин четыре дня был закрыт на инвентаризацию."),
        ("pl", "cpa", "Konkurent podbił stawki w aukcjach przed wyprzedażą."),
    ],
)
def test_a_cause_is_taken_as_one(language, key, cause):
    assert not repeats_number(cause, key, language)


def test_other_words_are_no_copy():
    one = Comment("a", cause="The shop was closed for four days.")
    assert not copied(one, Comment("b", cause="A rival bought the same auctions."))


def test_a_copied_solution_is_flagged_too():
    words = {"solution": "Move a fifth of the budget to search."}
    assert copied(Comment("a", cause="New cause.", **words), Comment("b", cause="Old reason.", **words))


def test_what_the_lead_sent_back_is_shown():
    comment = Comment("a", cause="The shop was closed for stocktaking.", returned="Which shop?")
    assert warnings("conversions", comment, None, "en") == ("returned",)


def test_nothing_written_warns_of_nothing():
    assert warnings("conversions", None, None, "en") == ()


def test_sentences_moved_to_another_field_are_still_a_copy():
    last = Comment(
        "b", cause="The shop was closed for four days. A rival bought the auctions.", solution="Wait."
    )
    now = Comment(
        "a", cause="Wait.", solution="A rival bought the auctions. The shop was closed for four days."
    )
    assert copied(now, last)


def test_a_copy_may_be_meant_once_and_not_twice():
    words = {"cause": "The shop is still closed for rebuilding."}
    last, now = Comment("b", **words), Comment("a", still_holds=True, **words)
    assert warnings("conversions", replace(now, still_holds=False), last, "en") == ("copied",)
    assert warnings("conversions", now, last, "en") == ()
    assert warnings("conversions", now, replace(last, still_holds=True), "en") == ("copied_again",)
