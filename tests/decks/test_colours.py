"""Whatever the brand, small text can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.decks.pptx_renderer.colours import ENOUGH, WHITE, contrast, palette
from tiger_reports.model.client import Brand

COLOUR = st.integers(0, 0xFFFFFF).map("{:06X}".format)


def test_contrast_is_that_of_the_standard():
    assert contrast("000000", "FFFFFF") == 21
    assert round(contrast("E8590C", "FFFFFF"), 1) == 3.6


@given(COLOUR, COLOUR)
def test_text_stands_out_from_its_ground(primary, accent):
    theme = palette(Brand(primary=primary, accent=accent)).theme
    for slot in ("dk1", "dk2", "accent4", "accent5", "hlink"):
        for ground in (theme["lt1"], theme["lt2"]):
            assert contrast(theme[slot], ground) >= ENOUGH, slot
    assert contrast(WHITE, theme["accent1"]) >= ENOUGH


def test_a_brand_that_reads_well_is_left_as_it_is():
    theme = palette(Brand()).theme
    assert (theme["accent1"], theme["accent2"]) == ("14213D", "E8590C")
    assert theme["hlink"] != "E8590C"
