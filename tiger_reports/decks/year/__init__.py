"""The annual deck: a few slides of before and now, successes and what comes next; the rest as an appendix."""

from tiger_reports.decks.year.deck import MOST, annual_deck

__all__ = ["MOST", "annual_deck"]
