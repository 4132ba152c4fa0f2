"""The annual deck of the demo agency: a few slides, before and now, and what is asked of its proposal."""

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
from tiger_reports.decks.year import MOST, annual_deck
from tiger_reports.model.exhibits.columns import ColumnChart
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.model.year_plan import Sketch, SketchState
from tiger_reports.services.clients import get_client
from tiger_reports.services.delivery import tiger_decks
from tiger_reports.services.delivery.verifying import verify_deck
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import asked_year, year_report
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES
from tiger_reports.year.successes import may_be_success

YEARS = (("prague", 1), ("prague", 2), ("berlin", 1), ("warsaw", 1))


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("years") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


@pytest.fixture(scope="module")
def reports(house: Office) -> dict[tuple[str, int], TigerReport]:
    return {asked: year_report(house, LEAD, *asked) for asked in YEARS}


def exhibit(deck, key, kind):
    slide = next(slide for slide in deck.slides if slide.key == key)
    return next(one for one in slide.exhibits if isinstance(one, kind))


@pytest.mark.parametrize("asked", YEARS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_file_is_clean_and_titles_take_two_lines(reports, asked, language):
    deck = annual_deck(reports[asked], language, draft=False, appendix=True)
    for slide in deck.slides[1:]:
        assert len(wrap(slide.title, 12.333, Type(26.0, bold=True))) <= 2, slide.title
    assert deck_faults(render(deck, reports[asked].client.brand)) == ()


@pytest.mark.parametrize("asked", YEARS)
def test_the_main_part_is_a_few_slides_and_the_appendix_waits_to_be_wanted(reports, asked):
    short = annual_deck(reports[asked], "en", draft=False)
    long = annual_deck(reports[asked], "en", draft=False, appendix=True)
    assert len(short.slides) <= MOST
    assert [slide.key for slide in long.slides[: len(short.slides)]] == [slide.key for slide in short.slides]
    assert {"kpis", "definitions", "sources"} <= {slide.key for slide in long.slides[len(short.slides) :]}


def test_before_and_now_are_monthly_averages_and_their_index(reports):
    report = reports["prague", 1]
    bars = exhibit(annual_deck(report, "en", draft=False), "before_now", VarianceBars)
    at = bars.categories.index("Conversions")
    now, before = (
        report.figure("conversions").value.amount,
        report.figure("conversions").baseline.before.amount,
    )
    cells = [float(column.cells[at].replace(",", "")) for column in bars.columns]
    assert cells == [round(before / 12), round(now / 12)]
    assert bars.panels[0].series[0].values[at] == pytest.approx(100 * now / before)
    assert bars.panels[0].reference == 100


def test_months_stand_beside_the_same_months_of_the_year_before(reports):
    report = reports["prague", 1]
    chart = exhibit(annual_deck(report, "en", draft=False), "main_result", ColumnChart)
    before, now = chart.series
    figure = report.figure("conversions")
    assert (len(before.values), len(now.values)) == (12, 12)
    assert sum(now.values) == pytest.approx(figure.value.amount)
    assert sum(before.values) == pytest.approx(figure.baseline.before.amount)


def test_the_second_year_tells_both_the_year_before_and_the_time_before(reports):
    deck = annual_deck(reports["prague", 2], "en", draft=False)
    cards = next(slide for slide in deck.slides if slide.key == "summary").exhibits[0].cards
    assert {len(card.deltas) for card in cards} == {2}
    assert {card.deltas[1].versus for card in cards} == {"vs before"}
    heads = [
        c.header
        for c in exhibit(
            annual_deck(reports["prague", 2], "en", draft=False, appendix=True), "kpis", Table
        ).columns
    ]
    assert [head.partition(",")[0] for head in heads if "ear" in head or "cooperation" in head] == [
        "Tiger Year 2", "Tiger Year 1", "Before the cooperation",
    ]  # fmt: skip


PROPOSAL = {"proposal_without_picture", "proposal_without_timeline", "sketch_unsettled"}


@pytest.mark.parametrize(("client", "lacking"), [("berlin", PROPOSAL), ("prague", set())])
def test_a_client_deck_is_refused_without_a_creative_a_timeline_and_a_word_on_the_sketch(
    house, client, lacking
):
    with pytest.raises(RefusedError) as refused:
        tiger_decks.export(house, SPECIALIST, client, asked_year(1))
    assert {item.code for item in refused.value.open_items} & PROPOSAL == lacking


@pytest.fixture(scope="module")
def told(house: Office) -> TigerReport:
    return told_report(house, LEAD, get_client(house, LEAD, "prague"), asked_year(1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_told_year_is_clean_and_its_main_part_has_eight_slides(told, language):
    deck = annual_deck(told, language, draft=False)
    assert [slide.key for slide in deck.slides] == [
        "cover", "summary", "before_now", "main_result", "successes", "lessons", "offers", "timeline",
    ]  # fmt: skip
    for slide in deck.slides[1:]:
        assert len(wrap(slide.title, 12.333, Type(26.0, bold=True))) <= 2, slide.title
    whole = annual_deck(told, language, draft=False, appendix=True)
    assert deck_faults(render(whole, told.client.brand)) == ()
    assert len(annual_deck(told, language, draft=False, most=5).slides) == 5


def test_successes_are_those_that_were_picked_with_figure_and_comparison(told):
    cards = exhibit(annual_deck(told, "en", draft=False), "successes", StoryCards).cards
    by_name = {card.heading: card for card in cards}
    assert set(by_name) == {"Nejsilnější prosinec", "Levnější objednávka", "Ranní rituál"}
    december = by_name["Nejsilnější prosinec"]
    assert december.value == "2,221"
    assert "Best month: December\u00a02025" in [one.text for one in december.paragraphs]
    assert any("interval" in one.text for one in by_name["Ranní rituál"].paragraphs)


def test_a_lesson_finds_its_activity_by_its_id_and_says_that_nothing_was_measured(told):
    (card,) = exhibit(annual_deck(told, "en", draft=False), "lessons", StoryCards).cards
    assert card.figures == "Fotosoutěž o mlýnek"
    assert "holds zero" in card.paragraphs[1].text


@pytest.mark.parametrize(
    ("sketch", "said"),
    [
        (Sketch(SketchState.RECEIVED, received_on=date(2026, 8, 5)), "based on your sketch of 5 Aug 2026"),
        (Sketch(SketchState.NOT_RECEIVED), "no sketch of yours was received"),
    ],
)
def test_the_proposal_names_the_sketch_that_it_rests_on_or_says_that_none_came(told, sketch, said):
    task = replace(told.closing.sketch, sketch=sketch)
    report = replace(told, closing=replace(told.closing, sketch=task))
    slide = next(s for s in annual_deck(report, "en", draft=False).slides if s.key == "offers")
    assert said in slide.title.replace("\u00a0", " ")


def test_the_timeline_is_drawn_with_native_bars_and_gates(told):
    data = render(annual_deck(told, "cs", draft=False), told.client.brand)
    slide = Presentation(BytesIO(data)).slides[7]
    named = {shape.name: shape for shape in slide.shapes}
    bars = [named[f"timeline.bar {number}"] for number in range(1, 7)]
    assert [bar.left for bar in bars] == sorted(bar.left for bar in bars[:4]) + [bar.left for bar in bars[4:]]
    days = [(one.last - one.start).days + 1 for one in told.closing.timeline]
    assert [bar.width / bars[0].width for bar in bars] == pytest.approx([n / days[0] for n in days], rel=0.01)
    assert {name for name in named if name.startswith("timeline.gate mark")} == {
        f"timeline.gate mark {number}" for number in (2, 4, 5)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_months_are_compared_is_noted_once(reports, language):
    deck = annual_deck(reports["warsaw", 1], language, draft=False, appendix=True)
    notes = [row[0].text for row in exhibit(deck, "data_notes", Table).rows]
    assert len(notes) == len(set(notes))
    assert len([note for note in notes if re.search(r"\b7\b.*\b12\b", note)]) == 1


def test_more_followers_of_a_channel_without_a_purpose_are_no_success(house):
    report = told_report(house, LEAD, get_client(house, LEAD, "prague"), asked_year(1))
    assert report.successes
    assert all(may_be_success(one.metric, one.scope.channel, {}) for one in report.successes)


def test_a_draft_is_kept_and_verified(house):
    made = tiger_decks.export(house, SPECIALIST, "prague", asked_year(1), draft=True)
    assert "1. Rok Tygra" in made.name
    assert verify_deck(house, LEAD, made.data).ok
