from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.decks.reports import whole_report
from tiger_reports.commentary.checked import UNSOURCED, WRONG, with_figures_checked
from tiger_reports.commentary.claims.figures_in_text import claims
from tiger_reports.commentary.claims.subject import About
from tiger_reports.commentary.figures.chips import source_token, token, told
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.offered import offered
from tiger_reports.commentary.gate import open_items
from tiger_reports.model.card import CardState
from tiger_reports.model.change import Scope
from tiger_reports.model.claim import Fault, Standing
from tiger_reports.model.period import month
from tiger_reports.text.catalogue import LANGUAGES

REPORT = whole_report("pl")
TABLE = FactTable(REPORT)


def checked(report):
    return with_figures_checked(report, FactTable(report), "pl", "pl")


def said(field, text):
    card = REPORT.cards[0]
    return replace(REPORT, cards=(replace(card, comment=replace(card.comment, **{field: text})),))


@pytest.mark.parametrize(
    ("language", "expected"),
    [("pl", "38,49 zł"), ("cs", "38,49 zł"), ("en", "PLN 38.49"), ("ru", "38,49 zł")],
)
def test_a_chip_is_written_in_the_language_of_the_deck(language, expected):
    assert told("{{cpa.now}}", TABLE, language).text.replace("\u00a0", " ") == expected


def test_a_change_has_its_sign_unless_a_word_tells_it():
    assert told("CPA: {{cpa.percent}}", TABLE, "pl").text == "CPA: −12,4%"
    assert told("CPA spadło o {{cpa.percent}}", TABLE, "pl").text == "CPA spadło o 12,4%"


def test_every_fact_is_found_again_by_its_chip():
    for scope in TABLE.scopes():
        for fact in TABLE.facts(scope):
            assert TABLE.find(fact.chip) is not None, fact.chip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_that_is_offered_passes_the_check(language):
    for card in REPORT.cards:
        for fact in offered(card, TABLE):
            found = claims(
                token(fact.chip), TABLE, language, About(card.metric, card.scope, (month(2026, 9),))
            )
            assert not any(claim.blocks for claim in found), fact.chip


def test_a_chip_follows_the_data_and_a_typed_number_does_not():
    figure = REPORT.figure("cpa")
    change = replace(figure.previous, after=replace(figure.value, amount=50.0), delta=6.05, relative=0.1376)
    moved = replace(figure, value=replace(figure.value, amount=50.0), previous=change)
    restated = FactTable(replace(REPORT, figures=tuple(moved if f is figure else f for f in REPORT.figures)))
    about = About("cpa", Scope(), (month(2026, 9),))
    assert "50,00" in told("{{cpa.now}}", restated, "pl").text
    assert [c.standing for c in claims("CPA: {{cpa.now}}", restated, "pl", about)] == [Standing.OK]
    assert [c.standing for c in claims("CPA: 38,49 zł", restated, "pl", about)] == [Standing.WRONG]
    (turned,) = claims("CPA spadło o {{cpa.percent}}", restated, "pl", about)
    assert (turned.standing, turned.fault) == (Standing.WRONG, Fault.SIGN)


def test_a_chip_that_names_nothing_stays_and_blocks():
    words = told("{{cpa.never}}", TABLE, "pl")
    assert words.text == "{{cpa.never}}"
    (found,) = claims("{{cpa.never}}", TABLE, "pl", About("cpa"))
    assert (found.standing, found.fault) == (Standing.WRONG, Fault.CHIP)


def test_a_source_is_printed_with_its_day():
    text = f"1,35% {source_token('IAB {Polska}', date(2026, 9, 30))}"
    assert told(text, TABLE, "pl").text == "1,35% (IAB Polska, 30.09.2026)"


def test_places_lead_back_to_the_stored_text():
    text = "a {{cpa.now}} b {{cpa.before}} c"
    words = told(text, TABLE, "pl")
    assert text[words.stored(words.text.index("b"))] == "b"
    assert text[words.stored(words.text.index("c", 3))] == "c"


def test_the_deck_reads_what_is_told_and_the_store_keeps_what_was_typed():
    report = checked(said("cause", "Wzrost o {{conversions.percent}}."))
    (card,) = report.cards
    assert card.told.cause == "Wzrost o 7,7%."
    assert card.comment.cause == "Wzrost o {{conversions.percent}}."


@pytest.mark.parametrize(
    ("text", "asked"), [("Konwersje: 1805.", WRONG), ("Na rynku średnio 2000 konwersji.", UNSOURCED)]
)
def test_a_card_is_not_done_while_a_figure_in_it_is_not(text, asked):
    report = checked(said("cause", text))
    (card,) = report.cards
    assert asked in card.missing
    assert card.state is CardState.DRAFTED
    assert f"card_{asked}" in {item.code for item in open_items(report)}


def test_an_internal_comment_holds_up_no_deck():
    report = said("cause", "Konwersje: 1805.")
    card = report.cards[0]
    inner = replace(card, comment=replace(card.comment, internal=True))
    codes = {item.code for item in open_items(checked(replace(report, cards=(inner,))))}
    assert f"card_{WRONG}" not in codes


def test_sentences_of_key_figures_and_the_plan_are_held_to_the_same():
    key = replace(REPORT.key_figures[0], sentence="Konwersji było 1805.")
    step = replace(REPORT.plan[0], what="We wrześniu było 1805 konwersji, a {{cpa.now}} to CPA.")
    report = checked(replace(REPORT, key_figures=(key,), plan=(step,)))
    codes = {item.code for item in open_items(report)}
    assert {"key_figure_wrong_figure", "plan_wrong_figure"} <= codes
    assert "38,49" in report.plan[0].what
