"""The panel definitions: read from TOML, held against a list of rules, given out as values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tiger_reports.model.fact import Level
from tiger_reports.panels.definition import Panel, Preamble, Report, Sign, TotalRule, Totals
from tiger_reports.panels.definition_rules import Issue, issues_of_document, issues_of_panels
from tiger_reports.panels.options import DateOrder

LISTS = (
    "null_marks",
    "null_rates",
    "delimiters",
    "percent_numbers",
    "believed",
    "unused",
    "no_data",
    "footers",
    "bulk",
)


class DefinitionError(ValueError):
    """A definition breaks the rules; the message lists every issue with its file."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        super().__init__("\n".join(f"{issue.file}: {issue.text}" for issue in issues))


@cache
def panels() -> tuple[Panel, ...]:
    """All panels that ship with the program, by file name."""
    folder = files("tiger_reports.panels") / "definitions"
    sources = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return load({entry.name: entry.read_text("utf-8") for entry in sources if entry.name.endswith(".toml")})


def load(sources: Mapping[str, str]) -> tuple[Panel, ...]:
    """Panels of TOML texts by file name; raise DefinitionError with all issues."""
    documents = {name: tomllib.loads(text) for name, text in sources.items()}
    _refuse(issue for name, document in documents.items() for issue in issues_of_document(name, document))
    found = tuple(_panel(name, document) for name, document in documents.items())
    _refuse(issues_of_panels(found))
    return found


def panel_keys() -> tuple[str, ...]:
    return tuple(panel.key for panel in panels())


def panel_name(key: str) -> str:
    """The panel's own name, the same in every language; a key that no definition has stays as it is."""
    return next((panel.name for panel in panels() if panel.key == key), key)


def _refuse(issues: Iterable[Issue]) -> None:
    listed = tuple(issues)
    if listed:
        raise DefinitionError(listed)


def _panel(source: str, document: Mapping[str, Any]) -> Panel:
    order = document.get("date_order")
    return Panel(
        key=document["panel"],
        name=document["name"],
        source=source,
        columns={column: _lists(languages) for column, languages in document["columns"].items()},
        reports=tuple(_report(entry) for entry in document["report"]),
        weak=tuple(_sign(entry) for entry in document.get("weak", ())),
        decimal=document.get("decimal", ""),
        date_order=DateOrder(order) if order else None,
        timezone=document.get("timezone", ""),
        derive=_lists(document.get("derive", {})),
        totals=_totals(document.get("totals", {})),
        preamble=Preamble(**_lists(document.get("preamble", {}))),
        **{name: tuple(document.get(name, ())) for name in LISTS},
    )


def _lists(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(entries) for name, entries in table.items()}


def _report(entry: Mapping[str, Any]) -> Report:
    level = entry.get("level")
    return Report(
        key=entry["key"],
        signs=tuple(_sign(sign) for sign in entry["signs"]),
        stacked=entry.get("stacked", False),
        period_in_name=entry.get("period_in_name", False),
        level=Level(level) if level else None,
    )


def _sign(entry: Mapping[str, Any]) -> Sign:
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in entry.items()}
    return Sign(**values)


def _totals(entry: Mapping[str, Any]) -> Totals:
    return Totals(
        rule=TotalRule(entry.get("rule", "none")),
        words=tuple(entry.get("words", ())),
        covers={Level(level): tuple(labels) for level, labels in entry.get("covers", {}).items()},
        known=tuple(entry.get("known", ())),
    )
