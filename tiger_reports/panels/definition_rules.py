"""The rules a panel definition must keep. Each gives issues; all of them are shown together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from babel import Locale, UnknownLocaleError

from tiger_reports.model.fact import COLUMNS, MEASURES, REPORTED, Level
from tiger_reports.panels import fold
from tiger_reports.panels.codes import FINDING_CODES
from tiger_reports.panels.definition import (
    BY_TITLE,
    CHANNEL,
    DAY_ROLES,
    SIDE_ROLES,
    Panel,
    PanelKind,
    Preamble,
    Report,
    Sign,
    TotalRule,
)
from tiger_reports.panels.options import DateOrder

NOT_FROM_A_HEADER = {"period_start", "period_end", "source_row", "bounds", "figure"}
ROLES = frozenset((*COLUMNS, *DAY_ROLES, *SIDE_ROLES, BY_TITLE, CHANNEL)) - NOT_FROM_A_HEADER
RENAMED = {"key": "panel", "reports": "report", "refusals": "refusal"}
NOT_WRITTEN = {"source", "currency", "column_map"}
"""Fields of panels that a person described."""
KEYS = frozenset(RENAMED.get(field.name, field.name) for field in fields(Panel)) - NOT_WRITTEN
REPORT_KEYS = frozenset(field.name for field in fields(Report))
TOTAL_KEYS = frozenset({"rule", "words", "covers", "known", "whole"})
SIGN_KEYS = frozenset(field.name for field in fields(Sign)) - {"headers"}
PREAMBLE_KEYS = frozenset(field.name for field in fields(Preamble))

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Issue:
    file: str
    text: str


def issues_of_document(file: str, document: Document) -> tuple[Issue, ...]:
    """What is wrong with one TOML document before it becomes a panel."""
    return tuple(Issue(file, text) for rule in DOCUMENT_RULES for text in rule(document))


def issues_of_panels(panels: Iterable[Panel]) -> tuple[Issue, ...]:
    """What is wrong with panels on their own and together."""
    listed = tuple(panels)
    counts = Counter(panel.key for panel in listed)
    twice = (
        Issue(p.source, f"panel {p.key!r} is defined more than once") for p in listed if counts[p.key] > 1
    )
    alone = (Issue(panel.source, text) for panel in listed for rule in PANEL_RULES for text in rule(panel))
    return (*twice, *alone)


def _known_keys(document: Document) -> Iterator[str]:
    yield from _strangers("key", document, KEYS)
    yield from _strangers("totals key", document.get("totals", {}), TOTAL_KEYS)
    yield from _strangers("preamble key", document.get("preamble", {}), PREAMBLE_KEYS)
    for report in document.get("report", ()):
        yield from _strangers("report key", report, REPORT_KEYS)
    for refusal in document.get("refusal", ()):
        yield from _strangers("refusal key", refusal, frozenset({"code", "cells"}))
    for sign in _signs(document):
        yield from _strangers("sign key", sign, SIGN_KEYS)


def _needed_keys(document: Document) -> Iterator[str]:
    for name in ("panel", "name", "columns", "report"):
        if not document.get(name):
            yield f"{name} is missing"
    for report in document.get("report", ()):
        if not report.get("key"):
            yield "a report has no key"
        if not report.get("signs"):
            yield f"report {report.get('key')!r} has no sign to be recognised by"
    for refusal in document.get("refusal", ()):
        if not (refusal.get("code") and refusal.get("cells")):
            yield "a refusal has no code or no cells to be recognised by"


def _known_values(document: Document) -> Iterator[str]:
    totals = document.get("totals", {})
    levels = [*totals.get("covers", {}), *(r["level"] for r in document.get("report", ()) if "level" in r)]
    yield from _strangers("level", levels, frozenset(level.value for level in Level))
    yield from _strangers(
        "total rule", [totals.get("rule", "none")], frozenset(rule.value for rule in TotalRule)
    )
    yield from _strangers("decimal mark", document.get("decimal", "") or ".", frozenset(".,"))
    orders = frozenset(order.value for order in DateOrder)
    yield from _strangers("date order", [document.get("date_order", "day-first")], orders)
    yield from _strangers("kind", [document.get("kind", "ads")], frozenset(kind.value for kind in PanelKind))
    codes = [refusal["code"] for refusal in document.get("refusal", ()) if "code" in refusal]
    yield from _strangers("finding", (*codes, *document.get("notes", ())), frozenset(FINDING_CODES))


def _patterns_compile(document: Document) -> Iterator[str]:
    patterns = [
        *document.get("footers", ()),
        *document.get("cut", ()),
        *(cell for refusal in document.get("refusal", ()) for cell in refusal.get("cells", ())),
        *(sign["title"] for sign in _signs(document) if "title" in sign),
    ]
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"pattern {pattern!r} does not compile: {error}"


def _signs(document: Document) -> list[Mapping[str, Any]]:
    of_reports = [sign for report in document.get("report", ()) for sign in report.get("signs", ())]
    return [*of_reports, *document.get("weak", ())]


def _strangers(what: str, names: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    yield from (f"unknown {what} {name!r}" for name in names if name not in known)


def _known_columns(panel: Panel) -> Iterator[str]:
    yield from _strangers("column", panel.columns, ROLES)
    numbers = frozenset((*MEASURES, *REPORTED))
    derived = [*panel.derive, *(source for sources in panel.derive.values() for source in sources)]
    yield from _strangers("derived column", derived, numbers)
    yield from _strangers("percent column", panel.percent_numbers, numbers)


def _signs_ask_for_columns_that_exist(panel: Panel) -> Iterator[str]:
    for sign in (*panel.weak, *(sign for report in panel.reports for sign in report.signs)):
        asked = [*sign.columns, *sign.any_of, *filter(None, (sign.first, sign.last, sign.bracket))]
        yield from _strangers("column in a sign", asked, frozenset(panel.columns))
        if sign == Sign():
            yield "a sign that asks for nothing fits every file"


def _languages_are_known(panel: Panel) -> Iterator[str]:
    languages = {language for aliases in panel.columns.values() for language in aliases} | set(panel.believed)
    for language in sorted(languages):
        try:
            Locale.parse(language, sep="-")
        except (ValueError, UnknownLocaleError):
            yield f"unknown language {language!r}"


def _aliases_mean_one_thing(panel: Panel) -> Iterator[str]:
    meanings: dict[str, set[str]] = {}
    for column, languages in panel.columns.items():
        for header in (header for headers in languages.values() for header in headers):
            meanings.setdefault(fold.key(header), set()).add(column)
    for header, columns in meanings.items():
        if len(columns) > 1:
            yield f"header {header!r} means {' and '.join(sorted(columns))}"


def _reports_have_their_own_keys(panel: Panel) -> Iterator[str]:
    counts = Counter(report.key for report in panel.reports)
    yield from (f"report {key!r} is defined more than once" for key, count in counts.items() if count > 1)


DOCUMENT_RULES: tuple[Callable[[Document], Iterator[str]], ...] = (
    _known_keys,
    _needed_keys,
    _known_values,
    _patterns_compile,
)
PANEL_RULES: tuple[Callable[[Panel], Iterator[str]], ...] = (
    _known_columns,
    _signs_ask_for_columns_that_exist,
    _languages_are_known,
    _aliases_mean_one_thing,
    _reports_have_their_own_keys,
)
