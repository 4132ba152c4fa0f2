"""Decks of the cooperation's quarters: the frame that all four share, and what each quarter's agenda adds."""

from tiger_reports.decks.quarter.deck import quarter_deck

__all__ = ["quarter_deck"]
