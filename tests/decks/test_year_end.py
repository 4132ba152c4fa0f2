"""The last quarter's meeting has one deck: the quarter in a few messages, then the annual deck."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from tests.services.writing import LEAD, SPECIALIST
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.log import DeckKind
from tiger_reports.model.record import Record
from tiger_reports.model.year_plan import Sketch, SketchState
from tiger_reports.services import records
from tiger_reports.services.clients import get_client
from tiger_reports.services.delivery import tiger_decks
from tiger_reports.services.delivery.verifying import verify_deck
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import asked_year
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES

FOURTH = Asked(DeckKind.QUARTER, 1, 4)


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("ends") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


def whole(house: Office, language: str, *, appendix: bool = False, most: int = tiger_decks.MAIN_SLIDES):
    prague = get_client(house, LEAD, "prague")
    report = told(house, LEAD, prague, FOURTH, language)
    return tiger_decks.deck_of(report, language, draft=False, appendix=appendix, most=most)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_joined_file_is_clean_and_no_slide_stands_twice(house, language):
    deck = whole(house, language, appendix=True)
    assert deck_faults(render(deck, get_client(house, LEAD, "prague").brand)) == ()
    keys = [slide.key for slide in deck.slides]
    assert len(keys) == len(set(keys))
    assert len({(slide.title, slide.kicker) for slide in deck.slides}) == len(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_cover_then_the_quarter_then_the_year(house, language):
    deck = whole(house, language)
    assert [any(isinstance(e, Cover) for e in slide.exhibits) for slide in deck.slides].count(True) == 1
    (cover,) = deck.slides[0].exhibits
    assert len(cover.lines) == len(set(cover.lines))
    sections = list(dict.fromkeys(slide.section for slide in deck.slides))
    quarter, year = (slide.kicker for slide in (deck.slides[1], deck.slides[-1]))
    assert len(sections) == 2
    assert quarter.startswith(sections[0])
    assert year.startswith(sections[1])
    assert cover.lines[0].startswith(sections[0])
    assert cover.lines[1].startswith(sections[1])


def test_the_quarter_is_told_in_five_messages_and_the_year_in_its_main_part(house):
    keys = [slide.key for slide in whole(house, "en").slides]
    own = [key for key in keys if not key.startswith("year_")]
    assert own[:3] == ["cover", "summary", "main_result"]
    assert len(own) <= 6
    assert [key.removeprefix("year_") for key in keys if key not in own] == [
        "summary", "before_now", "main_result", "successes", "lessons", "offers", "timeline",
    ]  # fmt: skip
    assert (
        len([key for key in (slide.key for slide in whole(house, "en", most=5).slides) if key not in own])
        == 4
    )


def test_the_rest_is_one_appendix_at_the_end(house):
    deck = whole(house, "en", appendix=True)
    sections = list(dict.fromkeys(slide.section for slide in deck.slides))
    assert sections == ["Quarter IV of the cooperation", "Tiger Year 1", "Appendix"]
    assert {"year_kpis", "year_sources"} <= {s.key for s in deck.slides if s.section == "Appendix"}


def test_cards_lead_to_the_slides_of_their_own_part(house):
    for appendix in (False, True):
        deck = whole(house, "en", appendix=appendix)
        keys = {slide.key for slide in deck.slides}
        for slide in deck.slides:
            for cards in (one for one in slide.exhibits if isinstance(one, Scorecards)):
                ways = {card.links_to for card in cards.cards} - {""}
                assert ways <= keys
                assert all(way.startswith("year_") == slide.key.startswith("year_") for way in ways)


def test_every_slide_has_its_speaker_notes_and_a_source_line(house):
    deck = whole(house, "cs", appendix=True)
    assert all(slide.notes for slide in deck.slides)
    assert all(slide.source for slide in deck.slides[1:])
    made = Presentation(BytesIO(render(deck, get_client(house, LEAD, "prague").brand)))
    assert all(slide.has_notes_slide for slide in made.slides)


def test_the_annual_deck_alone_stays(house):
    made = tiger_decks.export(house, SPECIALIST, "prague", asked_year(1), draft=True)
    assert len(Presentation(BytesIO(made.data)).slides) == 8


def test_what_the_year_lacks_holds_the_clients_file_back_but_never_a_draft(home, reader):
    house = replace(open_office(Settings(home=home)), reader=reader)
    known = records.one(house, LEAD, "prague", "1", Sketch())
    records.save(house, LEAD, "prague", Record("1", Sketch(SketchState.REQUESTED), rev=known.rev))
    with pytest.raises(RefusedError) as refused:
        tiger_decks.export(house, LEAD, "prague", FOURTH)
    codes = [item.code for item in refused.value.open_items]
    assert "sketch_unsettled" in codes
    assert len(set(refused.value.open_items)) == len(codes)
    assert {item.code for item in tiger_decks.open_items(house, LEAD, "prague", FOURTH)} == set(codes)
    made = tiger_decks.export(house, SPECIALIST, "prague", FOURTH, draft=True)
    assert "výroční" in made.name
    found = verify_deck(house, LEAD, made.data)
    assert (found.ok, found.faults) == (True, ())


def test_other_quarters_stay_what_they_are(house):
    third = told(house, LEAD, get_client(house, LEAD, "prague"), Asked(DeckKind.QUARTER, 1, 3))
    assert third.year is None
    assert not [s for s in tiger_decks.deck_of(third, "en", draft=False).slides if s.key.startswith("year_")]
