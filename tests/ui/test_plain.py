"""Names from outside stay words: no picture, link, tag, formula or colour comes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tiger_reports.ui.plain import html, line, markdown, shortened

HOSTILE = "![x](https://example.invalid/p.png) <b onclick=alert(1)>|a|</b> $x$ :red[hm] `code` #1 ~s~"


def test_markdown_loses_every_mark_that_could_mean_something():
    written = markdown(HOSTILE)
    for mark in "![]()<>|$:`#~":
        assert f"\\{mark}" in written
        assert mark not in written.replace(f"\\{mark}", "")


def test_html_opens_no_tag_and_closes_no_attribute():
    written = html(HOSTILE + "\"'")
    assert "<" not in written
    assert '"' not in written
    assert "'" not in written


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\u2066", "\u0000", "\ufeff"])
def test_unseen_marks_are_taken_out(mark):
    assert line(f"a{mark}b") == "ab"
    assert html(f"a{mark}b") == "ab"


def test_a_name_is_one_line():
    assert line("a\nb\r\nc\td") == "a b c d"


@given(some.text(max_size=200), some.integers(min_value=4, max_value=60))
def test_a_shortened_name_is_never_longer_than_asked(text, most):
    assert len(shortened(text, most)) <= most


def test_a_shortened_name_keeps_its_end():
    assert shortened("Autumn sale 2026 | prospecting | video | Warsaw", 20).endswith("Warsaw")
