"""Which rows of a body are data; the others are counted and named, never silently lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tiger_reports.model.fact import BREAKDOWNS, IDENTITY
from tiger_reports.panels import fold
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.definition import CHANNEL, DAY_ROLES, Panel, Report, TotalRule
from tiger_reports.panels.header import Header
from tiger_reports.panels.result import DroppedRow
from tiger_reports.panels.sheet import Body, Cells
from tiger_reports.panels.total_rows import (
    added_by_hand,
    edge_totals,
    labelled_totals,
    spanning_total,
    wholes,
)

TOTAL, EMPTY, NO_DATA, FOOTER = "total", "empty", "no_data_row", "footer"
CUT, DESCRIPTION = "cut", "description"


@dataclass(frozen=True)
class Sorted:
    """`data` are the kept rows; `totals` the total rows with their labels, in file order."""

    data: Body
    dropped: tuple[DroppedRow, ...]
    totals: Body
    labels: tuple[str, ...]


def sort_out(body: Body, header: Header, panel: Panel, report: Report) -> Sorted:
    """Divide the rows under a header: data, totals, and rows that say nothing."""
    described = _descriptions(body, header) if report.described else {}
    reasons = {**_lone_rows(body, panel), **_empty_rows(body), **described}
    totals = _totals(body, header, panel, reasons)
    labels = {index: label for index, label in totals.items() if index not in reasons}
    reasons |= dict.fromkeys(labels, TOTAL)
    numbers = body.rows
    return Sorted(
        data=without(body, reasons),
        dropped=tuple(DroppedRow(numbers[index].as_py(), reasons[index]) for index in sorted(reasons)),
        totals=body.take(sorted(labels)),
        labels=tuple(labels[index] for index in sorted(labels)),
    )


def without(body: Body, indexes: Iterable[int]) -> Body:
    """The body without some rows; where only its ends are cut, nothing is copied."""
    gone = set(indexes)
    first, last = 0, len(body)
    while first in gone:
        first += 1
    while last - 1 in gone and last > first:
        last -= 1
    inner = body.slice(first, last - first)
    left = sorted(index - first for index in gone if first < index < last)
    if not left:
        return inner
    mask = pa.array([True] * len(inner)).to_numpy(zero_copy_only=False).copy()
    mask[left] = False
    keep = pa.array(mask)
    return Body(tuple(cells.filter(keep) for cells in inner.columns), inner.rows.filter(keep))


def repeated_headers(body: Body, header: Header) -> list[int]:
    """Row numbers at which the header stands again: several exports pasted into one file."""
    mask: Column | None = None
    for cells, name in zip(body.columns, header.cells, strict=False):
        if not name:
            continue
        same = pc.fill_null(pc.equal(cells.text, name), fill_value=False)
        mask = same if mask is None else pc.and_(mask, same)
        if not pc.any(mask).as_py():
            return []
    return [] if mask is None else body.rows.filter(mask).to_pylist()


def all_null(columns: Iterable[Cells]) -> list[int]:
    """Indexes of the rows in which every one of `columns` is empty."""
    mask: Column | None = None
    for cells in columns:
        empty = pc.is_null(cells.text)
        mask = empty if mask is None else pc.and_(mask, empty)
        if not pc.any(mask).as_py():
            return []
    return [] if mask is None else pc.indices_nonzero(mask).to_pylist()


def _empty_rows(body: Body) -> dict[int, str]:
    return dict.fromkeys(all_null(body.columns), EMPTY)


def _lone_rows(body: Body, panel: Panel) -> dict[int, str]:
    """Rows with nothing but a sentence in the first cell."""
    if len(body.columns) == 1:
        return {}
    sayings = {fold.key(text) for text in panel.no_data}
    found: dict[int, str] = {}
    for index in all_null(body.columns[1:]):
        text = fold.clean(body.columns[0].text[index].as_py() or "")
        if fold.key(text) in sayings or (len(body) == 1 and fold.is_sentence(text)):
            found[index] = NO_DATA
        elif _matches(panel.cut, text):
            found[index] = CUT
        elif _matches(panel.footers, text) or fold.is_sentence(text):
            found[index] = FOOTER
    return found


def _matches(patterns: Iterable[str], text: str) -> bool:
    return any(re.fullmatch(pattern, text, re.IGNORECASE) for pattern in patterns)


def _descriptions(body: Body, header: Header) -> dict[int, str]:
    """The first row, where it has no day and explains its columns."""
    days = [header.roles[role] for role in DAY_ROLES if role in header.roles]
    if not len(body) or any(body.columns[at].text[0].as_py() for at in days):
        return {}
    return {0: DESCRIPTION} if any(map(fold.is_sentence, body.row_text(0))) else {}


def _nameless(body: Body, header: Header, identity: list[int], parts: list[int]) -> list[int]:
    """Rows without any name are totals; where a file has no names, the row without a day or over all days is.

    With breakdowns alone an empty cell may be an unknown country: only the first or last row counts.
    """
    if identity:
        return all_null(body.columns[at] for at in (*identity, *parts))
    days = [header.roles[role] for role in ("day", "month", "week") if role in header.roles]
    if parts or days:
        return [
            index
            for index in all_null(body.columns[at] for at in parts or days)
            if index in (0, len(body) - 1)
        ]
    return spanning_total(body, header)


def _nowhere(body: Body, header: Header, names: list[int]) -> list[int]:
    """The first or last row where it has neither a name nor a day."""
    days = [header.roles[role] for role in (*DAY_ROLES, CHANNEL) if role in header.roles]
    ends = (0, len(body) - 1)
    return [index for index in all_null(body.columns[at] for at in (*names, *days)) if index in ends]


def _days(header: Header) -> list[int]:
    return [header.roles[role] for role in DAY_ROLES if role in header.roles]


def _totals(body: Body, header: Header, panel: Panel, dropped: Collection[int]) -> dict[int, str]:
    identity = [header.roles[role] for role in IDENTITY if role in header.roles]
    parts = [header.roles[role] for role in BREAKDOWNS if role in header.roles]
    match panel.totals.rule:
        case TotalRule.EMPTY_KEYS:
            return {
                **wholes(body, [*identity, *_days(header)], parts, panel.totals),
                **added_by_hand(body, header, [*identity, *parts], panel.totals),
                **dict.fromkeys(_nameless(body, header, identity, parts), ""),
            }
        case TotalRule.LABEL:
            return labelled_totals(body, header, identity, panel.totals)
        case TotalRule.EDGE:
            return edge_totals(body, header, dropped, panel.totals)
        case TotalRule.ANY:
            named = labelled_totals(body, header, identity, panel.totals)
            return {**dict.fromkeys(_nowhere(body, header, [*identity, *parts]), ""), **named}
        case TotalRule.NONE:
            return {}
