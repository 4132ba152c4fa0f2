"""Slides of the quarters' own agendas: told where the records and the data carry them, absent where not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from tests.services.writing import LEAD
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.model.activity import Activity, Estimate, Stage
from tiger_reports.model.audience import AudienceFinding, Group
from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.exhibits.matrix import Matrix
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.exhibits.timeline import Timeline
from tiger_reports.model.log import DeckKind
from tiger_reports.model.onboarding import ChecklistItem
from tiger_reports.model.record import Record
from tiger_reports.model.returns import Band, Returns
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import Onboarding, TrackedActivity
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.clients import get_client
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES

from .seen import numbers, texts

ASKED = (("prague", 1), ("prague", 2), ("prague", 3), ("warsaw", 1), ("berlin", 1), ("berlin", 2))
AGE = AudienceFinding(
    "age",
    "meta-ads",
    (Group("18-24", 900.0, 30.0), Group("25-34", 1200.0, 96.0), Group("", 300.0, 0.0)),
    1,
)
WEEKDAYS = AudienceFinding(
    "weekday", "", tuple(Group(str(at), 100.0, 10.0 + 9 * (at == 6)) for at in range(7)), 6
)
LEVEL = Returns("conversions", 0.62, 0.5, 0.74, 48, tuple(Band(at / 10, at / 16) for at in range(-1, 3)))


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("agendas") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


@pytest.fixture(scope="module")
def reports(house: Office) -> dict[tuple[str, int], TigerReport]:
    return {
        (client, number): told_report(
            house, LEAD, get_client(house, LEAD, client), Asked(DeckKind.QUARTER, 1, number)
        )
        for client, number in ASKED
    }


def slides_of(report: TigerReport, language: str = "en") -> dict[str, Slide]:
    return {slide.key: slide for slide in quarter_deck(report, language, draft=False).slides}


def spoken(slide: Slide) -> str:
    return slide.title.replace("\u00a0", " ")


def with_meeting(report: TigerReport, **changes) -> TigerReport:
    return replace(report, meeting=replace(report.meeting, **changes))


def item(name, done_on=None, due=date(2026, 6, 15)):
    return Record(name, ChecklistItem(mandatory=True, owner="Ola", due=due, done_on=done_on))


# ---------------------------------------------------------------- I: the opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_opening_says_on_which_day_and_an_open_one_names_what_is_open(reports, language):
    closed = slides_of(reports["prague", 1], language)["onboarding"]
    assert {one.text for one in closed.shown} == {"12"}
    if language == "en":
        assert spoken(closed) == "The opening stage is closed: all 12 steps done by 29 Sep 2025"
    opened = slides_of(reports["berlin", 1], language)["onboarding"]
    left = reports["berlin", 1].meeting.onboarding.open
    assert left
    (table,) = opened.exhibits
    assert table.rows[0][0].text in opened.title
    assert len(table.rows) == 12


def test_every_step_has_its_day_and_an_open_one_past_its_day_says_so(reports):
    held = Onboarding((item("tracking"), item("branding", date(2026, 6, 8)), item("graphics", due=None)))
    (table,) = slides_of(with_meeting(reports["berlin", 1], onboarding=held))["onboarding"].exhibits
    told = {row[0].text: row[3].text.replace("\u00a0", " ") for row in table.rows}
    assert told == {
        "Tracking of conversions checked": "open, past its day",
        "Graphic materials and photos": "open",
        "Branding: logo, colours, fonts": "done on 8 Jun 2026",
    }


def test_a_later_quarter_and_a_checklist_that_nobody_kept_have_no_slide(reports):
    assert "onboarding" not in slides_of(reports["prague", 2])
    assert "onboarding" not in slides_of(with_meeting(reports["prague", 1], onboarding=None))


def test_the_start_line_stands_against_now_once(reports):
    assert "before_now" in slides_of(reports["prague", 1])
    assert "before_now" not in slides_of(reports["prague", 2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_on_the_audience_have_a_chart_each_and_figures_that_were_noted(reports, language):
    report = replace(reports["prague", 1], audience=(AGE, WEEKDAYS))
    slide = slides_of(report, language)["audience"]
    panels, cards = slide.exhibits
    assert isinstance(panels, Panels)
    assert [
        chart.series[0].roles[one.told] for chart, one in zip(panels.charts, report.audience, strict=True)
    ] == [
        Role.BETTER,
        Role.BETTER,
    ]
    assert panels.charts[0].series[0].values == (30.0, 12.5, None)
    assert panels.charts[0].series[0].labels[2] == ""
    said = " ".join(p.text for card in cards.cards for p in card.paragraphs).replace("\u00a0", " ")
    noted = {n for one in slide.shown for n in numbers(one.text.replace("\u00a0", " "))}
    assert numbers(said) <= noted
    assert {one.kind: round(one.value, 4) for one in slide.shown if one.scope == "meta-ads/age:25-34"} == {
        "share_of_results": round(96 / 126, 4),
        "share_of_spend": 0.5,
        "dearer": round(1 - 12.5 / 40, 4),
        "audience": 12.5,
        "elsewhere": 40.0,
    }
    assert deck_faults(render(quarter_deck(report, language, draft=False), report.client.brand)) == ()


def test_the_demo_says_what_its_channels_say_and_nothing_where_nothing_stands_out(reports):
    report = reports["berlin", 1]
    found = next(one for one in report.audience if one.dimension == "channel")
    part = next(one for one in report.channels if one.channel == found.group.name)
    assert found.group.results == part.figures["conversions"].value.amount
    assert found.group.spend == part.figures["spend"].value.amount
    assert "audience" not in slides_of(replace(report, audience=()))
    assert reports["berlin", 2].audience == ()


# ---------------------------------------------------------------- plans


@pytest.mark.parametrize("language", LANGUAGES)
def test_plans_stand_beside_the_targets_of_the_next_quarter(reports, language):
    report = reports["prague", 1]
    slide = slides_of(report, language)["achieved"]
    (table,) = slide.exhibits
    assert isinstance(table, Table)
    assert len(table.rows) == len(report.ahead) == 2
    targets = {(one.metric, one.period): one.value for one in slide.shown if one.kind == "target"}
    assert targets["conversions", "2025-12-01/2026-02-28"] == pytest.approx(3 * 1150)
    assert report.meeting.plans.splitlines()[0] in " ".join(p.text for p in slide.comment)


def test_plans_without_targets_are_a_card(reports):
    (cards,) = slides_of(replace(reports["prague", 1], ahead=()))["achieved"].exhibits
    assert isinstance(cards, StoryCards)
    assert [card.heading for card in cards.cards] == ["What was achieved", "Plans"]


# ---------------------------------------------------------------- II: new ideas


@pytest.mark.parametrize("language", LANGUAGES)
def test_returns_that_level_off_are_told_with_their_interval_and_the_price_of_one_more(reports, language):
    report = replace(reports["berlin", 2], returns=LEVEL)
    slide = slides_of(report, language)["returns"]
    shown = {one.kind: one.value for one in slide.shown if one.metric != "conversions"}
    assert shown["gain"] == pytest.approx(1.1**0.62 - 1)
    assert shown["further"] == pytest.approx(report.figure("cpa").value.amount / 0.62)
    assert shown["further_low"] < shown["further"] < shown["further_high"]
    noted = {n for one in slide.shown for n in numbers(one.text.replace("\u00a0", " "))}
    said = " ".join((slide.title, *(p.text for p in slide.comment))).replace("\u00a0", " ")
    assert numbers(said) <= noted
    (chart,) = slide.exhibits
    results, steady = chart.series
    assert steady.role is Role.TARGET
    assert steady.values[0] == pytest.approx(results.values[0])
    assert steady.values[-1] > results.values[-1]
    assert deck_faults(render(quarter_deck(report, language, draft=False), report.client.brand)) == ()


def test_returns_that_do_not_level_off_say_so_and_ask_for_nothing_new(reports):
    told = replace(reports["berlin", 2], returns=replace(LEVEL, slope=0.98, low=0.9, high=1.06))
    slide = slides_of(told)["returns"]
    assert "do not level off yet" in slide.title
    assert "something new" not in " ".join(p.text for p in slide.comment)


def test_weeks_that_cannot_tell_it_and_other_quarters_have_no_slide(reports):
    assert reports["prague", 2].returns is None
    assert "returns" not in slides_of(reports["prague", 2])
    assert reports["berlin", 1].returns is None


def proposal(name, effort, impact, **more):
    return TrackedActivity(name, Activity(title=name, effort=effort, impact=impact, **more))


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_stand_in_the_cell_of_their_estimates_as_native_shapes(reports, language):
    report = reports["berlin", 2]
    (shown,) = slides_of(report, language)["matrix"].exhibits
    assert isinstance(shown, Matrix)
    assert {one.name: (one.column, one.row, one.first) for one in shown.placed} == {
        "Winter camping diary": (0, 1, False),
        "Gift finder carousel": (0, 0, True),
        "Closed workshop for dealers": (2, 1, False),
    }
    data = render(quarter_deck(report, language, draft=False), report.client.brand)
    slide = next(
        s for s in Presentation(BytesIO(data)).slides if any(x.name == "matrix.name 1" for x in s.shapes)
    )
    drawn = {shape.text_frame.text: shape for shape in slide.shapes if shape.name.startswith("matrix.name")}
    assert len([shape for shape in slide.shapes if shape.name.startswith("matrix.cell")]) == 9
    assert drawn["Gift finder carousel"].top < drawn["Winter camping diary"].top
    assert drawn["Closed workshop for dealers"].left > drawn["Winter camping diary"].left
    assert not any(shape.shape_type == 13 for shape in slide.shapes if shape.name.startswith("matrix"))


def test_many_and_long_names_in_one_cell_stay_inside_it(reports):
    crowd = tuple(
        proposal(f"{at} A very long name of an activity that nobody would say twice in a meeting", *both)
        for at in range(7)
        for both in ((Estimate.LOW, Estimate.HIGH),)
    )
    report = with_meeting(reports["berlin", 2], proposals=crowd)
    faults = deck_faults(render(quarter_deck(report, "en", draft=False), report.client.brand))
    assert not [one for one in faults if "matrix" in one]


def test_one_estimate_alone_makes_no_matrix(reports):
    known = (
        proposal("one", Estimate.LOW, Estimate.HIGH),
        proposal("two", Estimate.LOW, Estimate.NONE),
        proposal("three", Estimate.NONE, Estimate.LOW),
    )
    assert "matrix" not in slides_of(with_meeting(reports["berlin", 2], proposals=known))


def test_alike_proposals_have_no_first(reports):
    known = (proposal("one", Estimate.LOW, Estimate.MEDIUM), proposal("two", Estimate.MEDIUM, Estimate.HIGH))
    slide = slides_of(with_meeting(reports["berlin", 2], proposals=known))["matrix"]
    assert slide.title == "2 proposals by effort and expected effect"
    assert not any(one.first for one in slide.exhibits[0].placed)


def test_the_choice_says_which_one_could_start_on_which_day(reports):
    slide = slides_of(reports["berlin", 2])["choice"]
    assert spoken(slide).endswith("3 of 3 proposals; the first could start on 23 Nov 2026")
    heads = [column.header for column in slide.exhibits[0].columns]
    at = heads.index("Could start")
    days = {row[0].text: row[at].text.replace("\u00a0", " ") for row in slide.exhibits[0].rows}
    assert days["Winter camping diary"] == "7 Dec 2026"


def test_a_choice_without_days_has_no_column_for_them(reports):
    known = (proposal("one", Estimate.LOW, Estimate.LOW), proposal("two", Estimate.LOW, Estimate.LOW))
    slide = slides_of(with_meeting(reports["berlin", 2], proposals=known))["choice"]
    assert "Could start" not in [column.header for column in slide.exhibits[0].columns]


# ---------------------------------------------------------------- III: the check-up


@pytest.mark.parametrize("language", LANGUAGES)
def test_tests_stand_among_their_control_months(reports, language):
    report = reports["prague", 3]
    slide = slides_of(report, language)["control"]
    (panels,) = slide.exhibits
    tested = [one for one in report.meeting.activities if one.controls]
    assert len(panels.charts) == len(tested) == 2
    for chart, one in zip(panels.charts, tested, strict=True):
        assert isinstance(chart, ColumnChart)
        windows = sorted((*one.controls, one.effect.during), key=lambda window: window.period.start)
        assert chart.series[0].values == tuple(window.mean for window in windows)
        assert sum(role is not Role.PREVIOUS for role in chart.series[0].roles) == 1
    assert "control" not in slides_of(reports["prague", 2], language)


def test_what_has_no_months_to_be_held_against_has_no_columns(reports):
    report = reports["prague", 3]
    alone = tuple(replace(one, controls=()) for one in report.meeting.activities)
    assert "control" not in slides_of(with_meeting(report, activities=alone))


def test_a_further_channel_says_for_whom_at_what_cost_with_what_range_and_risk(reports):
    slide = slides_of(reports["prague", 3])["new_channels"]
    told = {
        p.lead: p.text.replace("\u00a0", " ") for card in slide.exhibits[0].cards for p in card.paragraphs
    }
    assert told["Expected:"] == "Clicks (all): 2,000 to 3,500"
    assert told["Test:"] == "28 days from 14 Sep 2026, CZK 24,000"
    assert {"Audience:", "Risk:"} <= told.keys()


# ---------------------------------------------------------------- what comes next


def test_decisions_are_told_soonest_first_and_done_ones_are_not_among_them(reports):
    slide = slides_of(reports["berlin", 2])["decisions"]
    assert spoken(slide) == "Decisions needed: 3, the first by 13 Nov 2026"
    assert [row[0].text for row in slide.exhibits[0].rows][:3] == [
        "First creatives of the winter range",
        "Winter range confirmed for the shop",
        "Which of the 3 proposals starts?",
    ]


def test_one_proposal_is_asked_about_by_its_name(reports):
    (table,) = slides_of(reports["prague", 3])["decisions"].exhibits
    assert [row[0].text for row in table.rows][1] == "Does “Test TikToku” start?"


def test_a_meeting_looks_back_on_what_the_one_before_decided_and_on_nothing_of_its_own(reports):
    (table,) = slides_of(reports["prague", 1])["decisions"].exhibits
    assert len(table.rows) == 1
    (table,) = slides_of(reports["prague", 2])["decisions"].exhibits
    _, heading, row = table.rows
    assert heading[0].text == "What we agreed"
    assert "Quarter I of the cooperation" in row[0].text.replace("\u00a0", " ")
    assert row[3].text.replace("\u00a0", " ") == "kept, 21 Nov 2025"


def test_a_deck_of_a_meeting_that_was_held_says_of_nothing_that_it_was_late_only_today(reports):
    (table,) = slides_of(reports["prague", 1])["decisions"].exhibits
    assert [row[3].text for row in table.rows] == ["–"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_months_are_bars_with_what_has_to_be_decided_before(reports, language):
    report = reports["berlin", 2]
    (shown,) = slides_of(report, language)["timeline"].exhibits
    assert isinstance(shown, Timeline)
    bars = {bar.name: bar for bar in shown.bars}
    gift = bars["Gift finder carousel"]
    assert (gift.first, gift.last) == (date(2026, 11, 23), date(2026, 12, 20))
    assert gift.gate
    assert not bars["Winter range confirmed for the shop"].gate


def test_what_was_declined_or_is_over_is_no_step_of_the_next_months(reports):
    report = reports["berlin", 2]
    over = replace(report.meeting.proposals[0].activity, start=date(2026, 9, 7))
    declined = replace(report.meeting.proposals[1].activity, stage=Stage.DECLINED)
    known = (TrackedActivity("over", over), TrackedActivity("no", declined))
    assert "timeline" not in slides_of(with_meeting(report, proposals=known))


@pytest.mark.parametrize("asked", ASKED)
def test_every_slide_of_the_agenda_has_notes_and_a_source(reports, asked):
    for key in ("onboarding", "audience", "returns", "matrix", "control", "decisions", "timeline"):
        slide = slides_of(reports[asked]).get(key)
        if slide is not None:
            assert spoken(slide) in slide.notes.replace("\u00a0", " ")
            assert slide.source
            assert texts(slide)
