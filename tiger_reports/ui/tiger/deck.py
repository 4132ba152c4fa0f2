"""The deck of a quarter or a year: what is open, the files, the slides as they will be, and earlier decks."""

from __future__ import annotations

from typing import TypedDict

import streamlit as st

from tiger_reports.model.log import DeckKind
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.clients import logo
from tiger_reports.services.delivery import decks, tiger_decks
from tiger_reports.services.tiger_year.figures import year_report
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.ui.blocks.deck_actions import deck_actions
from tiger_reports.ui.blocks.deck_language import deck_language
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.blocks.open_items import open_items
from tiger_reports.ui.blocks.sent_decks import sent_decks
from tiger_reports.ui.blocks.slides import slides
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import section

FEWEST, LONGEST = 3, 20
"""Slides that the main part of an annual deck may have at most."""


class Extent(TypedDict, total=False):
    """What `tiger_decks` asks for beside the period and the language."""

    appendix: bool
    most: int


def tiger_deck(visit: Visit, asked: Asked, report: TigerReport) -> None:
    """`report` is of the period; the last quarter's deck holds the year's, whose figures are told too."""
    t, joined = visit.t, asked.ends_year
    lead = f"{t('ui.year.year_end_lead')} {t('ui.deck.lead')}" if joined else t("ui.deck.lead")
    section(t("ui.year.deck_year_end" if joined else f"ui.year.deck_{asked.kind}"), lead)
    language = deck_language(visit)
    extent = _extent(visit) if joined or asked.kind is DeckKind.YEAR else Extent()
    items = tiger_decks.open_items(*visit.scope, asked)
    deck_actions(
        visit,
        items,
        lambda draft: tiger_decks.export(*visit.scope, asked, language=language, draft=draft, **extent),
        workbook=lambda: deliver(visit, "stretch_appendix", asked.key, language),
        leads_only=True,
    )
    open_items(visit, items)
    shown = tiger_decks.preview(*visit.scope, asked, language, **extent)
    traced = year_report(*visit.scope, asked.year) if joined else report
    slides(shown, traced, logo(*visit.scope), t)
    sent_decks(visit, decks.sent(*visit.scope, asked.kind))


def _extent(visit: Visit) -> Extent:
    """How long an annual deck is: a few slides for the meeting, and the appendix if it is wanted."""
    t = visit.t
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        most = st.number_input(
            t("ui.year.most"),
            FEWEST,
            LONGEST,
            tiger_decks.MAIN_SLIDES,
            key="most-slides",
            width=220,
            help=t("ui.year.most_help"),
        )
        appendix = st.toggle(t("ui.year.appendix"), key="with-appendix", help=t("ui.year.appendix_help"))
    return Extent(appendix=appendix, most=int(most))
