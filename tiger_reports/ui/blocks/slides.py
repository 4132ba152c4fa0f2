"""Every slide of a deck: one at a time with a way through them, or all under each other."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.report import Report
from tiger_reports.model.slide import Deck
from tiger_reports.ui.blocks.slide import brand_style, slide
from tiger_reports.ui.blocks.slide_sources import slide_sources
from tiger_reports.ui.markup import section
from tiger_reports.ui.picture_address import picture_address
from tiger_reports.ui.words import Words

VIEWS = ("one", "all")


@st.fragment
def slides(deck: Deck, report: Report, logo: bytes, t: Words) -> None:
    brand = report.client.brand
    section(f"{t('ui.deck.slides')} ({len(deck.slides)})")
    brand_style(brand)
    picture = picture_address(logo)
    view = st.segmented_control(
        t("ui.deck.slides"),
        VIEWS,
        default="one",
        required=True,
        format_func=lambda name: t(f"ui.deck.{name}"),
        key="slides-view",
        label_visibility="collapsed",
    )
    if view == "all":
        for number in range(1, len(deck.slides) + 1):
            slide(deck, number, brand, picture)
            slide_sources(deck.slides[number - 1], report, t)
        return
    number = st.pagination(len(deck.slides), key="slides-number")
    slide(deck, int(number), brand, picture)
    slide_sources(deck.slides[int(number) - 1], report, t)
