"""A table whose rows name their channel: one table a channel, so that each is checked and stored as such."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tiger_reports.panels import fold
from tiger_reports.panels.catalogue import channel_key, channel_name
from tiger_reports.panels.codes import found
from tiger_reports.panels.definition import CHANNEL
from tiger_reports.panels.measures import NUMBERS
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.result import DroppedRow, ReadTable
from tiger_reports.panels.rows import EMPTY, Sorted, all_null, sort_out, without
from tiger_reports.panels.sheet import Body
from tiger_reports.panels.source import Source
from tiger_reports.panels.table import read_table
from tiger_reports.panels.table_findings import header_findings, row_findings


@dataclass(frozen=True)
class _Whole:
    """The table before it is divided; `blank` are the rows in which nobody wrote a figure."""

    match: Match
    body: Body
    rows: Sorted
    blank: frozenset[int]

    def dropped(self, *, all_of_them: bool) -> tuple[DroppedRow, ...]:
        offered = tuple(DroppedRow(row, EMPTY) for row in sorted(self.blank))
        return (*(self.rows.dropped if all_of_them else ()), *offered)

    def without_blank(self, body: Body) -> Body:
        return without(body, [at for at, row in enumerate(body.rows.to_pylist()) if row in self.blank])


def read_divided(match: Match, body: Body, source: Source, options: ReadOptions) -> tuple[ReadTable, ...]:
    """One table a channel; where there is only one, the file's totals are held against it.

    Totals of several channels together are left out and compared with none of them.
    """
    rows = sort_out(body, match.header, match.panel, match.report)
    whole = _Whole(match, body, rows, _without_figures(rows.data, match))
    kept = whole.without_blank(rows.data)
    groups = _groups(kept, match)
    several = len(groups) > 1
    parts = {
        name: kept.take(indexes) if several else whole.without_blank(body) for name, indexes in groups.items()
    }
    tables = [
        _of_channel(name, read_table(match, part, source, options, evidence=rows), whole)
        for name, part in (parts or {"": whole.without_blank(body)}).items()
    ]
    first = _with_the_rest(tables[0], whole, several=several)
    return (first, *(_without_notes(table, match) for table in tables[1:]))


def _of_channel(name: str, table: ReadTable, whole: _Whole) -> ReadTable:
    if name:
        return replace(table, panel=channel_key(name), section=channel_name(name))
    rows = [int(row) for row in table.frame["source_row"].to_pylist() if row]
    lost = found("channel_missing", rows=rows, column=whole.match.header.name(CHANNEL))
    return replace(table, findings=(*table.findings, *([lost] if rows else [])))


def _with_the_rest(first: ReadTable, whole: _Whole, *, several: bool) -> ReadTable:
    """Rows of no channel, and what is to be said of the table as a whole, are told with the first one."""
    dropped = whole.dropped(all_of_them=several)
    told = {finding.code for finding in first.findings}
    said = row_findings(whole.body, whole.rows, whole.match.header)
    return replace(
        first,
        rows_read=first.rows_read + len(dropped),
        dropped=tuple(sorted((*first.dropped, *dropped), key=lambda drop: drop.row)),
        findings=(*first.findings, *(finding for finding in said if finding.code not in told)),
    )


def _without_notes(table: ReadTable, match: Match) -> ReadTable:
    once = {finding.code for finding in header_findings(match.header)}
    return replace(table, findings=tuple(f for f in table.findings if f.code not in once))


def _groups(body: Body, match: Match) -> Mapping[str, list[int]]:
    """Name of each channel -> its rows; two spellings of one channel are one. Empty: no channel named."""
    spelt: dict[str, str] = {}
    groups: dict[str, list[int]] = {}
    for index, text in enumerate(body.columns[match.header.roles[CHANNEL]].text.to_pylist()):
        name = fold.clean(text or "")
        name = spelt.setdefault(channel_key(name).casefold() if name else "", name)
        groups.setdefault(name, []).append(index)
    return groups


def _without_figures(body: Body, match: Match) -> frozenset[int]:
    """Rows that were offered and not filled in; the column of rows says which."""
    roles = match.header.roles
    empty = all_null(body.columns[roles[role]] for role in NUMBERS if role in roles)
    return frozenset(body.take(empty).rows.to_pylist())
