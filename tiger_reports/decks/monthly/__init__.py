"""The monthly deck: one function a slide, in the order of the catalogue."""

from tiger_reports.decks.monthly.catalogue import CATALOGUE
from tiger_reports.decks.monthly.deck import monthly_deck

__all__ = ["CATALOGUE", "monthly_deck"]
