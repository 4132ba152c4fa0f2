"""Names of the cooperation's own quarters, months and years: never a bare "Q1", always with their dates."""

from __future__ import annotations

from tiger_reports.model.log import DeckKind
from tiger_reports.model.stretch import Stretch
from tiger_reports.model.tiger_year import TigerPeriod
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.dates import date_range


def stretch_name(stretch: Stretch, language: str) -> str:
    """`Quarter I of the cooperation`; the time before it is called so, whatever its place in its year."""
    if stretch.before_cooperation:
        return phrase("tiger.before", language)
    if stretch.kind is DeckKind.YEAR:
        return year_name(stretch.year, language)
    return quarter_name(stretch.year, stretch.number, language)


def stretch_title(stretch: Stretch, language: str) -> str:
    """The name with its dates in brackets."""
    return f"{stretch_name(stretch, language)} ({date_range(stretch.period, language)})"


def quarter_name(year: int, number: int, language: str) -> str:
    key = "tiger.quarter" if year == 1 else "tiger.quarter_later"
    return phrase(key, language, quarter=phrase(f"tiger.numeral.{number}", language), year=year)


def quarter_title(quarter: TigerPeriod, language: str) -> str:
    return f"{quarter_name(quarter.year, quarter.number, language)} ({date_range(quarter.period, language)})"


def year_name(year: int, language: str) -> str:
    return phrase("tiger.year", language, year=year)


def year_title(year: TigerPeriod, language: str) -> str:
    return f"{year_name(year.number, language)} ({date_range(year.period, language)})"


def month_title(month: TigerPeriod, language: str) -> str:
    """`Month 3 of the cooperation (17 May 2026 – 16 Jun 2026)`, counted inside its Tiger Year."""
    key = "tiger.month" if month.year == 1 else "tiger.month_later"
    name = phrase(key, language, number=month.number, year=month.year)
    return f"{name} ({date_range(month.period, language)})"


def compared_with(stretch: Stretch, language: str) -> str:
    """`vs quarter II of the cooperation`, in the case that the preposition asks for."""
    if stretch.before_cooperation:
        return phrase("tiger.versus.before", language)
    if stretch.kind is DeckKind.YEAR:
        return phrase("tiger.versus.year", language)
    key = "tiger.versus" if stretch.year == 1 else "tiger.versus_later"
    return phrase(f"{key}.{stretch.number}", language, year=stretch.year)


def quarter_short(year: int, number: int, language: str) -> str:
    """The name under a chart whose title has the dates; a quarter of the time before has no number."""
    if year < 1:
        return phrase("tiger.before", language)
    numeral = phrase(f"tiger.numeral.{number}", language)
    key = "tiger.quarter" if year == 1 else "tiger.quarter_short"
    return phrase(key, language, quarter=numeral, year=year)
