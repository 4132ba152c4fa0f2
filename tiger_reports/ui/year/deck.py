"""The deck of a quarter or a year: what is open, the files, the slides as they will be, and earlier decks."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.log import DeckKind
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services import decks, tiger_decks
from tiger_reports.services.clients import logo
from tiger_reports.services.tiger_measuring import Asked
from tiger_reports.ui.blocks.deck_actions import deck_actions
from tiger_reports.ui.blocks.deck_language import deck_language
from tiger_reports.ui.blocks.markup import section
from tiger_reports.ui.blocks.open_items import open_items
from tiger_reports.ui.blocks.sent_decks import sent_decks
from tiger_reports.ui.blocks.slides import slides
from tiger_reports.ui.guard import Visit


def tiger_deck(visit: Visit, asked: Asked, report: TigerReport) -> None:
    t = visit.t
    section(t(f"ui.year.deck_{asked.kind}"), t("ui.deck.lead"))
    language, appendix = deck_language(visit), False
    if asked.kind is DeckKind.YEAR:
        appendix = st.toggle(t("ui.year.appendix"), key="with-appendix", help=t("ui.year.appendix_help"))
    items = tiger_decks.open_items(*visit.scope, asked)
    deck_actions(
        visit,
        items,
        lambda draft: tiger_decks.export(
            *visit.scope, asked, language=language, draft=draft, appendix=appendix
        ),
        leads_only=True,
    )
    open_items(visit, items)
    shown = tiger_decks.preview(*visit.scope, asked, language, appendix=appendix)
    slides(shown, report, logo(*visit.scope), t)
    sent_decks(visit, decks.sent(*visit.scope, asked.kind))
