"""A client's brand: two colours, a font and a logo, with the top of a slide as they make it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from tiger_reports.model.client import Brand
from tiger_reports.services.clients import logo, save_client, set_logo
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.slide import brand_colours
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw
from tiger_reports.ui.plain import html, line

FONTS = ("Calibri", "Arial", "Carlito", "Liberation Sans")
LOGO_MB, LOGO_WIDTH = 5, 180


def client_brand(visit: Visit) -> None:
    t, brand, key = visit.t, visit.client.brand, f"brand-{visit.client.id}-{visit.client.rev}"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        primary = st.color_picker(t("ui.client.primary"), f"#{brand.primary}", key=f"{key}-primary")
        accent = st.color_picker(t("ui.client.accent"), f"#{brand.accent}", key=f"{key}-accent")
        fonts = list(dict.fromkeys((*FONTS, brand.font)))
        font = st.selectbox(
            t("ui.client.font"), fonts, index=fonts.index(brand.font), key=f"{key}-font", width=220
        )
        typed = replace(
            brand, primary=primary.lstrip("#").upper(), accent=accent.lstrip("#").upper(), font=font
        )
        st.button(
            t("ui.word.save"), key=f"{key}-save", disabled=typed == brand, on_click=_save, args=(visit, typed)
        )
    draw(_sample(typed, visit))
    _logo(visit)


def _sample(brand: Brand, visit: Visit) -> str:
    """The top of a slide in these colours."""
    kicker, title = html(visit.t("ui.client.brand")), html(line(visit.client.name))
    return (
        f'<div class="tr-sample" style="{brand_colours(brand)}"><p class="tr-slide-kicker">{kicker}</p>'
        f'<p class="tr-slide-title">{title}</p></div>'
    )


def _logo(visit: Visit) -> None:
    t, picture = visit.t, logo(*visit.scope)
    if picture:
        st.image(picture, width=LOGO_WIDTH, alt=t("ui.client.logo_alt", name=visit.client.name))
    file = st.file_uploader(
        t("ui.client.logo"),
        type=("png", "jpg", "jpeg"),
        max_upload_size=LOGO_MB,
        key=f"logo-{visit.client.id}-{state.counter('logo')}",
    )
    if file is not None:
        state.advance("logo")
        if notices.attempt(lambda: set_logo(*visit.scope, file.getvalue()), t) is not None:
            notices.tell(t("ui.word.saved"))
        st.rerun()


def _save(visit: Visit, brand: Brand) -> None:
    changed = replace(visit.client, brand=brand)
    if notices.attempt(lambda: save_client(visit.office, visit.actor, changed), visit.t) is not None:
        notices.tell(visit.t("ui.word.saved"))
