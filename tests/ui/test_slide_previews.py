"""Nothing of a slide is missing in its preview: groups, ready figures, references, timelines, pictures."""

from __future__ import annotations

import json
from datetime import date
from html import unescape
from io import BytesIO

from PIL import Image

from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.matrix import Matrix, Placed
from tiger_reports.model.exhibits.milestones import Flag, Milestones
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.stacks import Stack, StackPart
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.timeline import Bar, Timeline
from tiger_reports.model.exhibits.variance import TextColumn, VarianceBars, VariancePanel
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.ui.blocks.slide_matrix import matrix_markup
from tiger_reports.ui.blocks.slide_timeline import timeline_markup
from tiger_reports.ui.blocks.slide_words import stories_markup
from tiger_reports.ui.blocks.table import table_markup
from tiger_reports.ui.charts.columns import column_chart
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.charts.milestones import milestones_chart
from tiger_reports.ui.charts.stacks import stack_chart
from tiger_reports.ui.charts.variance import variance_bars

LOOK = Look("en")
MONTHS = ("Nov 25", "Dec 25", "Jan 26", "Feb 26", "Mar 26")
SERIES = Series("Clicks", (1.0, 2.0, 3.0, 4.0, 5.0), Role.NOW)


def columns(**more):
    return ColumnChart("months", "Clicks", MONTHS, (SERIES,), "0", "alt", **more)


def bars(**more):
    panel = VariancePanel("index", "Index", "", (Series("Index", (105.0, 138.0), Role.BETTER),), 100.0)
    return VarianceBars(("Spend", "Clicks"), (panel,), "0", "", "alt", **more)


def picture(side):
    out = BytesIO()
    Image.effect_noise((side, side), 90).convert("RGB").save(out, "PNG")
    return out.getvalue()


def layers_of(spec, mark):
    return [one for one in spec["layer"] if one["mark"]["type"] == mark]


def test_groups_of_months_are_named_under_their_middle_and_parted_where_one_ends():
    spec = column_chart(columns(groups=((2, "before"), (3, "quarter I"))), LOOK)
    named = {
        row["name"]: (row["category"], layer["encoding"]["x"]["bandPosition"])
        for layer in layers_of(spec, "text")
        for row in layer.get("data", {}).get("values", ())
        if "name" in row
    }
    assert named == {"before": ("Nov 25", 1.0), "quarter I": ("Feb 26", 0.5)}
    (parted,) = layers_of(spec, "rule")
    assert parted["data"]["values"] == [{"category": "Jan 26"}]


def test_every_layer_orders_the_months_alike():
    """A layer with another order makes the library sort the months by their names."""
    spec = column_chart(columns(groups=((2, "before"), (3, "quarter I")), shaded=(0, 1)), LOOK)
    axes = [one["encoding"]["x"] for one in (spec, *spec["layer"]) if "x" in one["encoding"]]
    assert {(axis["field"], tuple(axis["sort"])) for axis in axes} == {("category", MONTHS)}


def test_a_chart_without_groups_has_no_room_for_them():
    assert "padding" not in column_chart(columns(), LOOK)


def test_ready_figures_stand_between_the_names_and_the_bars():
    told = (TextColumn("Before", ("207,982", "28,909")), TextColumn("Now", ("217,812", "30,009"), bold=True))
    spec = variance_bars(bars(columns=told), LOOK)
    drawn = json.dumps(spec)
    for text in ("Before", "Now", "207,982", "28,909", "217,812", "30,009"):
        assert f'"{text}"' in drawn
    first = min(row["from"] for row in spec["data"]["values"])
    figures = [
        row["at"]
        for layer in layers_of(spec, "text")
        for row in layer.get("data", {}).get("values", ())
        if "cell" in row
    ]
    assert len(figures) == 4
    assert max(figures) <= first


def test_bars_without_ready_figures_begin_at_the_left():
    spec = variance_bars(bars(), LOOK)
    assert min(row["from"] for row in spec["data"]["values"]) == 0


def test_bars_are_read_against_their_reference():
    spec = variance_bars(bars(), LOOK)
    (dashed,) = [one for one in layers_of(spec, "rule") if "strokeDash" in one["mark"]]
    zero = spec["data"]["values"][0]["from"]
    assert [row["at"] - zero for row in dashed["data"]["values"]] == [100.0]


def test_a_reference_that_no_bar_reaches_still_lies_inside():
    low = VariancePanel("index", "Index", "", (Series("Index", (40.0,), Role.WORSE),), 100.0)
    spec = variance_bars(VarianceBars(("Spend",), (low,), "0", "", "alt"), LOOK)
    assert spec["encoding"]["x"]["scale"]["domain"][1] > spec["data"]["values"][0]["from"] + 100.0


def test_a_timeline_shows_months_bars_and_what_has_to_be_reached():
    bar = Bar("Shooting <b>", date(2026, 4, 1), date(2026, 4, 30), "Ola", "budget agreed")
    ticks = ((date(2026, 4, 1), "Apr"), (date(2026, 5, 1), "May"))
    said = timeline_markup(Timeline((bar,), ticks, date(2026, 6, 1), "legend", "alt"))
    assert "Shooting <b>" not in said
    for text in ("Shooting <b>", "Ola", "◆ budget agreed", "Apr", "May", "legend"):
        assert text in unescape(said)
    assert "margin-left:0.0%;width:49.18%" in said  # thirty days of sixty-one


def test_stacked_parts_stand_on_each_other_with_their_totals_over_them():
    parts = (
        StackPart("Meta", (60.0, 80.0), ("60%", "73%"), "+33%"),
        StackPart("Google", (40.0, 30.0), ("40%", "27%"), "−25%"),
        StackPart("TikTok", (None, 5.0), ("", ""), "new", apart=True),
    )
    spec = stack_chart(Stack("mix", "Spend", ("Before", "Now"), parts, ("100", "115"), "0", "alt"), LOOK)
    rows = {(one["category"], one["role"]): (one["from"], one["to"]) for one in spec["data"]["values"]}
    assert rows["Now", "now"] == (0.0, 80.0)
    assert rows["Now", "year_ago"] == (80.0, 110.0)
    assert rows["Now", "highlight"] == (110.0, 115.0)
    totals = spec["layer"][-1]["data"]["values"]
    assert [(one["label"], one["top"]) for one in totals] == [("100", 100.0), ("115", 115.0)]


def test_flags_stand_at_their_day_within_the_month():
    spec = milestones_chart(Milestones(columns(as_line=True), (Flag(0.0, "1"), Flag(0.5, "2"))), LOOK)
    signs = [one for one in spec["layer"] if "sign" in one.get("data", {}).get("values", [{}])[0]]
    drawn = [one for one in signs if one["mark"]["type"] == "text"]
    places = [(one["data"]["values"][0]["category"], one["encoding"]["x"]["bandPosition"]) for one in drawn]
    assert places == [("Nov 25", 0.0), ("Jan 26", 0.5)]


def test_lines_of_a_cell_stay_lines_of_their_own():
    said = table_markup(Table((Column("Best day"),), ((Cell("1 Dec\n98 <b>"),),), "alt"))
    assert "1 Dec<br>98 &lt;b&gt;" in said


def test_a_card_shows_its_picture_and_what_the_data_say():
    card = StoryCard(
        "Contest",
        "",
        (Paragraph("Idea"),),
        Verdict.SAME,
        evidence="Clicks +12%",
        picture=picture(20),
        picture_alt="mock-up",
    )
    said = stories_markup(StoryCards((card,)))
    assert 'src="data:image/png;base64,' in said
    assert 'alt="mock-up"' in said
    assert "Clicks +12%" in said


def test_a_heavy_picture_is_shown_smaller_rather_than_left_out():
    heavy = picture(1200)
    assert len(heavy) > 300_000
    said = stories_markup(StoryCards((StoryCard("Contest", "", (), Verdict.SAME, picture=heavy),)))
    assert "data:image/" in said
    assert len(said) < 450_000


def test_a_matrix_shows_every_thing_in_its_cell_and_which_one_is_first():
    placed = (Placed("Diary <b>", "€1,800", 0, 1), Placed("Finder", "€2,400", 0, 0, first=True))
    shown = Matrix("Effort", "Effect", ("little", "much"), ("large", "small"), placed, "legend", "alt")
    said = matrix_markup(shown)
    assert "Diary <b>" not in said
    first, second = said.split("<tr>")[2:]
    assert "Finder" in first.split("<td>")[1]
    assert "tr-matrix-first" in first
    assert "Diary" in unescape(second.split("<td>")[1])
    assert "€1,800" in second
    for text in ("Effort", "Effect", "little", "much", "large", "small", "legend"):
        assert text in said


def test_a_dashed_line_over_columns_is_no_further_column():
    steady = Series("Steady", (1.0, 2.5, 4.0, 5.5, 7.0), Role.TARGET)
    spec = column_chart(ColumnChart("returns", "Clicks", MONTHS, (SERIES, steady), "0", "alt"), LOOK)
    assert {row["series"] for row in spec["data"]["values"]} == {"Clicks"}
    (dashed,) = [one for one in layers_of(spec, "line") if "strokeDash" in one["mark"]]
    assert [row["level"] for row in dashed["data"]["values"]] == list(steady.values)
    assert not any("xOffset" in one["encoding"] for one in layers_of(spec, "bar"))


def test_the_title_of_a_post_leads_to_its_network_in_the_preview_too():
    cell = Cell("Sale <b>", bold=True, address='https://www.instagram.com/p/1/?a=1&b="2')
    said = table_markup(Table((Column("Post", numeric=False),), ((cell,),), "posts"))
    assert 'href="https://www.instagram.com/p/1/?a=1&amp;b=&quot;2"' in said
    assert 'rel="noopener"' in said
    assert "<b>Sale &lt;b&gt;</b>" in said
