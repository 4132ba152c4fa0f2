"""Decks that were made before, byte for byte as they were."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.log import SentDeck
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import markdown


def sent_decks(visit: Visit, made: tuple[SentDeck, ...]) -> None:
    t = visit.t
    section(t("ui.deck.sent"))
    if not made:
        note(t("ui.deck.sent_empty"))
    for deck in made:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            kind = t("ui.deck.is_draft" if deck.draft else "ui.deck.is_client")
            colour = "orange" if deck.draft else "green"
            version = t("ui.deck.version", version=deck.version)
            when = moment(deck.made_at, visit.client.timezone, t.language)
            st.markdown(
                f"**{markdown(deck.file)}** :{colour}-badge[{kind}] "
                f":gray[{when} · {markdown(deck.made_by)} · {version}]"
            )
            if st.button(
                t("ui.word.download"), key=f"sent-{deck.id}", type="tertiary", icon=":material/download:"
            ):
                deliver(visit, "deck", deck.id)
