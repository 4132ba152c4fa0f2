"""Pictures of a change: sums that are exact, shares that are honest, and native charts that say the same."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.decks.layout.cascade import columns, levels
from tiger_reports.decks.layout.wrap import Type, elide_middle
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.monthly.pictures import SlideWriter, _steps_writer
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pictures.levers import waterfall
from tiger_reports.decks.pictures.parts import campaigns, channels
from tiger_reports.decks.pictures.writer import shares
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Lever, Segment
from tiger_reports.model.exhibits.picture import Board, DayChart, Step, Waterfall
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.metric import Value
from tiger_reports.text import LANGUAGES

from .reports import NAVY, whole_report

REPORT = whole_report()
CLICKS = next(card for card in REPORT.cards if card.metric == "clicks")
WRITER = SlideWriter(Page(Telling(REPORT, "en", draft=False), "picture", "explained"))
AMOUNTS = st.floats(-1e6, 1e6).map(lambda x: round(x, 3))


def steps(first, effects):
    whole = [Step("", first, "", Role.PREVIOUS, whole=True)]
    parts = [Step("", effect, "", Role.NEUTRAL) for effect in effects]
    return (*whole, *parts, Step("", first + sum(effects), "", Role.NOW, whole=True))


@given(AMOUNTS, st.lists(AMOUNTS, max_size=6))
def test_stacks_show_exactly_what_lies_between_two_levels_also_across_zero(first, effects):
    told = steps(first, effects)
    for (begin, end), column in zip(levels(told), columns(told), strict=True):
        seen = column.over - column.under
        assert seen == pytest.approx(abs(end - begin), abs=1e-6)
        assert column.over >= 0 >= column.under
        assert column.top == pytest.approx(max(begin, end), abs=1e-6)
        assert column.support * (column.over + column.under) >= 0  # a stack never turns around


def test_shares_are_of_the_change_and_where_signs_cancel_of_all_movement():
    assert shares((80.0, -20.0), 60.0).of(80.0, "en") == "133%"
    cancelled = shares((501.0, -500.0), 1.0)
    assert cancelled.of_movement
    assert cancelled.of(501.0, "en") == "50%"
    assert shares((), 0.0).of(0.0, "en") == ""


def test_bars_the_rest_and_what_is_unexplained_add_up_to_the_change():
    shown = channels(CLICKS, WRITER)
    assert sum(row.value for row in shown.rows) == pytest.approx(CLICKS.change.delta)
    delta = CLICKS.change.delta
    fitted = (Segment((("campaign", "A"),), 10.0, 5.0, delta * 0.6, channel="x"),)
    held = replace(CLICKS.evidence, segments=fitted, rest=delta * 0.3)
    told = campaigns(replace(CLICKS, evidence=held), WRITER)
    assert [row.name for row in told.rows] == ["A", "Everything else", "Not explained"]
    assert [row.value for row in told.rows] == pytest.approx([delta * 0.6, delta * 0.3, delta * 0.1])


def test_more_bars_than_one_can_compare_join_the_rest():
    many = tuple(Segment((("campaign", f"C{n}"),), 0.0, 1.0, 10.0 - n, channel="x") for n in range(10))
    held = replace(CLICKS.evidence, segments=many, rest=0.0)
    told = campaigns(replace(CLICKS, evidence=held), WRITER)
    assert [row.name for row in told.rows[:7]] == [f"C{n}" for n in range(7)]
    assert told.rows[7].value == pytest.approx(3.0 + 2.0 + 1.0)


def test_names_are_cut_in_the_middle_where_they_differ_least():
    kind = Type(11.0)
    name = "Synthetic | Prospecting | New customers"
    assert elide_middle(name, 9.0, kind) == name
    short = elide_middle(name, 1.6, kind)
    assert kind.width(short) <= 1.6
    assert short.startswith("Syn")
    assert short.endswith("ers")


@pytest.mark.parametrize("language", LANGUAGES)
def test_drops_come_first_and_no_more_than_three_changes_get_a_slide(language):
    deck = monthly_deck(whole_report(language), language, draft=False)
    pictured = [slide for slide in deck.slides if slide.key.startswith("picture")]
    assert [slide.key for slide in pictured] == ["picture", "picture-2", "picture-3"]
    assert [slide.exhibits[0].bottom.name.split(":")[1] for slide in pictured] == [
        "clicks",
        "engagement",
        "conversions",
    ]


def test_words_of_an_internal_comment_have_no_slide_of_pictures():
    internal = tuple(replace(c, comment=replace(c.comment, internal=True)) for c in REPORT.cards)
    deck = monthly_deck(replace(REPORT, cards=internal), "en", draft=True)
    assert not [slide for slide in deck.slides if slide.key.startswith("picture")]


def test_the_agencys_own_reasons_stay_out_of_the_deck():
    deck = monthly_deck(REPORT, "en", draft=False)
    said = "\n".join(f"{slide.notes} {slide.exhibits}" for slide in deck.slides)
    assert "A third less a day" in said
    assert "between us" not in said


def test_speaker_notes_list_what_was_done():
    deck = monthly_deck(REPORT, "en", draft=False)
    notes = {slide.key: slide.notes for slide in deck.slides}
    for key in ("summary", "picture"):
        assert "What was done in the month:" in notes[key]
        assert "12\u00a0Oct\u00a02026: Budget\u00a0· facebook: A third less a day" in notes[key]
    assert "What was done" not in notes["plan"]


def test_native_charts_hold_the_numbers_of_the_pictures():
    deck = monthly_deck(REPORT, "en", draft=False)
    data = render(deck, NAVY)
    assert deck_faults(data) == ()
    shapes = {s.name: s for slide in pptx.Presentation(BytesIO(data)).slides for s in slide.shapes}
    board = next(slide for slide in deck.slides if slide.key == "picture").exhibits[0]
    assert isinstance(board, Board)
    first, bars = board.top
    assert isinstance(first, Waterfall)
    chart = shapes[f"picture.{first.name}"].chart
    support, over, under = ([*series.values] for series in chart.plots[0].series)
    seen = [a - b for a, b in zip(over, under, strict=True)]
    assert seen == pytest.approx([abs(step.value) for step in first.steps])
    assert support[0] == support[-1] == 0
    drawn = shapes[f"picture.{bars.name} bars"].chart
    assert [*drawn.plots[0].series[0].values] == pytest.approx(
        [row.value for row in (*bars.rows, bars.total)]
    )
    days = board.bottom
    assert isinstance(days, DayChart)
    areas, lines = shapes[f"picture.{days.name}"].chart.plots
    foot, tall = ([*series.values] for series in areas.series)
    assert [None if f is None else (f, f + t) for f, t in zip(foot, tall, strict=True)] == [
        None if one is None else pytest.approx(one) for one in days.band
    ]
    earlier, now, marks = lines.series
    assert [*now.values] == list(days.now.values)
    assert [*earlier.values] == list(days.earlier.values)
    assert {at for at, value in enumerate(marks.values) if value is not None} == {11, 27}


def test_many_long_sums_of_money_are_told_in_thousands_and_the_title_says_so():
    page = Page(Telling(REPORT, "cs", draft=False), "picture", "explained")
    whole = next(figure for figure in REPORT.figures if figure.metric == "conversion_value").previous
    change = replace(whole, before=Value(880_989.0), after=Value(1_100_153.0), delta=219_164.0)
    levers = tuple(Lever(key, 1.0, 1.2, 54_791.0) for key in ("spend", "cpm", "ctr", "cvr"))
    card = replace(REPORT.cards[0], change=change, evidence=Evidence(levers=levers))
    crowded = waterfall(card, _steps_writer(page, card))
    assert [step.label for step in crowded.steps] == ["881", "+55", "+55", "+55", "+55", "1\u00a0100"]
    assert "tis. PLN" in crowded.title
    few = replace(card, evidence=Evidence(levers=levers[:3]))
    assert waterfall(few, _steps_writer(page, few)).steps[0].label == "880\u00a0989"
