"""Text is measured, never guessed: what fits, what is cut, what goes on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.comment import split_paragraphs
from tiger_reports.decks.layout.fit import fits, paragraphs_height
from tiger_reports.decks.layout.font import face
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import pages
from tiger_reports.decks.layout.wrap import Type, elide, split, wrap
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.words import Paragraph

KIND = Type(12.0)
WORDS = st.text(alphabet="abcdefghijklmnoprstuwyzżółćščřйцукен 🚲0123456789,.-", max_size=200)


def test_widths_are_those_of_calibri_and_arial():
    assert face("Calibri").width("M", 72) == pytest.approx(0.855, abs=0.001)
    assert face("Arial").width("M", 72) == pytest.approx(0.833, abs=0.001)
    assert face("Some Unknown Font").width("M", 72) > face("Arial").width("M", 72)


def test_the_fonts_know_the_letters_of_our_languages():
    for family in ("Calibri", "Arial"):
        assert (
            face(family).lacks("Zażółć gęślą jaźń, příliš žluťoučký kůň, съешь ещё булок – „x” «x» −+%×")
            == ()
        )
    assert face("Calibri").lacks("🚲") == ("🚲",)


@given(WORDS, st.floats(0.5, 8))
def test_no_line_is_wider_than_its_column(text, width):
    for line in wrap(text, width, KIND):
        assert KIND.width(line) <= width + 1e-9


@given(WORDS, st.floats(0.5, 8))
def test_wrapping_keeps_every_letter(text, width):
    assert "".join(wrap(text, width, KIND)).replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.floats(0.8, 6), st.integers(1, 3))
def test_a_cut_name_fits_and_keeps_its_beginning(text, width, lines):
    short = elide(text, width, KIND, lines)
    assert len(wrap(short, width, KIND)) <= lines
    assert text.startswith(short.removesuffix("…"))


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), max_size=80), st.integers(2, 6))
def test_a_split_text_loses_no_word(words, lines):
    head, tail = split(" ".join(words), 2.0, KIND, lines)
    assert f"{head} {tail}".split() == words
    assert len(wrap(head, 2.0, KIND)) <= lines


def test_a_text_takes_the_largest_size_that_fits():
    box = Box(0, 0, 2.4, 0.45)
    assert fits("short", box).size == 14
    longer = fits("a text that needs two lines at the smaller sizes of this box", box)
    assert (longer.size, longer.cut) == (13, 0)


def test_a_text_that_is_too_long_says_how_much_to_cut():
    box, text = Box(0, 0, 3, 0.4), "word " * 60
    cut = fits(text, box).cut
    assert cut > 0
    assert fits(text[: len(text) - cut - 5], box).fits


def test_paragraphs_go_on_where_the_box_ends():
    paragraphs = (Paragraph("one two three " * 20, "Cause:"), Paragraph("four five six " * 20, "Solution:"))
    box = Box(0, 0, 3, 1.6)
    head, tail = split_paragraphs(paragraphs, box, "Calibri")
    assert paragraphs_height(head, box.width, 11, "Calibri") <= box.height
    said = " ".join(p.text for p in (*head, *tail)).split()
    assert said == " ".join(p.text for p in paragraphs).split()


def test_rows_of_a_long_table_are_spread_evenly():
    table = Table((Column("A", numeric=False),), tuple((Cell(f"row {n}"),) for n in range(30)), "alt")
    portions = pages(table, 12, 4.8, "Calibri")
    assert [len(portion) for portion in portions] == [15, 15]


def test_the_frame_keeps_its_margins():
    boxes = (
        WIDE.kicker,
        WIDE.title,
        WIDE.body,
        WIDE.exhibit,
        WIDE.comment,
        WIDE.source,
        WIDE.footer,
        WIDE.number,
    )
    assert all(box.x >= WIDE.margin - 1e-9 and box.right <= WIDE.width - WIDE.margin + 1e-9 for box in boxes)
    order = (WIDE.kicker, WIDE.title, WIDE.body, WIDE.source, WIDE.footer)
    assert all(upper.bottom <= lower.y + 0.03 for upper, lower in pairwise(order))
    assert WIDE.exhibit.right < WIDE.comment.x
