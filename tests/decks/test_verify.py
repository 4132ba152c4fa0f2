"""A deck says of itself what it shows."""

from __future__ import annotations

from io import BytesIO

import pptx
import pytest

from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.verify import NotOurDeckError, deck_figures

from .reports import NAVY, hostile_report, whole_report


@pytest.mark.parametrize("make", [whole_report, hostile_report])
def test_every_figure_of_the_slides_can_be_read_back(make):
    deck = monthly_deck(make("ru"), "ru", draft=True)
    read = deck_figures(render(deck, NAVY))
    assert (read.client, read.month, read.version, read.kind) == ("demo-bikes", "2026-10", "12", "monthly")
    assert (read.state, read.language) == ("draft", "ru")
    wanted = [
        (slide.key, shown.metric, shown.value, shown.text) for slide in deck.slides for shown in slide.shown
    ]
    assert [(key, s.metric, s.value, s.text) for key, s in read.shown] == wanted


def test_figures_are_equal_to_the_last_bit():
    deck = monthly_deck(whole_report(), "en", draft=False)
    read = deck_figures(render(deck, NAVY))
    assert tuple(shown for _, shown in read.shown) == tuple(s for slide in deck.slides for s in slide.shown)


def test_another_deck_is_refused():
    stream = BytesIO()
    pptx.Presentation().save(stream)
    with pytest.raises(NotOurDeckError):
        deck_figures(stream.getvalue())
    with pytest.raises(NotOurDeckError):
        deck_figures(b"no deck at all")
