"""A chart with its accessible name, and the same figures as a table below it."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.exhibits.table import Table
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.charts.look import Spec
from tiger_reports.ui.words import Words


def chart(spec: Spec, alt: str, *, key: str, height: int, themed: bool = True) -> None:
    """Draw a specification; `alt` is not optional. Slides are not `themed`: paper stays light."""
    st.vega_lite_chart(spec, alt=alt, key=key, height=height, theme="streamlit" if themed else None)


def data_below(exhibit: Table, t: Words) -> None:
    with st.expander(t("ui.word.show_data"), icon=":material/table_rows:"):
        table(exhibit)
