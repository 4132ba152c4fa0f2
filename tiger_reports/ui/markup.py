"""Our own HTML, from escaped text only."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.change import Verdict
from tiger_reports.ui.figures import TRIANGLES
from tiger_reports.ui.plain import html

TONES = {Verdict.BETTER: "better", Verdict.WORSE: "worse"}


def tone(verdict: Verdict) -> str:
    return TONES.get(verdict, "neutral")


def triangle(sign: int, verdict: Verdict) -> str:
    return f'<span class="tr-mark tr-{tone(verdict)}" aria-hidden="true">{TRIANGLES[sign]}</span>'


def draw(markup: str) -> None:
    st.html(markup)


def head(kicker: str, title: str, lead: str = "") -> None:
    """The top of a page, in the look of a slide's top."""
    below = f'<p class="tr-lead">{html(lead)}</p>' if lead else ""
    top = f'<p class="tr-kicker">{html(kicker)}</p><h1>{html(title)}</h1>'
    draw(f'<header class="tr-head">{top}{below}</header>')


def section(title: str, lead: str = "") -> None:
    below = f'<p class="tr-lead">{html(lead)}</p>' if lead else ""
    draw(f'<div class="tr-section"><h2>{html(title)}</h2>{below}</div>')


def chip(text: str, kind: str = "neutral") -> str:
    return f'<span class="tr-chip tr-chip-{kind}">{html(text)}</span>'


def note(text: str, kind: str = "neutral") -> None:
    draw(f'<p class="tr-note tr-note-{kind}">{html(text)}</p>')


def empty(title: str, text: str) -> None:
    """A friendly word where there is nothing to show yet."""
    draw(f'<div class="tr-empty"><p class="tr-empty-title">{html(title)}</p><p>{html(text)}</p></div>')
