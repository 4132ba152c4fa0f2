"""A finding in words: what is wrong, why it matters, how to mend it, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from string import Formatter

from tiger_reports.model.finding import Finding
from tiger_reports.text.catalogue import has, phrase, phrases
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING, money, number, percent

FIGURES = frozenset({"value", "other", "sum_of_rows", "total", "gap", "recomputed", "per_day", "usual"})
"""Placeholders written in the unit that the detail `unit` names; other numbers are counts."""

PARTS = ("title", "why", "fix")
WRITABLE = 1e15
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNKNOWN = "unknown"


@dataclass(frozen=True)
class Described:
    """Sentences in one language, ready to show. `where` is empty where the finding has no place."""

    title: str
    why: str
    fix: str
    where: str


def describe(finding: Finding, language: str) -> Described:
    """The words for a finding; a code or a detail without words never raises."""
    code = finding.code if has(f"finding.{finding.code}.title", language) else _UNKNOWN
    values = _values(finding, language)
    title, why, fix = (_filled(f"finding.{code}.{part}", language, values) for part in PARTS)
    return Described(title, why, fix, ", ".join(_places(finding, language)))


def _places(finding: Finding, language: str) -> Iterator[str]:
    if finding.file:
        yield finding.file
    if finding.row is not None:
        more = finding.count - 1
        key = "finding.where.rows" if more else "finding.where.row"
        yield phrase(key, language, row=finding.row, n=more, more=number(more, language))
    if finding.column:
        yield phrase("finding.where.column", language, column=column_name(finding.column, language))
    if "account" in finding.details:
        yield phrase("finding.where.account", language, account=finding.details["account"])


def found_value(finding: Finding, language: str) -> str:
    """The value as a person writes it: a figure in its unit, anything else as it stands in the file."""
    details, value = finding.details, finding.value
    if value is None:
        return MISSING
    unit, currency = str(details.get("unit", "")), str(details.get("currency", ""))
    return _figure(value, unit, currency, language) if unit else value


def column_name(name: str, language: str) -> str:
    """The file's own header; words where the file has none and our own name of the column came through."""
    key = f"finding.field.{name}"
    return phrase(key, language) if has(key, language) else name


def _filled(key: str, language: str, values: dict[str, object]) -> str:
    """The phrase with a dash in place of each value that the finding does not have."""
    found = phrases(language).get(key, "")
    texts = found.values() if isinstance(found, dict) else (found,)
    names = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
    return phrase(key, language, **{**dict.fromkeys(names, MISSING), **values}) if found else ""


def _values(finding: Finding, language: str) -> dict[str, object]:
    """Everything a sentence may name, already written for the language; `n` stays a number for plurals."""
    details = dict(finding.details)
    unit, currency = str(details.get("unit", "")), str(details.get("currency", ""))
    shown = {
        name: _figure(value, unit, currency, language) if name in FIGURES else _plain(name, value, language)
        for name, value in {"value": finding.value, **details}.items()
        if value is not None
    }
    n = details.get("n", finding.count)
    column = column_name(finding.column, language) if finding.column else None
    place = {"file": finding.file, "column": column, "row": finding.row}
    return {
        **{name: value for name, value in place.items() if value is not None},
        **shown,
        "n": n,
        "count": number(_amount(n), language),
    }


def _plain(name: str, value: str | float, language: str) -> str:
    if name.endswith("_column"):
        return column_name(str(value), language)
    if isinstance(value, str):
        return _ISO_DAY.sub(lambda match: _day(match[0], language), value)
    if name.endswith("row"):
        return str(value)  # as the spreadsheet program shows it
    if name == "share":
        return percent(value, language)
    if _amount(value) is None:
        return str(value)
    return number(value, language, 0 if float(value).is_integer() else 2)


def _figure(value: str | float, unit: str, currency: str, language: str) -> str:
    amount = _amount(value) if unit else None
    if amount is None:
        return _plain("", value, language)
    match unit:
        case "money" if currency:
            return money(amount, currency, language)
        case "percent":
            return percent(amount, language, 2)
        case "money" | "factor":
            return number(amount, language, 2)
    return number(amount, language, 0 if amount.is_integer() else 2)


def _amount(value: str | float) -> float | None:
    """A number that can be written out; none for texts, for endless values and for absurd ones."""
    try:
        amount = float(value)
    except ValueError:
        return None
    return amount if abs(amount) < WRITABLE else None


def _day(text: str, language: str) -> str:
    try:
        return short_date(date.fromisoformat(text), language)
    except ValueError:
        return text
