"""The whole store of the annual deck: what each slide says, that it is true, and that it is left out else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from tests.services.writing import LEAD
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.year import annual_deck
from tiger_reports.model.exhibits.columns import Panels
from tiger_reports.model.exhibits.milestones import Milestones
from tiger_reports.model.exhibits.stacks import Stacks
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.period import Period
from tiger_reports.model.returns import Band, Returns
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.clients import get_client
from tiger_reports.services.measuring.day_figures import day_figures
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.tiger_year.figures import asked_year
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import short_date
from tiger_reports.year.scenarios import scenarios

from .posts import october_posts
from .seen import numbers, texts

STORY = (
    "cover", "summary", "before_now", "milestones", "main_result", "cost", "mix", "channel_months", "successes",
    "gallery", "bests", "lessons", "next_goals", "offers", "timeline", "budgets", "decisions",
)  # fmt: skip
OWN = ("milestones", "mix", "channel_months", "gallery", "bests", "next_goals", "budgets", "decisions")
ALL = 20


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("store") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


def told_of(house: Office, client: str) -> TigerReport:
    """Without posts: tests that speak of them bring their own."""
    return replace(told_report(house, LEAD, get_client(house, LEAD, client), asked_year(1)), posts=())


@pytest.fixture(scope="module")
def told(house: Office) -> TigerReport:
    """A year with everything, and weeks of spend that moved enough to learn from."""
    report = told_of(house, "prague")
    bands = tuple(Band(change, 0.7 * change) for change in (-0.1, 0.0, 0.05, 0.25))
    found = Returns("conversions", 0.7, 0.5, 0.9, 52, bands)
    spend, main = report.figure("spend").value.amount, report.figure("conversions").value.amount
    return replace(report, returns=found, scenarios=scenarios(found, spend, main))


@pytest.fixture(scope="module")
def berlin(house: Office) -> TigerReport:
    return told_of(house, "berlin")


def slide_of(deck, key):
    return next(slide for slide in deck.slides if slide.key == key)


def exhibit(deck, key, kind):
    return next(one for one in slide_of(deck, key).exhibits if isinstance(one, kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_story_is_told_in_its_order_and_the_file_is_clean(told, language):
    deck = annual_deck(told, language, draft=False, most=ALL)
    assert tuple(slide.key for slide in deck.slides) == STORY
    assert deck_faults(render(deck, told.client.brand)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_take_two_lines_and_their_numbers_are_noted(told, berlin, language):
    for report in (told, berlin, with_posts(berlin)):
        telling = TigerTelling(report, language, draft=False)
        for slide in annual_deck(report, language, draft=False, most=ALL).slides:
            if slide.key not in OWN:
                continue
            assert len(wrap(slide.title, 12.333, Type(26.0, bold=True))) <= 2, slide.title
            plain = slide.title
            for one in report.best_days:
                plain = plain.replace(telling.month(Period(one.day, one.day + timedelta(1))), "")
            noted = {n for shown in slide.shown for n in numbers(shown.text)}
            assert numbers(plain) <= noted | {"2025", "2026"}, slide.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noted_figure_stands_on_its_slide(told, berlin, language):
    for report in (told, berlin, with_posts(berlin)):
        deck = annual_deck(report, language, draft=False, most=ALL)
        for slide in (one for one in deck.slides if one.key in OWN):
            said = "\n".join(texts(slide))
            assert not [shown for shown in slide.shown if shown.text not in said], slide.key


def test_more_slides_join_the_main_part_by_their_weight_and_stand_in_their_place(told):
    keys = [slide.key for slide in annual_deck(told, "en", draft=False, most=10).slides]
    assert keys == [key for key in STORY if key in keys]
    assert {"milestones", "next_goals"} <= set(keys)
    assert len(keys) == 10


def test_all_behind_the_main_part_is_one_section(told):
    deck = annual_deck(told, "en", draft=False, appendix=True)
    assert {slide.section for slide in deck.slides[8:]} == {"Appendix"}
    assert "Appendix" not in {slide.section for slide in deck.slides[:8]}
    assert {"budgets", "bests"} <= {slide.key for slide in deck.slides[8:]}


def test_cards_lead_only_to_slides_of_the_deck(told):
    for most in (3, 8, ALL):
        deck = annual_deck(told, "en", draft=False, most=most)
        cards = slide_of(deck, "summary").exhibits[0].cards
        assert {card.links_to for card in cards} - {""} <= {slide.key for slide in deck.slides}


def test_nothing_written_and_nothing_measured_leaves_no_empty_slide(told):
    bare = replace(told, closing=None, outlooks=(), scenarios=(), returns=None, channels=told.channels[:1])
    keys = {slide.key for slide in annual_deck(bare, "en", draft=False, most=ALL).slides}
    assert keys.isdisjoint({"milestones", "mix", "channel_months", "next_goals", "budgets", "decisions"})


# --- the mix


def test_the_mix_holds_the_same_months_and_its_shares_are_of_the_whole(told):
    spend, results = exhibit(annual_deck(told, "en", draft=False, most=ALL), "mix", Stacks).stacks
    for stack, metric in ((spend, "spend"), (results, "conversions")):
        figure = told.figure(metric)
        columns = [sum(part.values[at] for part in stack.parts) for at in (0, 1)]
        assert columns == pytest.approx([figure.year_ago.before.amount, figure.value.amount])
    shares = [
        one
        for one in slide_of(annual_deck(told, "en", draft=False, most=ALL), "mix").shown
        if one.kind == "part"
    ]
    for period in {one.period for one in shares}:
        assert sum(one.value for one in shares if one.period == period) == pytest.approx(2.0)  # two stacks


def test_a_new_channel_stands_apart_without_a_percent_and_the_months_are_counted(berlin):
    slide = slide_of(annual_deck(berlin, "en", draft=False, most=ALL), "mix")
    (stacks,) = slide.exhibits
    fresh = stacks.stacks[0].parts[-1]
    assert (fresh.name, fresh.apart, fresh.values[0]) == ("TikTok Ads", True, None)
    assert fresh.beside.startswith("new · ")
    assert "%" not in fresh.beside
    assert "new: TikTok Ads" in slide.title
    assert "5 of 12 months compared" in stacks.legend
    same = [part for part in stacks.stacks[0].parts if not part.apart]
    assert all("%" in part.beside for part in same)


# --- the other slides


def test_small_multiples_share_one_scale_and_show_both_years(told):
    panels = exhibit(annual_deck(told, "en", draft=False, most=ALL), "channel_months", Panels)
    assert panels.one_scale
    assert [chart.title for chart in panels.charts] == ["Google Ads", "Meta Ads"]
    assert {len(chart.categories) for chart in panels.charts} == {24}


def test_the_best_day_is_the_highest_of_the_year(house, told):
    days = day_figures(house, told.client, "conversions", (), told.period)
    (best,) = [one for one in told.best_days if one.metric == "conversions"]
    assert best.value == max(one.numerator for one in days.values())
    table = exhibit(annual_deck(told, "en", draft=False, most=ALL), "bests", Table)
    row = next(row for row in table.rows if row[0].text == "Conversions")
    assert row[1].text.replace("\u00a0", " ") == "1 Dec 2025\n98.8"
    assert row[2].text.endswith("\n2,221")
    rates = next(row for row in table.rows if row[0].text.startswith("Cost per acquisition"))
    assert rates[1].text == "–"  # a price of one day rests on too little


def test_picked_creatives_have_their_pictures_and_the_figures_of_their_campaigns(told):
    deck = annual_deck(told, "en", draft=False, most=ALL)
    cards = exhibit(deck, "gallery", StoryCards).cards
    campaign = next(part for part in told.campaigns if part.name == "Synthetic | Vánoce 2025")
    assert [bool(card.picture) for card in cards] == [True, True, False]
    assert cards[0].value == f"{campaign.figures['conversions'].value.amount:.0f}"
    slide = Presentation(BytesIO(render(deck, told.client.brand))).slides[STORY.index("gallery")]
    drawn = [shape for shape in slide.shapes if shape.name.startswith("gallery.picture")]
    assert len(drawn) == 2


def test_without_picks_the_campaigns_with_most_results_are_shown(berlin):
    cards = exhibit(annual_deck(berlin, "en", draft=False, most=ALL), "gallery", StoryCards).cards
    amounts = [float(card.value.replace(",", "")) for card in cards]
    assert len(cards) == 4
    assert amounts == sorted(amounts, reverse=True)


def with_posts(report: TigerReport, count: int = 40) -> TigerReport:
    """Posts all over the year."""
    days = [report.period.start + timedelta(9 * at) for at in range(count)]
    dated = (
        replace(one, published=day, counted_on=day + timedelta(30))
        for one, day in zip(october_posts(count), days, strict=True)
    )
    return replace(report, posts=tuple(dated))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_campaigns_and_two_posts_share_the_gallery(berlin, language):
    deck = annual_deck(with_posts(berlin), language, draft=False, most=ALL)
    cards = exhibit(deck, "gallery", StoryCards).cards
    campaigns = exhibit(annual_deck(berlin, language, draft=False, most=ALL), "gallery", StoryCards).cards
    best = sorted((one.interactions for one in october_posts(40)), reverse=True)
    assert cards[:2] == campaigns[:2]
    assert [card.value for card in cards[2:]] == [f"{amount:.0f}" for amount in best[:2]]
    assert deck_faults(render(deck, berlin.client.brand)) == ()
    slide = slide_of(deck, "gallery")
    assert len(wrap(slide.title, 12.333, Type(26.0, bold=True))) <= 2
    noted = {number for shown in slide.shown for number in numbers(shown.text)}
    assert numbers(slide.title) <= noted, slide.title
    assert not [shown for shown in slide.shown if shown.text not in "\n".join(texts(slide))]


def test_posts_take_the_places_that_campaigns_leave_and_the_other_way_round(berlin):
    def headings(report: TigerReport) -> list[str]:
        deck = annual_deck(report, "en", draft=False, most=ALL)
        return [card.figures.partition(" ")[0] for card in exhibit(deck, "gallery", StoryCards).cards]

    assert headings(with_posts(replace(berlin, campaigns=()))) == ["Interactions"] * 4
    assert headings(with_posts(berlin, 1)) == ["Conversions"] * 3 + ["Interactions"]
    assert headings(with_posts(replace(berlin, figures=()))) == ["Interactions"] * 4


def test_slides_that_show_posts_name_the_system_that_they_come_from(berlin):
    def named(report: TigerReport) -> set[str]:
        deck = annual_deck(report, "en", draft=False, most=ALL)
        return {slide.key for slide in deck.slides if "Meta Business Suite" in slide.source}

    assert named(with_posts(berlin)) - named(berlin) == {"gallery", "bests"}


def test_what_the_specialist_picked_leads_the_gallery_whatever_posts_there_are(told):
    picked = exhibit(annual_deck(told, "en", draft=False, most=ALL), "gallery", StoryCards)
    assert (
        exhibit(annual_deck(with_posts(told), "en", draft=False, most=ALL), "gallery", StoryCards) == picked
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_records_end_with_the_post_that_had_the_most_interactions(told, language):
    report = with_posts(told)
    best = max(report.posts, key=lambda one: one.interactions)
    table = exhibit(annual_deck(report, language, draft=False, most=ALL), "bests", Table)
    *_, row = table.rows
    assert row[0].text == phrase("decks.content.record", language)
    assert row[1].text == short_date(best.published, language)
    assert row[3].text == f"{best.title}\n{best.interactions:.0f}"
    assert table.columns[3].header == phrase("decks.content.record_head", language)
    without = exhibit(annual_deck(told, language, draft=False, most=ALL), "bests", Table)
    assert table.rows[:-1] == without.rows


def test_flags_stand_over_their_days_in_their_order(told):
    shown = exhibit(annual_deck(told, "en", draft=False, most=ALL), "milestones", Milestones)
    assert [flag.at for flag in shown.flags] == sorted(flag.at for flag in shown.flags)
    assert shown.flags[0].at == 0.0  # the first day of the cooperation
    told_of = slide_of(annual_deck(told, "en", draft=False, most=ALL), "milestones").comment
    assert [one.lead.partition(" ")[0] for one in told_of] == [flag.sign for flag in shown.flags]
    assert "Ranní rituál" in [one.text for one in told_of]


def test_a_month_that_is_not_over_is_a_gap_in_the_curve_and_no_fall(house):
    warsaw = told_of(house, "warsaw")
    shown = exhibit(annual_deck(warsaw, "pl", draft=False, most=ALL), "milestones", Milestones)
    values = shown.chart.series[0].values
    assert [value is not None for value in values] == [True] * 7 + [False] * 5
    assert shown.chart.categories[7].endswith("*")


def test_goals_show_the_range_and_what_the_specialist_aims_for(told):
    slide = slide_of(annual_deck(told, "en", draft=False, most=ALL), "next_goals")
    (table,) = slide.exhibits
    found = next(one for one in told.outlooks if one.metric == "conversions")
    row = table.rows[0]
    assert row[2].text.startswith(f"{found.low:,.0f} to {found.high:,.0f}\n")
    assert row[3].text == "16,500 to 17,500"
    assert any("12 months" in one.text for one in slide.comment)
    assert any(one.text.startswith("Předplatné") for one in slide.comment)


def test_three_budgets_name_their_assumption_and_what_one_more_costs(told):
    slide = slide_of(annual_deck(told, "en", draft=False, most=ALL), "budgets")
    (table,) = slide.exhibits
    assert [column.header for column in table.columns[1:]] == ["Lower budget", "Same budget", "Higher budget"]
    _, same, more = told.scenarios
    assert table.rows[2][3].text == f"{more.low:,.0f} to {more.high:,.0f}"
    assert table.rows[2][2].text == f"{same.low:,.0f}"
    dearest = (more.budget - same.budget) / (more.low - same.low)
    assert table.rows[4][3].text.endswith(f"{dearest:,.2f}")
    assert "0.50 to 0.90%" in slide.comment[0].text


def test_decisions_have_names_and_dates_and_open_ones_are_open(told):
    table = exhibit(annual_deck(told, "en", draft=False, most=ALL), "decisions", Table)
    cells = [[cell.text.replace("\u00a0", " ") for cell in row] for row in table.rows]
    assert cells[0] == [
        "7 Sep 2026", "decision", "Test TikToku schválen: 60 000 Kč na osm videí", "Demo Lead", "Done on: 4 Sep 2026",
    ]  # fmt: skip
    assert cells[1][-1] == "open"
    assert [row[1] for row in cells[2:]] == ["next step"] * len(told.closing.timeline)
