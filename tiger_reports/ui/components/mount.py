"""Components from the files beside this one; each is registered once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

Mounted = Callable[..., Any]


@cache
def component(name: str, *, styled: bool = False, marked: bool = False) -> Mounted:
    """`<name>.js` with its `.html` where `marked` and its `.css` where `styled`."""
    return st.components.v2.component(
        f"tiger_{name}",
        js=_text(f"{name}.js"),
        html=_text(f"{name}.html") if marked else "<span hidden></span>\n",
        css=_text(f"{name}.css") if styled else None,
    )


def _text(file: str) -> str:
    return (files(__package__) / file).read_text("utf-8")
