"""The number columns of a table, and of its total rows, read with one decimal mark for the whole table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tiger_reports.model.check import Total
from tiger_reports.model.fact import ADDITIVE, MEASURES, REPORTED, Level
from tiger_reports.model.finding import Finding
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.codes import found
from tiger_reports.panels.currency import MONEY
from tiger_reports.panels.definition import Panel
from tiger_reports.panels.header import Header
from tiger_reports.panels.number_text import Fault, Mark
from tiger_reports.panels.numbers import NumberColumn, gather, read_numbers
from tiger_reports.panels.rows import CUT, Sorted
from tiger_reports.panels.sheet import Body
from tiger_reports.panels.total_rows import covers_rows

NUMBERS = (*MEASURES, *REPORTED)
COUNTS = frozenset(MEASURES) - {"spend", "conversions", "conversion_value", "results", "watch_time"}
"""Things that come whole: `1.234` impressions are a thousand and more, never one and a bit."""


@dataclass(frozen=True)
class Measures:
    """`values`: our column -> float64; `bounds`: text by row, null where no cell was a bound."""

    values: Mapping[str, Column]
    signs: tuple[str, ...] = ()
    bounds: Column | None = None
    findings: tuple[Finding, ...] = ()
    columns: Mapping[str, NumberColumn] = field(default_factory=dict)


@dataclass(frozen=True)
class NumberReader:
    """How the numbers of one table are read."""

    panel: Panel
    header: Header
    decimal: Mark

    def read(self, body: Body) -> dict[str, NumberColumn]:
        roles = self.header.roles
        return {role: self._column(body, role) for role in NUMBERS if role in roles}

    def _column(self, body: Body, role: str) -> NumberColumn:
        nulls = nulls_of(self.panel, role)
        percents = role in self.panel.percent_numbers
        return read_numbers(body.columns[self.header.roles[role]], self.decimal, nulls, percents=percents)


def nulls_of(panel: Panel, role: str) -> frozenset[str]:
    rates = panel.null_rates if role in REPORTED else ()
    return frozenset(mark.strip() for mark in (*panel.null_marks, *rates, ""))


def decimal_mark(
    rows: Sorted, header: Header, panel: Panel, *, as_written: bool
) -> tuple[Mark, tuple[Finding, ...]]:
    """The decimal mark of a table; `as_written`: the file is as the panel wrote it, so its habit counts."""
    roles = [role for role in NUMBERS if role in header.roles]
    columns = [
        (body.columns[header.roles[role]], role in COUNTS)
        for body in (rows.data, rows.totals)
        for role in roles
    ]
    evidence = gather(columns, nulls_of(panel, "spend"))
    if len(evidence.marks) > 1:
        comma, point = (evidence.examples[mark][0] for mark in (Mark.COMMA, Mark.POINT))
        details = {"comma": comma, "point": point}
        return evidence.marks[0], (_located("mixed_number_marks", comma, rows, header, details),)
    if evidence.marks:
        return evidence.marks[0], ()
    if panel.decimal and as_written:
        return Mark(panel.decimal), ()
    if not evidence.unclear:
        return Mark.POINT, ()
    return Mark.POINT, (_located("ambiguous_number", evidence.unclear[0], rows, header, {}),)


def read_measures(rows: Sorted, reader: NumberReader) -> Measures:
    columns = reader.read(rows.data)
    signs = {sign for role, column in columns.items() if role in MONEY for sign in column.signs}
    values = {role: column.values for role, column in columns.items()}
    bounds = _bounds(rows.data, reader.header, columns)
    notes = (_bound_note(rows.data, bounds, reader.header, columns),) if bounds is not None else ()
    return Measures(
        values, tuple(sorted(signs)), bounds, (*_faults(rows.data, reader.header, columns), *notes), columns
    )


def derived(values: Mapping[str, Column], panel: Panel) -> dict[str, str]:
    """Column -> the column it is taken from, where the file does not have it itself."""
    sources = {column: [name for name in names if name in values] for column, names in panel.derive.items()}
    return {column: names[0] for column, names in sources.items() if names and column not in values}


def total_rows(rows: Sorted, reader: NumberReader, level: Level) -> tuple[Total, ...]:
    """The total rows. Several rows of one covering label (one a segment) are added up.

    Rows of a list that was cut have no covering total.
    """
    values = {
        role: column.values.to_pylist()
        for role, column in reader.read(rows.totals).items()
        if role in MEASURES
    }
    nameless = rows.labels.count("")
    whole = not any(dropped.reason == CUT for dropped in rows.dropped)
    totals: dict[tuple[str, bool], Total] = {}
    for index, (row, label) in enumerate(zip(rows.totals.rows.to_pylist(), rows.labels, strict=True)):
        covers = whole and covers_rows(label, level, reader.panel.totals) and (bool(label) or nameless == 1)
        numbers = {role: column[index] for role, column in values.items() if column[index] is not None}
        key = (label, covers) if covers else (f"{row} {label}", covers)
        before = totals.get(key)
        totals[key] = Total(row, label, covers, numbers) if before is None else _added(before, numbers)
    return tuple(totals.values())


def _added(total: Total, numbers: Mapping[str, float]) -> Total:
    both = {role for role in ADDITIVE if role in total.values or role in numbers}
    return Total(
        total.row,
        total.label,
        total.covers_rows,
        {role: total.values.get(role, 0.0) + numbers.get(role, 0.0) for role in both},
    )


def _located(code: str, text: str, rows: Sorted, header: Header, details: Mapping[str, str]) -> Finding:
    """A finding about a cell that is only known by its text."""
    for role in (role for role in NUMBERS if role in header.roles):
        at = _rows_with(rows.data, header.roles[role], [text])
        if at:
            return found(code, rows=at, column=header.name(role), value=text, details=details)
    return found(code, value=text, details=details)


def _faults(body: Body, header: Header, columns: Mapping[str, NumberColumn]) -> tuple[Finding, ...]:
    findings = []
    for role, column in columns.items():
        for fault in Fault:
            texts = [text for text, kind in column.faults.items() if kind is fault]
            if texts:
                rows = _rows_with(body, header.roles[role], texts)
                first = body.columns[header.roles[role]].text[_index_of(body, rows[0])].as_py()
                findings.append(found(fault.value, rows=rows, column=header.name(role), value=first))
    return tuple(findings)


def _rows_with(body: Body, at: int, texts: list[str]) -> list[int]:
    mask = pc.is_in(body.columns[at].text, value_set=pa.array(texts, pa.string()))
    return list(body.rows.filter(mask).to_pylist())


def _index_of(body: Body, row: int) -> int:
    return int(pc.index(body.rows, row).as_py())


def _bounds(body: Body, header: Header, columns: Mapping[str, NumberColumn]) -> Column | None:
    bounded = {role: column.bounds for role, column in columns.items() if column.bounds}
    if not bounded:
        return None
    texts = {role: body.columns[header.roles[role]].text.to_pylist() for role in bounded}
    lines = [
        ";".join(
            f"{role}{bounds[cell]}"
            for role, bounds in bounded.items()
            if (cell := texts[role][index]) in bounds
        )
        for index in range(len(body))
    ]
    return pa.chunked_array([pa.array([line or None for line in lines], pa.string())])


def _bound_note(body: Body, bounds: Column, header: Header, columns: Mapping[str, NumberColumn]) -> Finding:
    role = next(role for role, column in columns.items() if column.bounds)
    rows = body.rows.filter(pc.is_valid(bounds)).to_pylist()
    return found("bounds", rows=rows, column=header.name(role), value=next(iter(columns[role].bounds)))
