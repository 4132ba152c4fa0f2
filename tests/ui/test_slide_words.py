"""Slides as pages show them: a plan's steps as bars, whatever people wrote in them kept as text."""

from __future__ import annotations

from datetime import date

from tiger_reports.model.slide import Bar, Timeline
from tiger_reports.ui.blocks.slide_words import bars_markup


def test_a_step_stands_where_its_days_are_and_its_words_stay_words():
    first, end = date(2026, 9, 1), date(2026, 9, 11)
    bars = (
        Bar("Test", first, date(2026, 9, 5), "Demo Lead"),
        Bar("<b>Roll-out</b>", date(2026, 9, 6), date(2026, 9, 10), gate="5 > 4"),
    )
    markup = bars_markup(Timeline(bars, ((first, "Sep"),), end, "", "Timeline"))
    assert "margin-left:0.00%;width:50.00%" in markup
    assert "margin-left:50.00%;width:50.00%" in markup
    assert "<b>" not in markup
    assert "5 &gt; 4" in markup
