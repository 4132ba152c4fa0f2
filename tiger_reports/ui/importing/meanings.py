"""What a person says of a table's columns: held against a few rules before the file is read by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tiger_reports.model.fact import MEASURES
from tiger_reports.model.outline import Outline, SeenColumn
from tiger_reports.panels.definition import CHANNEL
from tiger_reports.ui.importing.named import column_name
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words


def open_columns(outlines: Iterable[Outline]) -> tuple[SeenColumn, ...]:
    """Columns of all sheets that may be named, each header once."""
    columns = (column for outline in outlines for column in outline.columns if not column.personal)
    return tuple({column.header: column for column in columns}.values())


def personal_headers(outlines: Iterable[Outline]) -> tuple[str, ...]:
    found = (column.header for outline in outlines for column in outline.columns if column.personal)
    return tuple(dict.fromkeys(found))


def suggestions(columns: Iterable[SeenColumn]) -> Mapping[str, str]:
    """Header -> suggestion; of two columns that look alike only the first is suggested."""
    taken: dict[str, str] = {}
    for column in columns:
        if column.suggestion and column.suggestion not in taken:
            taken[column.suggestion] = column.header
    return {header: suggestion for suggestion, header in taken.items()}


def objection(chosen: Mapping[str, str], channel: str, t: Words) -> str:
    """Why the file cannot be read by these meanings; empty where it can."""
    headers: dict[str, list[str]] = defaultdict(list)
    for header, column in chosen.items():
        headers[column].append(line(header))
    twice = next((column for column in headers if len(headers[column]) > 1), None)
    if twice:
        return t("ui.mapping.twice", name=column_name(twice, t), columns=", ".join(headers[twice]))
    if not headers.keys() & set(MEASURES):
        return t("ui.mapping.nothing")
    return "" if channel.strip() or CHANNEL in headers else t("refusal.channel_missing")
