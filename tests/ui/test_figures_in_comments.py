"""Numbers in a comment: mended in one press, given a source, put in as chips, and written out in the deck."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.ui.house import CLIENT, open_house
from tiger_reports.model.card import Duty
from tiger_reports.model.claim import Standing
from tiger_reports.model.period import month
from tiger_reports.services.delivery.decks import preview
from tiger_reports.services.months.comments import save_comment
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.ui.commenting.saving import comment_of

OCTOBER = month(2026, 10)


def drop_of(office):
    cards = month_report(office, local_actor(), CLIENT.id, OCTOBER).cards
    return next(card for card in cards if card.duty is Duty.EXPLAIN_DROP)


def written(home, text):
    """The first drop with a cause of these words; `{chip}` is the address of its own percent."""
    office = open_house(home)
    card = drop_of(office)
    cause = text.replace("{chip}", f"{{{{{card.metric}.percent}}}}")
    save_comment(office, local_actor(), CLIENT.id, replace(comment_of(card), cause=cause))
    return office, drop_of(office)


def test_a_wrong_figure_is_replaced_by_a_chip_in_one_press(home, opened):
    office, card = written(home, "987,6%")
    word = "wzrost" if card.change.delta > 0 else "spadek"
    office, card = written(home, f"To {word} o 987,6%.")
    (claim,) = card.claims
    assert claim.standing is Standing.WRONG
    assert "wrong_figure" in card.missing
    at = opened("comments.py")
    at.button(key=f"{card.key}:cause:claim:0").click().run()
    assert not at.exception
    mended = drop_of(office)
    assert mended.comment.cause == f"To {word} o {{{{{card.metric}.percent}}}}."
    assert [one.standing for one in mended.claims] == [Standing.OK]
    assert "wrong_figure" not in mended.missing


def test_a_figure_from_elsewhere_gets_its_source_and_day(home, opened):
    office, card = written(home, "Na rynku średnio 123,4%.")
    assert "unsourced_figure" in card.missing
    at = opened("comments.py")
    place = f"{card.key}:cause:claim:0"
    at.text_input(key=f"{place}:who").set_value("Raport branżowy")
    at.date_input(key=f"{place}:day").set_value(date(2026, 9, 30))
    at.button(key=f"{place}:add").click().run()
    assert not at.exception
    assert drop_of(office).comment.cause == "Na rynku średnio 123,4% {{source: Raport branżowy, 2026-09-30}}."
    assert [one.standing for one in drop_of(office).claims] == [Standing.SOURCED]


def test_slides_show_the_figure_and_the_store_keeps_the_chip(home):
    office, card = written(home, "Zmiana: {chip}, stąd ten komentarz.")
    assert "{{" in card.comment.cause
    slides = preview(office, local_actor(), CLIENT.id, OCTOBER).slides
    words = repr(slides)
    assert "stąd ten komentarz" in words
    assert "{{" not in words


def test_a_step_that_is_too_long_is_taken_over_without_half_a_chip(home, opened):
    office = open_house(home)
    card = drop_of(office)
    solution = "x" * 190 + f" {{{{{card.metric}.now}}}}"
    words = replace(comment_of(card), solution=solution, owner="Specialist", due=date(2026, 11, 20))
    save_comment(office, local_actor(), CLIENT.id, words)
    at = opened("comments.py")
    at.button(key=f"plan-take-{card.key}").click().run()
    assert not at.exception
    (step,) = month_report(office, local_actor(), CLIENT.id, OCTOBER).plan
    assert step.what.startswith("x" * 190)
    assert "{{" not in step.what
