"""The language of a deck: the client's, unless another one is asked for."""

from __future__ import annotations

import streamlit as st

from tiger_reports.text import LANGUAGES
from tiger_reports.ui.guard import Visit


def deck_language(visit: Visit) -> str:
    t = visit.t
    picked = st.segmented_control(
        t("ui.deck.language"),
        LANGUAGES,
        default=visit.client.language,
        required=True,
        format_func=lambda language: t(f"ui.language.{language}"),
        key=f"deck-language-{visit.client.id}",
    )
    return str(picked or visit.client.language)
