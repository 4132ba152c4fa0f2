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
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.exhibits.columns import ColumnChart
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.log import DeckKind
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.delivery import tiger_decks
from tiger_reports.services.delivery.verifying import verify_deck
from tiger_reports.services.months import campaign_log
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import quarter_report
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.periods import quarter_name, stretch_name

from .posts import october_posts
from .seen import numbers

WHOLE_YEAR = tuple(("prague", number, 1) for number in (1, 2, 3, 4))
QUARTERS = (
    ("warsaw", 2, 1),
    ("warsaw", 3, 1),
    ("prague", 1, 2),
    ("berlin", 1, 1),
    ("berlin", 2, 1),
    *WHOLE_YEAR,
)
SECOND = Asked(DeckKind.QUARTER, 1, 2)
AGENDA = (
    "promises", "onboarding", "problems", "audience", "achieved", "activity", "returns", "control",
    "proposals", "new_channels", "matrix", "choice", "questions", "decisions", "timeline",
)  # fmt: skip


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("quarters") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


@pytest.fixture(scope="module")
def reports(house: Office) -> dict[tuple[str, int, int], TigerReport]:
    return {
        (client, number, year): told_report(
            house, LEAD, get_client(house, LEAD, client), Asked(DeckKind.QUARTER, year, number)
        )
        for client, number, year in QUARTERS
    }


DAY = re.compile(r"\d{1,2} \w{3} \d{4}|\d{1,2}\. ?\d{1,2}\. ?\d{4}")


def without_names(title: str, report: TigerReport, language: str) -> str:
    """A title without names of periods, days, campaigns and age groups: numbers in those are no figures."""
    telling = TigerTelling(report, language, draft=False)
    names = [telling.versus_previous, telling.versus_year, *(telling.month(month) for month in report.months)]
    names += [quarter_name(1, number, language) for number in (1, 2, 3, 4)]
    names += [one.group.name for one in report.audience if one.dimension == "age"]
    plain = DAY.sub("", re.sub("[“„«].*?[”“»]", "", title.replace("\u00a0", " ")))
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


@pytest.mark.parametrize("asked", [("warsaw", 2, 1), ("prague", 1, 2), ("berlin", 1, 1)])
def test_an_agenda_that_nobody_wrote_leaves_no_empty_slide(house, asked):
    keys = {
        slide.key for slide in quarter_deck(quarter_report(house, LEAD, *asked), "en", draft=False).slides
    }
    assert keys.isdisjoint(AGENDA)


@pytest.mark.parametrize(
    ("asked", "own", "foreign"),
    [
        (("prague", 1, 1), {"problems", "achieved", "decisions", "goals"}, {"proposals", "questions"}),
        (
            ("prague", 2, 1),
            {"proposals", "choice", "achieved", "decisions"},
            {"problems", "questions", "new_channels"},
        ),
        (
            ("prague", 3, 1),
            {"activity", "activity-2", "questions", "new_channels"},
            {"problems", "proposals"},
        ),
        (("warsaw", 3, 1), {"activity", "questions", "new_channels", "promises"}, {"problems", "proposals"}),
        (("prague", 1, 2), {"promises"}, {"problems", "activity", "achieved"}),
    ],
)
def test_every_meeting_tells_its_own_agenda_and_no_other(reports, asked, own, foreign):
    slides = [slide.key for slide in quarter_deck(reports[asked], "en", draft=False).slides]
    assert len(slides) == len(set(slides))
    assert own <= set(slides)
    assert foreign.isdisjoint(slides)


def test_the_last_quarter_is_told_in_five_slides_at_most(reports):
    keys = [slide.key for slide in quarter_deck(reports["prague", 4, 1], "cs", draft=False).slides]
    assert keys[:3] == ["cover", "summary", "main_result"]
    assert len(keys) <= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_activity_that_moved_something_and_the_one_that_did_not_are_told_alike(reports, language):
    deck = quarter_deck(reports["prague", 3, 1], language, draft=False)
    moved, still = slide_of(deck, "activity"), slide_of(deck, "activity-2")
    effects = {one.id: one.effect for one in reports["prague", 3, 1].meeting.activities}
    assert moved.title.startswith("Ranní rituál: ")
    assert phrase("effect.no_effect", language) in still.title
    for slide, effect in ((moved, effects["prague-morning"]), (still, effects["prague-contest"])):
        (chart,) = slide.exhibits
        windows = (effect.before, effect.during, effect.after, effect.later)
        assert chart.series[0].values == tuple(window.mean for window in windows)
        shown = {one.kind: one.value for one in slide.shown}
        assert (shown["effect_low"], shown["effect_high"]) == (effect.low, effect.high)


def test_a_problem_keeps_its_way_and_a_mockup_stands_on_its_card(reports):
    table = slide_of(quarter_deck(reports["prague", 1, 1], "en", draft=False), "problems").exhibits[0]
    basket = next(row for row in table.rows if "košíku" in row[0].text)
    assert [line.partition("– ")[2] for line in basket[2].text.split("\n")] == [
        "open",
        "being worked on",
    ]
    data = render(
        quarter_deck(reports["prague", 2, 1], "en", draft=False), reports["prague", 2, 1].client.brand
    )
    slide = next(
        s
        for s in Presentation(BytesIO(data)).slides
        if any(x.name == "proposals.picture 1" for x in s.shapes)
    )
    assert [x.image.content_type for x in slide.shapes if x.name.startswith("proposals.picture")] == [
        "image/jpeg"
    ] * 2


def test_goals_are_bars_against_their_targets(reports):
    report = reports["prague", 1, 1]
    (bars,) = slide_of(quarter_deck(report, "en", draft=False), "goals").exhibits
    assert isinstance(bars, VarianceBars)
    assert bars.panels[0].reference == 100
    share = report.figure("conversions").value.amount / (3 * 1150)
    assert bars.panels[0].series[0].values[0] == pytest.approx(100 * share)


def test_the_line_of_the_target_stays_on_the_slide_and_leaves_room_for_labels(reports):
    report = reports["prague", 1, 1]
    first, second = report.paces
    far = replace(report, paces=(replace(first, result=300.0), replace(second, result=20.0)))
    assert deck_faults(render(quarter_deck(far, "en", draft=False), report.client.brand)) == ()
    dashes = [
        len([one for one in slide.shapes if one.name.startswith("goals.reached reference")])
        for told in (far, report)
        for slide in Presentation(
            BytesIO(render(quarter_deck(told, "en", draft=False), report.client.brand))
        ).slides
    ]
    drawn = [count for count in dashes if count]
    assert drawn[0] == 24
    assert 0 < drawn[1] < 24  # a result of 100% has its label where the line would be


def test_what_the_campaign_log_says_stands_beside_the_effect(home, reader):
    house = replace(open_office(Settings(home=home)), reader=reader)
    done = LogEntry("", date(2026, 3, 18), Action.BUDGET, "Budget raised by half", channel="meta-ads")
    campaign_log.add(house, SPECIALIST, "prague", done)
    told = told_report(house, LEAD, get_client(house, LEAD, "prague"), Asked(DeckKind.QUARTER, 1, 3))
    comment = slide_of(quarter_deck(told, "en", draft=False), "activity").comment
    beside = next(one.text for one in comment if one.lead == "What else happened:")
    assert beside.replace("\u00a0", " ") == "18 Mar 2026: campaign log (Budget raised by half)"


def test_kept_promises_are_those_that_the_months_made(reports):
    slide = slide_of(quarter_deck(reports["warsaw", 3, 1], "en", draft=False), "promises")
    assert slide.title == "Promises kept: 2 of 4; as expected: 0 of 2"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_speaker_reads_what_the_meeting_is_about(reports, number):
    notes = quarter_deck(reports["prague", number, 1], "cs", draft=False).slides[0].notes
    assert phrase(f"agenda.lead_{number}", "cs") in notes


def test_a_months_words_stand_with_the_month_and_its_own_change(reports):
    deck = quarter_deck(reports["warsaw", 2, 1], "pl", draft=False)
    cards = [card for e in slide_of(deck, "rises").exhibits if isinstance(e, StoryCards) for card in e.cards]
    conversions = next(card for card in cards if card.heading == "Konwersje")
    leads = [paragraph.lead for paragraph in conversions.paragraphs]
    assert re.fullmatch(r"sierpień.2026 \(\+\d+,\d%\):", leads[0])


def test_a_quarter_whose_months_are_not_approved_is_refused_and_named(house):
    with pytest.raises(RefusedError) as refused:
        tiger_decks.export(house, SPECIALIST, "warsaw", Asked(DeckKind.QUARTER, 1, 3))
    left = {item.subject for item in refused.value.open_items if item.code == "month_not_approved"}
    assert left == {"2026-10"}


def test_a_kept_draft_is_named_by_its_quarter_and_verified_even_after_the_start_moved(home, reader):
    house = replace(open_office(Settings(home=home)), reader=reader)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quarter_tells_its_best_posts_and_its_weakest_behind_the_campaigns(reports, language):
    report = replace(reports["warsaw", 2, 1], posts=october_posts(60))
    deck = quarter_deck(report, language, draft=False)
    keys = [slide.key for slide in deck.slides]
    assert keys.index("campaigns") < keys.index("content") < keys.index("decisions")
    slide = slide_of(deck, "content")
    (table,) = slide.exhibits
    assert sum(1 for row in table.rows if row[1].text) == 5 + 2
    assert stretch_name(report.now, language) in slide.kicker
    assert deck_faults(render(deck, report.client.brand)) == ()
