"""A month's report as a deck."""

from __future__ import annotations

from tiger_reports.decks.monthly.catalogue import CATALOGUE
from tiger_reports.decks.writing.assembly import deck_of
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.report import MonthReport
from tiger_reports.model.slide import Deck


def monthly_deck(report: MonthReport, language: str, *, draft: bool) -> Deck:
    """A month's deck.

    A client deck (`draft` false) holds approved comments only; a draft holds every comment that is not
    internal, and carries its mark on every slide.
    """
    return deck_of(Telling(report, language, draft), CATALOGUE, "monthly")
