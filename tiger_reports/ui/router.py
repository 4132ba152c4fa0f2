"""The script that every run starts with: style, language, who asks, and the pages that are open to them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tiger_reports.ui import identity, selection
from tiger_reports.ui.cache import office
from tiger_reports.ui.components.document import document
from tiger_reports.ui.places import PLACES
from tiger_reports.ui.words import Words

HERE = Path(__file__).parent


def main() -> None:
    t = Words(selection.language())
    st.set_page_config(page_title=t("ui.app"), page_icon=str(HERE / "tiger.svg"), layout="wide")
    st.html(HERE / "style.css")
    st.logo(HERE / "logo.svg", size="large", icon_image=HERE / "tiger.svg")
    document(t.language)
    if not identity.signed_in():
        _sign_in(t)
    elif identity.current(office()) is None:
        st.navigation([st.Page(PLACES[0].path, title=t("ui.app"))], position="hidden").run()
    else:
        st.navigation(_pages(t)).run()


def _pages(t: Words) -> list[st.Page]:
    return [
        st.Page(
            place.path,
            title=t(f"ui.page.{place.slug}.title"),
            help=t(f"ui.page.{place.slug}.help"),
            icon=place.icon,
            url_path=place.slug,
            default=place is PLACES[0],
        )
        for place in PLACES
    ]


def _sign_in(t: Words) -> None:
    st.title(t("ui.app"))
    st.write(t("ui.frame.welcome"))
    st.button(t("ui.frame.sign_in"), on_click=st.login, type="primary", icon=":material/login:")


main()
