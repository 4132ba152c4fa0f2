"""What the last action brought: said once, at the top of the page that is drawn next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from tiger_reports.services.refusals import RefusedError
from tiger_reports.ui import state
from tiger_reports.ui.markup import note
from tiger_reports.ui.words import Words

T = TypeVar("T")


@dataclass(frozen=True)
class Notice:
    text: str
    refused: bool = False


def tell(text: str) -> None:
    state.keep(state.NOTICE, Notice(text))


def refuse(text: str) -> None:
    """The page's own refusal, before any service was asked."""
    state.keep(state.NOTICE, Notice(text, refused=True))


def attempt(act: Callable[[], T], t: Words) -> T | None:
    """The result of a service, or None and its refusal told to the reader."""
    try:
        return act()
    except RefusedError as refusal:
        state.keep(state.NOTICE, Notice(reason(refusal, t), refused=True))
        return None


def reason(refusal: RefusedError, t: Words) -> str:
    return t.first(f"refusal.{refusal.code}", "ui.error.refused", code=refusal.code, **refusal.details)


def show() -> None:
    notice = state.take(state.NOTICE)
    if notice is None:
        return
    if notice.refused:
        note(notice.text, "worse")
    else:
        st.toast(notice.text, icon=":material/check:")
