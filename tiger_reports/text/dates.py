"""Dates and months in the four languages, with the cases that prepositions ask for."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, get_month_names

from tiger_reports.model.period import Period
from tiger_reports.text.catalogue import phrase

SHORT = {"en": "d MMM y", "pl": "d.MM.y", "cs": "d. M. y", "ru": "dd.MM.y"}
DAY = {"en": "d", "pl": "d", "cs": "d.", "ru": "dd"}
NBSP = "\u00a0"


def short_date(day: date, language: str) -> str:
    """`3 May 2026`, `3.05.2026`, `3. 5. 2026`, `03.05.2026`."""
    return format_date(day, SHORT[language], locale=language).replace(" ", NBSP)


def weekday_date(day: date, language: str) -> str:
    """`Mon 12 Oct 2026`, `pon. 12.10.2026`."""
    return f"{format_date(day, 'EEE', locale=language)}{NBSP}{short_date(day, language)}"


def date_range(period: Period, language: str) -> str:
    """First and last day of a period, with the year once where it is the same."""
    first, last = period.start, period.last_day
    if first == last:
        return short_date(first, language)
    return f"{short_date(first, language)} \u2013 {short_date(last, language)}"


def brief_range(period: Period, language: str) -> str:
    """The same, shorter inside one month: `3–17 May 2026`, `3.–17. 5. 2026`."""
    first, last = period.start, period.last_day
    if first == last or (first.year, first.month) != (last.year, last.month):
        return date_range(period, language)
    return f"{format_date(first, DAY[language], locale=language)}\u2013{short_date(last, language)}"


def month_name(period: Period, language: str, case: str = "nominative") -> str:
    """The month's name in a case: nominative, genitive, locative or instrumental."""
    number = period.start.month
    if case in {"locative", "instrumental"} and language != "en":
        return phrase(f"month.{case}.{number}", language)
    genitive = case == "genitive"
    return str(get_month_names("wide", "format" if genitive else "stand-alone", language)[number])


def month_title(period: Period, language: str) -> str:
    """`October 2026`, `październik 2026`: lower case where the language has it so."""
    return f"{month_name(period, language)}{NBSP}{period.start.year}"


def period_title(period: Period, language: str) -> str:
    """A calendar month by its name, other days as they are."""
    return month_title(period, language) if period.is_calendar_month else date_range(period, language)


def month_short(period: Period, language: str) -> str:
    """A short label for an axis: `Oct 26`, `paź 26`."""
    name = get_month_names("abbreviated", "stand-alone", language)[period.start.month]
    if language == "cs":
        name = str(period.start.month)  # Czech abbreviations are just the first letters; digits are read
        return f"{name}/{period.start:%y}"
    return f"{name.rstrip('.')} {period.start:%y}"


def compared_with(period: Period, language: str) -> str:
    """`vs May`, `w por. z majem`, `oproti květnu`, `по сравнению с маем`."""
    name = month_name(period, language, "locative" if language == "cs" else "instrumental")
    return phrase("compare.with", language, month=name)


def compared_with_year(period: Period, language: str) -> str:
    """The same with the year, for the month a year ago."""
    name = month_name(period, language, "locative" if language == "cs" else "instrumental")
    return phrase("compare.with", language, month=f"{name}{NBSP}{period.start.year}")
