"""The monthly decks of the demo agency, from its own files to the finished presentations."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST, finish, stage
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.model.exhibits.columns import ColumnChart
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.report import MonthReport
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.services.importing import intake
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import open_office
from tiger_reports.services.reading import Reader
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES

from .seen import numbers
from .test_sdk_validator import validate, validator  # noqa: F401  (a fixture)

CLIENTS = ("warsaw", "prague", "berlin")
INBOX = (
    "inbox/meta_campaigns-by-day_2026-10_en_synthetic.csv",
    "inbox/google_campaigns-by-day_2026-10_en-GB_synthetic_corrected.csv",
)
Reports = Mapping[tuple[str, str], MonthReport]


@pytest.fixture(scope="module")
def reports(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """October of every client in every language, explained and approved."""
    home = tmp_path_factory.mktemp("decks") / "home"
    shutil.copytree(demo_home, home)
    office = replace(open_office(Settings(home=home)), reader=reader)
    for path in INBOX:
        intake.accept(office, SPECIALIST, "prague", stage(office, "prague", path).upload.id)
    for client in CLIENTS:
        finish(office, client)
    return {
        (client, language): month_report(office, LEAD, client, OCTOBER, language)
        for client in CLIENTS
        for language in LANGUAGES
    }


def deck_of(reports: Reports, client: str, language: str) -> Deck:
    return monthly_deck(reports[client, language], language, draft=False)


def slide_of(deck: Deck, key: str) -> Slide:
    return next(slide for slide in deck.slides if slide.key == key)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_finished_file_is_clean_and_no_text_leaves_its_box(reports, client, language):
    data = render(deck_of(reports, client, language), reports[client, language].client.brand)
    assert deck_faults(data) == ()


@pytest.mark.slow
@pytest.mark.parametrize("client", CLIENTS)
def test_the_schema_has_nothing_to_say(reports, client, validator, tmp_path):  # noqa: F811
    for language in {reports[client, "en"].client.language, "ru"}:
        data = render(deck_of(reports, client, language), reports[client, language].client.brand)
        assert validate(validator, data, tmp_path)["errors"] == [], language


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_take_two_lines_and_hold_no_number_of_their_own(reports, client, language):
    report = reports[client, language]
    for slide in deck_of(reports, client, language).slides[1:]:
        assert len(wrap(slide.title, 12.333, Type(26.0, bold=True))) <= 2, slide.title
        noted = {number for shown in slide.shown for number in numbers(shown.text)}
        named = {number for part in report.campaigns for number in numbers(part.name)}  # B2B
        assert numbers(slide.title) <= noted | named | {"2025", "2026"}, slide.title


@pytest.mark.parametrize("client", CLIENTS)
def test_the_table_has_one_slide_and_no_figure_twice(reports, client):
    deck = deck_of(reports, client, "en")
    assert [slide.key for slide in deck.slides if slide.key.startswith("kpis")] == ["kpis"]
    names = [
        row[0].text for row in next(e for e in slide_of(deck, "kpis").exhibits if isinstance(e, Table)).rows
    ]
    assert len(names) <= 12
    assert not [name for name in names if "link c" in name.casefold() or "purchase" in name.casefold()]


def test_the_first_cards_are_the_result_and_what_it_costs(reports):
    cards = next(
        e for e in slide_of(deck_of(reports, "warsaw", "pl"), "summary").exhibits if isinstance(e, Scorecards)
    )
    assert [card.metric for card in cards.cards] == [
        "conversions", "cpa", "roas", "spend", "impressions", "clicks", "ctr", "cpc",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "* March 2026: data for 15 of 31 days."),
        ("pl", "* marzec 2026: dane z 15 z 31 dni."),
        ("cs", "* březen 2026: data za 15 z 31 dnů."),
        ("ru", "* март 2026: данные за 15 из 31 дня."),
    ],
)
def test_a_month_that_began_in_its_middle_is_marked_and_is_no_low(reports, language, note):
    slide = slide_of(deck_of(reports, "warsaw", language), "main_result")
    chart = next(e for e in slide.exhibits if isinstance(e, ColumnChart))
    starred = [at for at, name in enumerate(chart.categories) if name.endswith("*")]
    assert chart.series[0].partial == tuple(starred) == (5,)
    assert note in slide.source.replace("\u00a0", " ")
    cost = slide_of(deck_of(reports, "warsaw", language), "cost")
    line = next(chart for chart in cost.exhibits[0].charts if chart.as_line)
    assert line.series[0].labels[5] == ""
    assert note not in slide_of(deck_of(reports, "warsaw", language), "kpis").source.replace("\u00a0", " ")


@pytest.mark.parametrize("client", CLIENTS)
def test_every_drop_has_both_comparisons_its_words_and_what_the_data_show(reports, client):
    deck = deck_of(reports, client, "en")
    cards = [
        card
        for slide in deck.slides
        if slide.key.startswith("drops")
        for story in slide.exhibits
        if isinstance(story, StoryCards)
        for card in story.cards
    ]
    assert len(cards) == sum(card.duty.value == "explain_drop" for card in reports[client, "en"].cards)
    for card in cards:
        assert [delta.versus for delta in card.deltas] == ["vs\u00a0September", "vs\u00a0October\u00a02025"]
        assert card.evidence.startswith("Data show: ")
        cause, solution, effect = (paragraph.text for paragraph in card.paragraphs)
        assert "Agreed with the client" in cause
        assert solution == "Two new creatives and a cap on frequency."
        assert effect == "Owner: Demo Specialist, by\u00a020\u00a0Nov\u00a02026"


def test_a_channel_that_began_this_month_says_so(reports):
    bars = slide_of(deck_of(reports, "berlin", "en"), "channels").exhibits[0]
    assert [name for name in bars.categories if name.endswith(" (new)")] == ["TikTok Ads (new)"]


def test_the_cover_names_a_person_and_no_address(reports):
    lines = slide_of(deck_of(reports, "prague", "cs"), "cover").exhibits[0].lines
    assert "Připravil(a): Demo Specialist" in lines
    assert "@" not in " ".join(lines)


def test_a_card_counts_the_channels_that_do_not_measure_its_figure(reports):
    summary = slide_of(deck_of(reports, "berlin", "en"), "summary")
    badges = {card.metric: card.badge for card in next(iter(summary.exhibits)).cards}
    assert badges["leads"] == "without 3 channels"
    assert badges["spend"] == ""
