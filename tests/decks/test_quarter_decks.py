"""The quarter's deck of the demo agency: named by its cooperation, clean, and left out where nothing is said."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from tests.services.writing import LEAD, SPECIALIST
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.decks.quarter.telling import TigerTelling
from tiger_reports.model.log import DeckKind
from tiger_reports.model.slide import ColumnChart, StoryCards, Table
from tiger_reports.model.tiger_report import ActivityEffect, Problem, Promise, Proposal, TigerReport
from tiger_reports.services import tiger_decks
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_figures import quarter_report
from tiger_reports.services.tiger_measuring import Asked
from tiger_reports.services.verifying import verify_deck
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES
from tiger_reports.text.periods import stretch_name

from .seen import numbers

QUARTERS = (("warsaw", 2, 1), ("warsaw", 3, 1), ("prague", 1, 2), ("berlin", 1, 1))
SECOND = Asked(DeckKind.QUARTER, 1, 2)
AGENDA = ("promises", "problems", "activities", "proposals", "questions", "decisions", "plans", "goals")


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("quarters") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


@pytest.fixture(scope="module")
def reports(house: Office) -> dict[tuple[str, int, int], TigerReport]:
    return {asked: quarter_report(house, LEAD, *asked) for asked in QUARTERS}


def without_names(title: str, report: TigerReport, language: str) -> str:
    """A title without the names of periods and of campaigns in quotes: numbers in those are no figures."""
    telling = TigerTelling(report, language, draft=False)
    names = [telling.versus_previous, telling.versus_year, *(telling.month(month) for month in report.months)]
    plain = re.sub("[“„«].*?[”“»]", "", title.replace("\u00a0", " "))
    for name in sorted((name.replace("\u00a0", " ") for name in names), key=len, reverse=True):
        plain = re.sub(re.escape(name), "", plain, flags=re.IGNORECASE)
    return plain


def slide_of(deck, key):
    return next(slide for slide in deck.slides if slide.key == key)


@pytest.mark.parametrize("asked", QUARTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_finished_file_is_clean_and_no_text_leaves_its_box(reports, asked, language):
    report = reports[asked]
    assert deck_faults(render(quarter_deck(report, language, draft=False), report.client.brand)) == ()


@pytest.mark.parametrize("asked", QUARTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_names_the_quarter_with_its_dates_and_none_a_bare_calendar_quarter(
    reports, asked, language
):
    deck = quarter_deck(reports[asked], language, draft=False)
    for slide in deck.slides:
        assert stretch_name(reports[asked].now, language) in slide.kicker
        assert not re.search(r"\bQ[1-4]\b", f"{slide.title} {slide.kicker} {slide.source}")
    first = str(reports[asked].period.start.year)
    assert first in deck.slides[0].title
    assert first in deck.title
    assert first in deck.footer


@pytest.mark.parametrize("asked", QUARTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_take_two_lines_and_hold_no_number_of_their_own(reports, asked, language):
    for slide in quarter_deck(reports[asked], language, draft=False).slides[1:]:
        assert len(wrap(slide.title, 12.333, Type(26.0, bold=True))) <= 2, slide.title
        noted = {n for shown in slide.shown for n in numbers(shown.text.replace("\u00a0", " "))}
        title = without_names(slide.title, reports[asked], language)
        assert numbers(title) <= noted | {"2025", "2026"}, slide.title


def test_the_months_stand_under_their_quarters(reports):
    chart = next(
        one
        for one in slide_of(quarter_deck(reports["warsaw", 2, 1], "pl", draft=False), "main_result").exhibits
        if isinstance(one, ColumnChart)
    )
    assert chart.groups == (
        (9, "Przed rozpoczęciem współpracy"),
        (3, "I kwartał współpracy"),
        (3, "II kwartał współpracy"),
    )
    assert sum(count for count, _ in chart.groups) == len(chart.categories) == 15


def test_the_second_year_shows_the_year_before_and_the_time_before_the_cooperation(reports):
    table = slide_of(quarter_deck(reports["prague", 1, 2], "en", draft=False), "kpis").exhibits[0]
    heads = [column.header for column in table.columns]
    assert heads.count("Change") == 3
    assert "Quarter I of the cooperation, 1 of 3 months compared" in heads
    assert "Before the cooperation, 1 of 3 months compared" in heads


@pytest.mark.parametrize("asked", QUARTERS)
def test_an_agenda_that_nobody_wrote_leaves_no_empty_slide(reports, asked):
    keys = {slide.key for slide in quarter_deck(reports[asked], "en", draft=False).slides}
    assert keys.isdisjoint(AGENDA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_somebody_wrote_for_the_agenda_stands_on_its_own_slides(reports, language):
    target = tuple(
        replace(f, target=1000.0) for f in reports["warsaw", 2, 1].figures if f.metric == "conversions"
    )
    written = replace(
        reports["warsaw", 2, 1],
        figures=(*target, *(f for f in reports["warsaw", 2, 1].figures if f.metric != "conversions")),
        promises=(
            Promise("Cap on frequency", "Demo Specialist", date(2026, 8, 1), kept=True, outcome="Done"),
        ),
        problems=(Problem("No tracking of sales", "solved", "Server-side events"), Problem("Few creatives")),
        activities=(
            ActivityEffect("Contest", "conversions", 100, 140, 110, "no_effect", "Inside the noise"),
        ),
        proposals=(Proposal("Contest", "Photos of products", "Reach", 5000.0, "Four weeks", "No reach"),),
        questions=("Which markets come next?",),
        decisions=("Start of the contest",),
    )
    deck = quarter_deck(written, language, draft=False)
    keys = {slide.key for slide in deck.slides}
    assert keys >= set(AGENDA) - {"plans"}
    assert deck_faults(render(deck, written.client.brand)) == ()
    goal = slide_of(deck, "goals").exhibits[0]
    assert isinstance(goal, Table)
    assert [len(goal.rows), goal.rows[0][3].text.replace("\u00a0", "")] == [1, "440%"]


def test_a_months_words_stand_with_the_month_and_its_own_change(reports):
    deck = quarter_deck(reports["warsaw", 2, 1], "pl", draft=False)
    cards = [card for e in slide_of(deck, "rises").exhibits if isinstance(e, StoryCards) for card in e.cards]
    conversions = next(card for card in cards if card.heading == "Konwersje")
    assert re.fullmatch(r"wrzesień.2026 \(−\d+,\d%\):", conversions.paragraphs[0].lead)


def test_a_quarter_whose_months_are_not_approved_is_refused_and_named(house):
    with pytest.raises(RefusedError) as refused:
        tiger_decks.export(house, SPECIALIST, "warsaw", SECOND)
    left = {item.subject for item in refused.value.open_items if item.code == "month_not_approved"}
    assert left == {"2026-06", "2026-07", "2026-08"}


def test_a_kept_draft_is_named_by_its_quarter_and_verified_even_after_the_start_moved(house):
    made = tiger_decks.export(house, SPECIALIST, "warsaw", SECOND, draft=True)
    assert made.name.startswith(
        "2026-06-17_2026-09-16 Przykładowy Sklep Warszawa, raport kwartalny, II kwartał"
    )
    assert len(Presentation(BytesIO(made.data)).slides) > 10
    found = verify_deck(house, LEAD, made.data)
    assert (found.ok, found.month) == (True, "2026-06-17/2026-09-16")
    client = get_client(house, LEAD, "warsaw")
    save_client(house, LEAD, replace(client, start=date(2026, 4, 1)))
    assert verify_deck(house, LEAD, made.data).ok
