"""Titles are sentences: the verb agrees, the name is short, nothing breaks at a wrong place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tiger_reports.decks.layout.font import face
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import brief, headline
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.change import Coverage, Verdict
from tiger_reports.model.exhibits.columns import ColumnChart
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.text import LANGUAGES, has, phrase

from .reports import whole_report

CONVERSIONS = {
    "en": "Conversions rose 7.7% vs September to 1,508 (+26.4% YoY)",
    "pl": "Konwersje wzrosły o 7,7% w por. z wrześniem, do 1 508 (+26,4% r/r)",
    "cs": "Konverze vzrostly oproti září o 7,7 % na 1 508 (meziročně +26,4 %)",
    "ru": "Конверсии выросли на 7,7 % по ср. с сентябрём, до 1 508 (+26,4 % г/г)",
}
COST = {
    "en": "CPA fell 12.4% to PLN 38.49",
    "pl": "CPA spadł o 12,4%, do 38,49 zł",
    "cs": "CPA klesla o 12,4 % na 38,49 zł",
    "ru": "CPA снизился на 12,4 %, до 38,49 zł",
}


def page(language: str) -> Page:
    return Page(Telling(whole_report(language), language, draft=False), "summary", "summary")


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verb_agrees_with_the_name(language):
    one = page(language)
    report = one.telling.report
    assert spaced(headline(one, report.figure("conversions"))) == CONVERSIONS[language]
    assert spaced(brief(one, report.figure("cpa"))) == COST[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("metric", metrics())
def test_every_metric_has_a_form_of_the_verb(metric, language):
    form = phrase(f"decks.agreement.{metric}", language)
    assert form == "none" or has(f"decks.verb.{form}.up", language)


@pytest.mark.parametrize(
    ("metric", "language", "name"),
    [
        ("cpa", "pl", "CPA"),
        ("clicks", "pl", "Kliknięcia"),
        ("conversion_value", "pl", "Wartość konwersji"),
        ("pno", "cs", "PNO"),
        ("pno", "ru", "ДРР"),
    ],
)
def test_a_title_takes_the_abbreviation_that_the_name_gives(metric, language, name):
    assert words.title_name(metric, language) == name


def test_a_name_inside_a_sentence_is_small_unless_it_is_an_abbreviation():
    assert [words.within(name) for name in ("Koszt zakupu", "CPA", "ДРР")] == ["koszt zakupu", "CPA", "ДРР"]


@pytest.mark.parametrize("bold", [False, True])
def test_a_space_that_does_not_break_is_as_wide_as_one_that_does(bold):
    for family in ("Calibri", "Arial"):
        one = face(family, bold=bold)
        assert one.width("1\u00a0508", 26) == pytest.approx(one.width("1 508", 26))


def test_a_partial_month_is_no_lowest_value_and_no_rank():
    report = whole_report()
    covered = tuple(Coverage(month.days, month.days) for month in report.months)
    partial = replace(report, coverages=(*covered[:4], Coverage(15, 31), *covered[5:]))
    chart = next(
        exhibit
        for slide in monthly_deck(partial, "en", draft=False).slides
        if slide.key == "main_result"
        for exhibit in slide.exhibits
        if isinstance(exhibit, ColumnChart)
    )
    assert chart.categories[4] == "Feb 26*"
    assert chart.series[0].partial == (4,)


def test_stories_spread_evenly_over_their_slides():
    words_ = "Six new pictures for the campaign and a cap on frequency. " * 4
    paragraphs = tuple(Paragraph(words_, lead) for lead in ("Cause", "Solution", "Expected effect"))
    card = StoryCard("Conversions", "1 → 2", paragraphs, Verdict.WORSE)
    cards = tuple(replace(card, heading=f"Conversions {n}") for n in range(6))
    portions = pages(StoryCards(cards, as_rows=True), WIDE.body, "Calibri")
    sizes = [len(portion.cards) for portion in portions]
    assert sum(sizes) == 6
    assert max(sizes) - min(sizes) <= 1
