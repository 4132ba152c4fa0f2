from __future__ import annotations

from dataclasses import replace

from tests.decks.reports import whole_report
from tiger_reports.cli.month_form import card_document
from tiger_reports.commentary.checked import with_figures_checked
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.sentence import Voice


def test_a_card_shows_its_words_as_typed_and_as_told():
    report = whole_report("pl")
    card = report.cards[0]
    words = replace(card.comment, cause="Wzrost o {{conversions.percent}}, do 1805 konwersji.")
    report = replace(report, cards=(replace(card, comment=words),))
    (checked,) = with_figures_checked(report, FactTable(report), "en", "pl").cards
    document = card_document(checked, Voice("pl", "PLN"))
    comment, told, figures = document["comment"], document["told"], document["figures"]
    assert comment["cause"] == "Wzrost o {{conversions.percent}}, do 1805 konwersji."
    assert told["cause"] == "Wzrost o 7,7%, do 1805 konwersji."
    assert [(one["text"], one["standing"]) for one in figures if one["field"] == "cause"] == [
        ("7,7%", "ok"),
        ("1805", "wrong"),
    ]
