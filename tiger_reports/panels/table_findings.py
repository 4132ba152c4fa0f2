"""What is worth saying of a table's rows, ids and headers."""

from __future__ import annotations

from tiger_reports.model.fact import IDENTITY
from tiger_reports.model.finding import Finding
from tiger_reports.panels import fold
from tiger_reports.panels.arrow import pc
from tiger_reports.panels.codes import found
from tiger_reports.panels.definition import SIDE_ROLES, Report
from tiger_reports.panels.header import SEGMENT, Header
from tiger_reports.panels.rows import CUT, TOTAL, Sorted, repeated_headers
from tiger_reports.panels.sheet import Body

ROUNDED_ID = r"^\d+([.,]\d+)?[eE]\+?\d+$"
"""A long number as a spreadsheet program writes it: the digits that told rows apart are gone."""


def row_findings(body: Body, rows: Sorted, header: Header) -> tuple[Finding, ...]:
    """Rows that do not fit: pasted headers, several nameless totals, a cut end, uneven rows."""
    return (*_structure(body, rows, header), *_uneven(body, rows, header))


def _structure(body: Body, rows: Sorted, header: Header) -> tuple[Finding, ...]:
    totals = [dropped.row for dropped in rows.dropped if dropped.reason == TOTAL]
    nameless = [row for row, label in zip(totals, rows.labels, strict=True) if not label]
    again = repeated_headers(body, header)
    return (
        *([found("repeated_header", rows=again)] if again else []),
        *([found("nameless_rows", rows=nameless)] if len(nameless) > 1 else []),
    )


def report_findings(report: Report, rows: Sorted) -> tuple[Finding, ...]:
    """What a person must know of figures that are true and not the whole."""
    cut = [dropped.row for dropped in rows.dropped if dropped.reason == CUT]
    return (
        *(
            [found("list_cut", rows=cut, count=len(rows.data), details={"rows": len(rows.data)})]
            if cut
            else []
        ),
        *([found("partial_series")] if report.partial else []),
        *([found("shared_figures")] if report.shared else []),
        *([found("lifetime_figures")] if report.lifetime else []),
    )


def _uneven(body: Body, rows: Sorted, header: Header) -> tuple[Finding, ...]:
    totals = {dropped.row for dropped in rows.dropped if dropped.reason == TOTAL}
    cut = [ragged.row for ragged in body.ragged if ragged.last_of_file]
    if body.unclosed_quote:
        cut = body.rows.slice(len(body) - 1).to_pylist()
    uneven = [ragged for ragged in body.ragged if not ragged.last_of_file and ragged.row not in totals]
    findings = [found("damaged_file", rows=cut, details={"part": "end"})] if cut else []
    if uneven:
        details = {"cells": uneven[0].cells, "width": len(header.cells)}
        findings.append(found("ragged_rows", rows=[ragged.row for ragged in uneven], details=details))
    return tuple(findings)


def id_findings(body: Body, header: Header, report: Report) -> tuple[Finding, ...]:
    """Ids that a spreadsheet rounded: `1.2E+17` no longer says which campaign or post."""
    findings = []
    ids = (*(role for role in IDENTITY if role.endswith("_id")), *((SEGMENT,) if report.of_posts else ()))
    for role in (role for role in ids if role in header.roles):
        text = body.columns[header.roles[role]].text
        mask = pc.fill_null(pc.match_substring_regex(text, ROUNDED_ID), fill_value=False)
        if pc.any(mask).as_py():
            rows, value = body.rows.filter(mask).to_pylist(), text.filter(mask)[0].as_py()
            findings.append(found("damaged_id", rows=rows, column=header.name(role), value=value))
    return tuple(findings)


def header_findings(header: Header) -> tuple[Finding, ...]:
    believed = tuple(header.cells[at] for at in header.believed)
    listed = (
        ("unknown_columns", header.unknown),
        ("unconfirmed_headers", believed),
        ("mapping_unused", header.unused_mapping),
    )
    side = [role for role in SIDE_ROLES if role in header.roles]
    return (
        *(_named(code, names) for code, names in listed if names),
        *([found("converted_currency", column=header.name(side[-1]))] if side else []),
    )


def _named(code: str, headers: tuple[str, ...]) -> Finding:
    names = ", ".join(map(fold.clean, headers))
    return found(code, count=len(headers), value=names, details={"columns": names})
