"""Charts: one scale, the reader's number marks, colours by role, nothing drawn for what is missing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.ui import synthetic
from tiger_reports.model.change import Segment, Split
from tiger_reports.model.slide import Role
from tiger_reports.text import LANGUAGES
from tiger_reports.ui import exhibits
from tiger_reports.ui.charts.columns import Frame, column_chart
from tiger_reports.ui.charts.daily import daily_line
from tiger_reports.ui.charts.effects import Effect, effect_bars
from tiger_reports.ui.charts.locale import chart_locale
from tiger_reports.ui.charts.look import Look, d3_format
from tiger_reports.ui.charts.palette import PAPER, ROLES, paper
from tiger_reports.ui.charts.sparkline import sparkline
from tiger_reports.ui.charts.variance import variance_bars
from tiger_reports.ui.commenting.evidence import (
    campaign_effects,
    channel_effects,
    found_effects,
    found_notes,
    lever_effects,
    role_of,
)
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.words import Words

REPORT = synthetic.report()
WRITE = Figures(Words("pl"), "PLN")
LOOK = Look("pl")
CPA = next(card for card in REPORT.cards if card.metric == "cpa")


def figure(metric):
    return REPORT.figure(metric)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_on_charts_follow_the_language(language):
    numbers = chart_locale(language)["number"]
    assert numbers["decimal"] == ("." if language == "en" else ",")
    assert len(chart_locale(language)["time"]["months"]) == 12


def test_polish_months_are_words_of_the_language():
    assert chart_locale("pl")["time"]["months"][0] == "styczeń"
    assert chart_locale("pl")["time"]["days"][0] == "niedziela"


@pytest.mark.parametrize(
    ("excel", "d3"),
    [("#,##0", ",.0~f"), ("#,##0.00", ",.2~f"), ("0.0%", ",.1~%"), ('#,##0.00 "zł"', ",.2~f")],
)
def test_spreadsheet_formats_become_chart_formats(excel, d3):
    assert d3_format(excel) == d3


def test_every_role_has_a_colour_on_paper_and_a_place_in_both_themes():
    import tomllib
    from pathlib import Path

    config = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())
    assert len(PAPER) == len(ROLES) == len(paper("000000", "111111"))
    for theme in ("light", "dark"):
        assert len(config["theme"][theme]["chartCategoricalColors"]) == len(ROLES)


def test_the_page_leaves_colours_to_the_theme_and_paper_brings_its_own():
    assert "range" not in LOOK.scale
    assert Look("pl", PAPER).scale["range"] == list(PAPER)


def test_this_month_and_the_one_a_year_ago_stand_out():
    chart = exhibits.month_columns(figure("conversions"), REPORT, WRITE)
    rows = column_chart(chart, LOOK)["data"]["values"]
    assert (rows[-1]["role"], rows[0]["role"]) == (Role.NOW, Role.YEAR_AGO)
    assert {row["role"] for row in rows[1:-1]} == {Role.PREVIOUS}


def test_a_missing_month_is_a_gap_and_not_a_zero():
    series = figure("conversions").series
    holed = replace(figure("conversions"), series=(replace(series[0], amount=None), *series[1:]))
    rows = column_chart(exhibits.month_columns(holed, REPORT, WRITE), LOOK)["data"]["values"]
    assert rows[0]["value"] is None


def test_rates_are_lines_that_do_not_pretend_to_start_at_zero():
    spec = column_chart(exhibits.month_columns(figure("ctr"), REPORT, WRITE), LOOK)
    assert spec["encoding"]["y"]["scale"]["zero"] is False
    assert spec["encoding"]["y"]["axis"]["format"] == ",.2~%"


def test_small_multiples_share_one_scale():
    chart = exhibits.month_columns(figure("conversions"), REPORT, WRITE)
    spec = column_chart(chart, LOOK, Frame(most=5000.0))
    assert spec["encoding"]["y"]["scale"]["domainMax"] == 5000.0


def test_panels_of_variance_lie_side_by_side_on_one_scale():
    bars = exhibits.parts_variance(REPORT.channels, "conversions", WRITE)
    spec = variance_bars(bars, LOOK)
    rows = spec["data"]["values"]
    for row in rows:
        assert row["to"] - row["from"] == pytest.approx(amount_of(bars, row))
    zeros = [row["zero"] for row in spec["layer"][0]["data"]["values"]]
    assert zeros == sorted(zeros)


def amount_of(bars, row):
    """What the exhibit says of the bar."""
    return next(
        series.values[bars.categories.index(row["category"])]
        for panel in bars.panels
        for series in panel.series
        if series.name == row["series"]
        and (series.labels or ("",) * 9)[bars.categories.index(row["category"])] == row["label"]
    )


def test_levers_add_up_to_the_whole_change_that_is_drawn_below_them():
    *parts, whole = lever_effects(CPA, WRITE)
    assert sum(part.value for part in parts) == pytest.approx(whole.value, abs=0.02)
    assert whole.role == Role.NOW


def test_campaigns_and_the_rest_add_up_to_the_whole_change():
    *parts, whole = campaign_effects(CPA, WRITE)
    assert sum(part.value for part in parts) == pytest.approx(whole.value, abs=0.02)


def test_channels_add_up_to_the_whole_change():
    *parts, whole = channel_effects(CPA, WRITE)
    assert sum(part.value for part in parts) == pytest.approx(whole.value, abs=0.02)


def test_the_longest_label_has_room_beside_the_longest_bar():
    bars = (Effect("CVR", 126.57, "+126,57 Kč", Role.WORSE), Effect("CPM", -3.24, "−3,24 Kč", Role.BETTER))
    low, high = effect_bars(bars, LOOK)["encoding"]["x"]["scale"]["domain"]
    plot = 280  # pixels, beside a comment
    assert (high - 126.57) / (high - low) * plot > 11 * 6.5
    assert (-3.24 - low) / (high - low) * plot > 9 * 6.5


def test_a_dearer_click_is_red_and_a_cheaper_one_green():
    assert role_of("cpc", 1.0) is Role.WORSE
    assert role_of("cpc", -1.0) is Role.BETTER
    assert role_of("clicks", 1.0) is Role.BETTER
    assert role_of("spend", 1.0) is Role.NEUTRAL


def test_a_day_without_data_breaks_the_line():
    spec = daily_line(CPA.evidence.daily, LOOK, number_format=",.0f")
    rows = spec["data"]["values"]
    assert rows[12]["value"] is None
    assert "break" in spec["layer"][0]["mark"]["invalid"]


def test_specifications_are_plain_json():
    spec = effect_bars(lever_effects(CPA, WRITE), LOOK)
    assert json.loads(json.dumps(spec)) == spec


def test_a_sparkline_needs_two_points():
    assert sparkline((1.0,)) == ""
    assert sparkline((None, None)) == ""
    assert sparkline((1.0, None, 2.0)).startswith("data:image/svg+xml")


def test_scorecards_carry_both_comparisons_with_what_they_compare_to():
    card = next(card for card in exhibits.scorecards(REPORT, WRITE).cards if card.metric == "conversions")
    assert [delta.text for delta in card.deltas] == ["−15,3%", "+20,2%"]
    assert [delta.versus for delta in card.deltas] == [
        "w por. z wrześniem",
        "w por. z październikiem\u00a02025",
    ]


def test_months_before_the_cooperation_have_a_ground_of_their_own():
    client = replace(REPORT.client, start=REPORT.months[3].start)
    chart = exhibits.month_columns(figure("cpa"), replace(REPORT, client=client), WRITE)
    assert chart.shaded == (0, 1, 2)
    ground = column_chart(chart, LOOK)["layer"][0]
    assert [row["category"] for row in ground["data"]["values"]] == list(chart.categories[:3])
    assert column_chart(replace(chart, shaded=()), LOOK)["layer"][0] != ground


def test_found_segments_stand_with_what_no_file_holds_and_the_rest():
    where = (("campaign", "Spring"), ("device", "mobile"))
    split = Split(
        dimensions=("campaign", "device"),
        segments=(Segment(where, 70.0, 92.0, 12.0),),
        rest=3.19,
        unallocated=Segment((), None, None, 2.0, kind="unallocated"),
        in_common=True,
        alternatives=(Segment((("device", "mobile"),), 70.0, 80.0, 9.0),),
    )
    card = replace(CPA, evidence=replace(CPA.evidence, found=split, mixes=("device",)))
    *parts, _ = found_effects(card, WRITE)
    assert [part.value for part in parts] == [12.0, 2.0, 3.19]
    assert parts[0].name == "Spring · mobile"
    assert len(found_notes(card, WRITE)) == 3
    assert found_effects(CPA, WRITE) == ()
