"""Sheets that hold the same rows again: Meta gives a formatted and a raw one. Only one of them counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tiger_reports.model.fact import COLUMNS, MEASURES, PROVENANCE
from tiger_reports.panels.result import ReadTable

TOLD = tuple(name for name in COLUMNS if name not in PROVENANCE)


def without_copies(
    sheets: Sequence[Sequence[ReadTable]],
) -> tuple[tuple[ReadTable, ...], tuple[ReadTable, ...]]:
    """Tables that count, and those whose rows another sheet holds: the fuller of two counts."""
    single = [tables[0] for tables in sheets if len(tables) == 1]
    counted: list[ReadTable] = []
    copies: list[ReadTable] = []
    for table in sorted(single, key=lambda one: -len(_filled(one.frame))):
        again = any(_same_rows(table, other) for other in counted)
        (copies if again else counted).append(table)
    told = {id(table) for table in copies}
    return tuple(table for tables in sheets for table in tables if id(table) not in told), tuple(copies)


def _same_rows(one: ReadTable, other: ReadTable) -> bool:
    """Whether the figures and all else that both have are the same, row by row."""
    if one.panel != other.panel or not 0 < one.frame.num_rows == other.frame.num_rows:
        return False
    both = [name for name in _filled(one.frame) if name in _filled(other.frame)]
    return not set(MEASURES).isdisjoint(both) and bool(
        one.frame.select(both).equals(other.frame.select(both))
    )


def _filled(frame: Any) -> tuple[str, ...]:
    return tuple(name for name in TOLD if frame[name].null_count < frame.num_rows)
