"""The only place that touches session state: few keys, typed, one default each.

Nothing here is worth keeping: words and files are in the database before a run ends.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

LANGUAGE = "language"
CLIENT = "client"
MONTH = "month"
YEAR, QUARTER = "year", "quarter"
"""Names in an address that asks for one quarter of a cooperation."""
NOTICE = "notice"


def get(name: str) -> str:
    return str(st.session_state.get(f"tiger.{name}", ""))


def put(name: str, value: str) -> None:
    st.session_state[f"tiger.{name}"] = value


def keep(name: str, value: object) -> None:
    """A value of this session that is not text: what the reader saw of a card, a conflict to settle."""
    st.session_state[f"tiger.{name}"] = value


def kept(name: str) -> Any:
    return st.session_state.get(f"tiger.{name}")


def drop(name: str) -> None:
    st.session_state.pop(f"tiger.{name}", None)


def take(name: str) -> Any:
    """The value of `name`, once."""
    return st.session_state.pop(f"tiger.{name}", None)


def counter(name: str) -> int:
    return int(st.session_state.get(f"tiger.{name}", 0))


def advance(name: str) -> int:
    """The next number of a counter: a new widget key, a new download."""
    st.session_state[f"tiger.{name}"] = counter(name) + 1
    return counter(name)


def widget(key: str) -> Any:
    """What a widget holds, for callbacks."""
    return st.session_state.get(key)


def show(key: str, value: object) -> None:
    """What a widget holds when it is drawn next."""
    st.session_state[key] = value


def fill(key: str, value: object) -> None:
    """As `show`, for a field that people type in: one that holds the value already is left alone.

    A value that is set overwrites in the browser what somebody is typing while the page draws itself.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
