"""Pauses of a cooperation, in words."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.model.cooperation import Pause, paused_in
from tiger_reports.model.period import Period
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.dates import brief_range


def paused_words(pauses: Iterable[Pause], period: Period, language: str) -> str:
    """`paused 3–17 May 2026`, only the days inside the period; empty without any."""
    spans = [brief_range(span, language) for span in paused_in(pauses, period)]
    return phrase("tiger.paused", language, days=", ".join(spans)) if spans else ""


def with_pauses(sentence: str, pauses: Iterable[Pause], period: Period, language: str) -> str:
    """The sentence with the paused days in brackets, before its full stop."""
    said = paused_words(pauses, period, language)
    if not said:
        return sentence
    stop = "." if sentence.endswith(".") else ""
    return f"{sentence.removesuffix('.')} ({said}){stop}"
