"""Charts: one scale, the reader's number marks, colours by role, nothing drawn for what is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tests.ui import synthetic
from tiger_reports.decks.pictures.days import day_chart
from tiger_reports.decks.pictures.levers import waterfall
from tiger_reports.decks.pictures.parts import campaigns, channels, found
from tiger_reports.decks.pictures.writer import role_of
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.change import Segment, Split
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.model.exhibits.picture import Contribution, MarkKind
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.judgement import ExpectedDay
from tiger_reports.model.period import month
from tiger_reports.text import LANGUAGES
from tiger_reports.ui.charts.columns import Frame, column_chart
from tiger_reports.ui.charts.contributions import contribution_bars
from tiger_reports.ui.charts.daily import daily_chart
from tiger_reports.ui.charts.locale import chart_locale
from tiger_reports.ui.charts.look import Look, d3_format
from tiger_reports.ui.charts.palette import PAPER, ROLES, paper
from tiger_reports.ui.charts.sparkline import sparkline
from tiger_reports.ui.charts.variance import variance_bars
from tiger_reports.ui.charts.waterfall import waterfall_chart
from tiger_reports.ui.commenting.evidence import PageWriter, days_table, found_notes, parts_table
from tiger_reports.ui.exhibits.months import month_columns
from tiger_reports.ui.exhibits.parts import parts_variance, ranked
from tiger_reports.ui.exhibits.scorecards import scorecards
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.words import Words

REPORT = synthetic.report()
WRITE = Figures(Words("pl"), "PLN")
LOOK = Look("pl")
WRITER = PageWriter(WRITE, REPORT.client.id, REPORT.period)
CPA = next(card for card in REPORT.cards if card.metric == "cpa")


def bar(name, value, label="", *halves):
    roles = tuple(role_of("cpa", half) for half in halves)
    return Contribution(name, value, label, "", role_of("cpa", value), halves, roles)


SPLIT, APART, WHOLE = bar("A", 5.0, "+5", 3.0, 2.0), bar("B", 3.0, "+3", 4.0, -1.0), bar("All", 8.0, "+8")


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
    chart = month_columns(figure("conversions"), REPORT, WRITE)
    rows = column_chart(chart, LOOK)["data"]["values"]
    assert (rows[-1]["role"], rows[0]["role"]) == (Role.NOW, Role.YEAR_AGO)
    assert {row["role"] for row in rows[1:-1]} == {Role.PREVIOUS}


def test_a_missing_month_is_a_gap_and_not_a_zero():
    series = figure("conversions").series
    holed = replace(figure("conversions"), series=(replace(series[0], amount=None), *series[1:]))
    rows = column_chart(month_columns(holed, REPORT, WRITE), LOOK)["data"]["values"]
    assert rows[0]["value"] is None


def test_rates_are_lines_that_do_not_pretend_to_start_at_zero():
    spec = column_chart(month_columns(figure("ctr"), REPORT, WRITE), LOOK)
    assert spec["encoding"]["y"]["scale"]["zero"] is False
    assert spec["encoding"]["y"]["axis"]["format"] == ",.2~%"


def test_small_multiples_share_one_scale():
    chart = month_columns(figure("conversions"), REPORT, WRITE)
    spec = column_chart(chart, LOOK, Frame(most=5000.0))
    assert spec["encoding"]["y"]["scale"]["domainMax"] == 5000.0


def test_panels_of_variance_lie_side_by_side_on_one_scale():
    bars = parts_variance(REPORT.channels, "conversions", WRITE)
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


def test_a_waterfall_goes_from_one_level_to_the_other_without_a_gap():
    rows = waterfall_chart(waterfall(CPA, WRITER), LOOK)["data"]["values"]
    assert (rows[0]["from"], rows[-1]["from"]) == (0.0, 0.0)
    assert rows[-2]["to"] == pytest.approx(rows[-1]["to"], abs=0.02)
    for before, after in pairwise(rows[:-1]):
        assert after["from"] == before["to"]
        assert before["next"] == after["place"]


def test_a_bar_reaches_as_far_as_its_rate_and_mix_and_the_tick_stands_at_their_sum():
    shown = replace(campaigns(CPA, WRITER), rows=(SPLIT, APART), total=WHOLE)
    spec = contribution_bars(shown, LOOK)
    together, apart = ([row for row in spec["data"]["values"] if row["name"] == name] for name in ("A", "B"))
    assert [(row["from"], row["to"]) for row in together] == [(0.0, 3.0), (3.0, 5.0)]
    assert [(row["from"], row["to"]) for row in apart] == [(0.0, 4.0), (0.0, -1.0)]
    assert [row["role"] for row in apart] == [Role.WORSE, Role.BETTER]
    ticks = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "tick")
    assert [row["net"] for row in ticks["data"]["values"]] == [5.0, 3.0]


def test_the_longest_label_has_room_beside_the_longest_bar():
    bars = (bar("CVR", 126.57, "+126,57 Kč"), bar("CPM", -3.24, "−3,24 Kč"))
    shown = replace(campaigns(CPA, WRITER), rows=bars, total=bar("Sum", 123.33, "+123,33 Kč"))
    low, high = contribution_bars(shown, LOOK)["encoding"]["x"]["scale"]["domain"]
    plot = 300  # pixels, beside a comment
    assert (high - 126.57) / (high - low) * plot > 11 * 6.5
    assert (-3.24 - low) / (high - low) * plot > 9 * 6.5


def test_bars_lead_to_the_rows_of_their_figure_and_so_do_the_cells_of_the_table():
    shown = channels(CPA, WRITER)
    rows = contribution_bars(shown, LOOK)["data"]["values"]
    table = parts_table(shown, WRITE)
    cells = {row[0].text: row[2].link for row in table.rows}
    for row in rows:
        assert row.get("link", "") == cells[row["name"]]
    assert sum("metric=cpa&channel=" in link for link in cells.values()) == len(shown.rows)
    columns = variance_bars(
        parts_variance(REPORT.channels, "cpa", WRITE, lambda part: f"to-{part.name}"), LOOK
    )
    assert {row.get("link") for row in columns["data"]["values"] if row["layer"] != "back"} == {
        f"to-{part.name}" for part in ranked(REPORT.channels, "cpa")
    }


def test_a_dearer_click_is_red_and_a_cheaper_one_green():
    assert role_of("cpc", 1.0) is Role.WORSE
    assert role_of("cpc", -1.0) is Role.BETTER
    assert role_of("clicks", 1.0) is Role.BETTER
    assert role_of("spend", 1.0) is Role.NEUTRAL


def days(**changes):
    return day_chart(replace(CPA, evidence=replace(CPA.evidence, **changes)), (), "XX", WRITER)


def marks_of(spec):
    return next(
        layer
        for layer in spec["layer"]
        if layer["mark"].get("strokeWidth") == 1.5 and "strokeDash" in layer["encoding"]
    )


def test_a_day_without_data_breaks_the_line():
    spec = daily_chart(days(), LOOK)
    rows = spec["data"]["values"]
    assert rows[12]["value"] is None
    assert "break" in spec["layer"][-2]["mark"]["invalid"]


def test_without_an_expectation_no_band_is_drawn_and_with_one_it_has_its_bounds():
    assert "area" not in [layer["mark"]["type"] for layer in daily_chart(days(), LOOK)["layer"]]
    band = (
        ExpectedDay(date(2026, 10, 5), 40.0, 30.0, 55.0),
        ExpectedDay(date(2026, 10, 6), 41.0, 31.0, 56.0),
    )
    spec = daily_chart(days(band=band), LOOK)
    area = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "area")
    assert [(row["low"], row["high"]) for row in area["data"]["values"]] == [(30.0, 55.0), (31.0, 56.0)]


def test_what_was_done_stands_at_its_day_and_entries_of_the_month_before_do_not():
    log = (
        LogEntry("1", date(2026, 9, 14), Action.SET_UP, "Earlier"),
        LogEntry("2", date(2026, 10, 12), Action.BUDGET, "A third less", "wish", "meta-ads"),
        LogEntry("3", date(2026, 10, 12), Action.TAG, "New tag"),
    )
    shown = days(events=log)
    assert [(mark.at, mark.sign, mark.text) for mark in shown.marks] == [
        (11, "1", "Budżet\u00a0· Meta Ads: A third less (wish)"),
        (11, "2", "Pomiar: New tag"),
    ]
    (row,) = marks_of(daily_chart(shown, LOOK))["data"]["values"]
    assert (row["day"], row["signs"]) == ("2026-10-12", "1 2")


def test_breaks_and_holidays_are_marked_on_the_same_axis():
    broken = Break(BreakKind.TRACKING, date(2026, 11, 9), text="New tag")
    november = replace(CPA.change, period=month(2026, 11), base_period=month(2026, 10))
    daily = tuple((date(2026, 11, day), 1.0) for day in range(1, 31))
    card = replace(CPA, change=november, evidence=replace(CPA.evidence, daily=daily, earlier=()))
    shown = day_chart(card, (broken,), "PL", WRITER)
    assert [(mark.at, mark.kind) for mark in shown.marks] == [
        (0, MarkKind.HOLIDAY), (8, MarkKind.BREAK), (10, MarkKind.HOLIDAY),
    ]  # fmt: skip
    assert "Święto Niepodległości" in shown.marks[2].text


def test_the_earlier_line_lies_under_the_same_weekdays():
    earlier = tuple((date(2026, 9, day), float(day)) for day in range(1, 31))
    shown = days(earlier=earlier)
    under = dict(zip(shown.days, shown.earlier.values, strict=True))
    assert under[date(2026, 10, 1)] == 3.0  # both are Thursdays
    assert under[date(2026, 10, 28)] == 30.0
    assert under[date(2026, 10, 29)] is None


def test_the_table_of_days_says_all_that_the_chart_shows():
    band = (ExpectedDay(date(2026, 10, 12), 40.0, 30.0, 55.0),)
    log = (LogEntry("2", date(2026, 10, 12), Action.TAG, "New tag"),)
    table = days_table(days(band=band, events=log), WRITER, CPA)
    twelfth = [cell.text for cell in table.rows[11]]
    assert twelfth[0] == "pon.\u00a012.10.2026"
    assert twelfth[-2:] == ["od 30,00\u00a0zł do 55,00\u00a0zł", "1 Pomiar: New tag"]
    assert table.rows[11][1].link.endswith("month=2026-10&metric=cpa&day=2026-10-12")


def test_specifications_are_plain_json():
    for spec in (
        waterfall_chart(waterfall(CPA, WRITER), LOOK),
        contribution_bars(campaigns(CPA, WRITER), LOOK),
        daily_chart(days(), LOOK),
    ):
        assert json.loads(json.dumps(spec)) == spec


def test_a_sparkline_needs_two_points():
    assert sparkline((1.0,)) == ""
    assert sparkline((None, None)) == ""
    assert sparkline((1.0, None, 2.0)).startswith("data:image/svg+xml")


def test_scorecards_carry_both_comparisons_with_what_they_compare_to():
    card = next(card for card in scorecards(REPORT, WRITE).cards if card.metric == "conversions")
    assert [delta.text for delta in card.deltas] == ["−15,3%", "+20,2%"]
    assert [delta.versus for delta in card.deltas] == [
        "w por. z wrześniem",
        "w por. z październikiem\u00a02025",
    ]


def test_months_before_the_cooperation_have_a_ground_of_their_own():
    client = replace(REPORT.client, start=REPORT.months[3].start)
    chart = month_columns(figure("cpa"), replace(REPORT, client=client), WRITE)
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
    shown = found(card, WRITER)
    assert [row.value for row in shown.rows][:2] == [12.0, 2.0]
    assert sum(row.value for row in shown.rows) == pytest.approx(CPA.change.delta)
    assert shown.rows[0].name == "Spring · mobile"
    assert len(found_notes(card, WRITE)) == 3
    assert found(CPA, WRITER) is None
