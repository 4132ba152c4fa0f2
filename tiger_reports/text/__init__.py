"""Every word a person sees, and how numbers, money, dates and plurals are written."""

from tiger_reports.text.catalogue import LANGUAGES, has, phrase

__all__ = ["LANGUAGES", "has", "phrase"]
