"""The panel definitions: read from TOML, held against a list of rules, given out as values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tiger_reports.model.fact import Level
from tiger_reports.panels import fold
from tiger_reports.panels.definition import (
    Panel,
    PanelKind,
    Preamble,
    Refusal,
    Report,
    Sign,
    TotalRule,
    Totals,
)
from tiger_reports.panels.definition_rules import Issue, issues_of_document, issues_of_panels
from tiger_reports.panels.options import DateOrder

OTHER = "other:"
"""What the key of a channel begins with that no definition knows; the rest is its name."""
LONGEST_CHANNEL = 48
LISTS = (
    "null_marks",
    "null_rates",
    "delimiters",
    "percent_numbers",
    "believed",
    "unused",
    "no_data",
    "footers",
    "notes",
    "cut",
    "accounts_in_title",
)
FLAGS = (
    "stacked",
    "blocks",
    "described",
    "partial",
    "lifetime",
    "posts",
    "shared",
    "period_in_name",
    "every_day",
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


def channel_name(name: str) -> str:
    """A channel's name as it is kept: one line, no longer than a column of the database."""
    return fold.clean("".join(char if char.isprintable() else " " for char in name))[:LONGEST_CHANNEL]


def channel_key(name: str) -> str:
    """The key of a channel that a person named: that of the panel so called, else one of its own."""
    cleaned = channel_name(name)
    known = {word.casefold(): panel.key for panel in panels() for word in (panel.key, panel.name)}
    return known.get(cleaned.casefold(), OTHER + cleaned)


def panel_keys() -> tuple[str, ...]:
    return tuple(panel.key for panel in panels())


def panel(key: str) -> Panel:
    """The panel of a key; raise LookupError for one that no definition has."""
    return {one.key: one for one in panels()}[key]


def report_of(key: str, report: str) -> Report | None:
    """A report of a panel; None for one that no definition has."""
    held = next((panel.reports for panel in panels() if panel.key == key), ())
    return next((one for one in held if one.key == report), None)


def networks_of(key: str) -> tuple[str, ...]:
    """Words that stand for an account in a panel's files and are nobody's own."""
    return next((one.accounts_in_title for one in panels() if one.key == key), ())


def counts_lifetimes(key: str, report: str) -> bool:
    """Whether the rows of a report are posts, dated by their publication, with all that came since."""
    known = report_of(key, report)
    return known is not None and known.lifetime


def panel_name(key: str) -> str:
    """The panel's own name, the same in every language; what a person called a channel of no panel."""
    return next((panel.name for panel in panels() if panel.key == key), key.removeprefix(OTHER))


def panel_kind(key: str) -> PanelKind:
    """Whose figures a panel gives; one that no definition has counts as ads."""
    return next((panel.kind for panel in panels() if panel.key == key), PanelKind.ADS)


def _refuse(issues: Iterable[Issue]) -> None:
    listed = tuple(issues)
    if listed:
        raise DefinitionError(listed)


def _panel(source: str, document: Mapping[str, Any]) -> Panel:
    order = document.get("date_order")
    lists: dict[str, Any] = {name: tuple(document.get(name, ())) for name in LISTS}
    return Panel(
        key=document["panel"],
        name=document["name"],
        source=source,
        columns={column: _lists(languages) for column, languages in document["columns"].items()},
        reports=tuple(_report(entry) for entry in document["report"]),
        kind=PanelKind(document.get("kind", "ads")),
        refusals=tuple(
            Refusal(entry["code"], tuple(entry["cells"])) for entry in document.get("refusal", ())
        ),
        weak=tuple(_sign(entry) for entry in document.get("weak", ())),
        decimal=document.get("decimal", ""),
        date_order=DateOrder(order) if order else None,
        template=document.get("template", False),
        dimensions_first=document.get("dimensions_first", False),
        timezone=document.get("timezone", ""),
        post_address=document.get("post_address", ""),
        derive=_lists(document.get("derive", {})),
        totals=_totals(document.get("totals", {})),
        preamble=Preamble(**_lists(document.get("preamble", {}))),
        **lists,
    )


def _lists(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(entries) for name, entries in table.items()}


def _report(entry: Mapping[str, Any]) -> Report:
    level = entry.get("level")
    return Report(
        key=entry["key"],
        signs=tuple(_sign(sign) for sign in entry["signs"]),
        level=Level(level) if level else None,
        **{name: entry.get(name, False) for name in FLAGS},
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
        whole=tuple(entry.get("whole", ())),
    )
