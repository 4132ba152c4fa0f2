"""One recognised sheet as a table of normalised rows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tiger_reports.model.fact import BOUNDS, COLUMNS, IDENTITY, TEXTS, Level, column_type
from tiger_reports.model.finding import Finding
from tiger_reports.panels import fold
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.codes import found
from tiger_reports.panels.currency import currency_of, currency_values
from tiger_reports.panels.definition import SIDE_ROLES
from tiger_reports.panels.measures import (
    Measures,
    NumberReader,
    decimal_mark,
    derived,
    read_measures,
    total_rows,
)
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.periods import Clues, RowPeriods, row_periods
from tiger_reports.panels.preamble import stated_by
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.result import DroppedRow, ReadTable
from tiger_reports.panels.rows import TOTAL, Sorted, repeated_headers, sort_out
from tiger_reports.panels.sheet import Body
from tiger_reports.panels.source import Source

FINEST_FIRST = (
    (Level.SEARCH_TERM, ("search_term",)),
    (Level.KEYWORD, ("keyword",)),
    (Level.AD, ("ad", "ad_id")),
    (Level.AD_SET, ("ad_set", "ad_set_id")),
    (Level.CAMPAIGN, ("campaign", "campaign_id")),
)
TYPES = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "integer": pa.int64()}
NO_TEXT = ("--", "—")
POWER = r"^\d+([.,]\d+)?[eE]\+?\d+$"


def read_table(match: Match, body: Body, source: Source, options: ReadOptions) -> ReadTable:
    """Normalise the rows under a recognised header."""
    panel, header = match.panel, match.header
    rows = sort_out(body, header, panel)
    decimal, mark_findings = decimal_mark(rows, header, panel, as_written=_as_written(match, source))
    reader = NumberReader(panel, header, decimal)
    measures = read_measures(rows, reader)
    stated = stated_by(match, source.name, options.period)
    periods = row_periods(
        rows.data, header, Clues(stated, panel.date_order, options.date_order, options.year)
    )
    currency = currency_of(rows.data, header, measures.signs, options.currency)
    texts = _texts(rows.data, match)
    level = _level(texts, match)
    taken = derived(measures.values, panel)
    columns = {
        **texts,
        **measures.values,
        **{column: measures.values[origin] for column, origin in taken.items()},
        "period_start": periods.starts,
        "period_end": periods.ends,
        "currency": currency_values(currency, len(rows.data)),
        "source_row": rows.data.rows,
        **({BOUNDS: measures.bounds} if measures.bounds is not None else {}),
    }
    from_name = (
        (found("period_from_name", value=source.name),) if stated.from_name and not periods.headers else ()
    )
    empty = (found("empty_export"),) if len(rows.data) == 0 else ()
    findings = (
        *empty,
        *_body_findings(body, rows, match),
        *mark_findings,
        *measures.findings,
        *(() if empty else (*periods.findings, *from_name, *currency.findings)),
        *_id_findings(rows.data, match),
        *_header_findings(match),
    )
    return ReadTable(
        panel=panel.key,
        report=match.report.key,
        language=header.language,
        level=level,
        grain=periods.grain,
        encoding=source.encoding,
        currency=currency.code,
        period=periods.period,
        headers=_headers(match, measures, periods, taken),
        frame=_frame(columns, len(rows.data)),
        rows_read=len(body),
        dropped=rows.dropped,
        totals=total_rows(rows, reader, level),
        unknown_columns=header.unknown,
        findings=findings,
        signs=match.signs,
        export_day=stated.export_day,
        stated_period=stated.period,
        section=match.sheet.name,
    )


def _as_written(match: Match, source: Source) -> bool:
    """Whether the file is as the panel wrote it; one saved again by a spreadsheet has the reader's marks."""
    return not match.panel.delimiters or source.delimiter in match.panel.delimiters


def _texts(body: Body, match: Match) -> dict[str, Column]:
    roles = match.header.roles
    return {
        role: _names(body.columns[roles[role]].text) for role in TEXTS if role in roles and role != "currency"
    }


def _names(text: Column) -> Column:
    """Names without spaces around them; the column itself where none has any."""
    distinct = pc.unique(text)
    trimmed = pc.utf8_trim_whitespace(distinct)
    clean = pc.if_else(pc.is_in(trimmed, value_set=pa.array(NO_TEXT)), None, trimmed)
    if clean.equals(distinct):
        return text
    return pc.take(clean, pc.index_in(text, value_set=distinct))


def _level(texts: Mapping[str, Column], match: Match) -> Level:
    """The finest entity that at least one row names."""
    for level, columns in FINEST_FIRST:
        if any(column in texts and texts[column].null_count < len(texts[column]) for column in columns):
            return level
    named = next(
        (level for level, columns in FINEST_FIRST if any(c in match.header.roles for c in columns)),
        Level.ACCOUNT,
    )
    rows = any(len(column) for column in texts.values())
    return match.report.level or (Level.ACCOUNT if rows else named)


def _frame(columns: Mapping[str, Column], count: int) -> Any:
    """All columns in order; those that the file does not have share one null array a type."""
    nothing = {kind: pa.chunked_array([pa.nulls(count, arrow)]) for kind, arrow in TYPES.items()}
    return pa.table({name: columns.get(name, nothing[column_type(name)]) for name in COLUMNS})


def _headers(
    match: Match, measures: Measures, periods: RowPeriods, taken: Mapping[str, str]
) -> Mapping[str, str]:
    header = match.header
    ours = {role: header.name(role) for role in header.roles if role in TEXTS or role in measures.values}
    borrowed = {column: header.name(origin) for column, origin in taken.items()}
    return MappingProxyType({**ours, **borrowed, **periods.headers})


def _total_rows(rows: Sorted) -> zip[tuple[DroppedRow, str]]:
    totals = [dropped for dropped in rows.dropped if dropped.reason == TOTAL]
    return zip(totals, rows.labels, strict=True)


def _body_findings(body: Body, rows: Sorted, match: Match) -> tuple[Finding, ...]:
    findings = []
    again = repeated_headers(body, match.header)
    if again:
        findings.append(found("repeated_header", rows=again))
    nameless = [dropped.row for dropped, label in _total_rows(rows) if not label]
    if len(nameless) > 1:
        findings.append(found("nameless_rows", rows=nameless))
    cut = [ragged for ragged in body.ragged if ragged.last_of_file]
    if cut or body.unclosed_quote:
        findings.append(
            found(
                "damaged_file",
                rows=[cut[0].row] if cut else body.rows[-1:].to_pylist(),
                details={"part": "end"},
            )
        )
    uneven = [ragged for ragged in body.ragged if not ragged.last_of_file]
    if uneven:
        details = {"cells": uneven[0].cells, "width": len(match.header.cells)}
        findings.append(found("ragged_rows", rows=[ragged.row for ragged in uneven], details=details))
    return tuple(findings)


def _id_findings(body: Body, match: Match) -> tuple[Finding, ...]:
    """Ids that a spreadsheet rounded: `1.2E+17` no longer says which campaign."""
    findings = []
    for role in (role for role in IDENTITY if role.endswith("_id") and role in match.header.roles):
        text = body.columns[match.header.roles[role]].text
        mask = pc.fill_null(pc.match_substring_regex(text, POWER), fill_value=False)
        if pc.any(mask).as_py():
            rows = body.rows.filter(mask).to_pylist()
            value = text.filter(mask)[0].as_py()
            findings.append(found("damaged_id", rows=rows, column=match.header.name(role), value=value))
    return tuple(findings)


def _header_findings(match: Match) -> tuple[Finding, ...]:
    header, findings = match.header, []
    if header.unknown:
        names = ", ".join(fold.clean(name) for name in header.unknown)
        findings.append(
            found("unknown_columns", count=len(header.unknown), value=names, details={"columns": names})
        )
    if header.believed:
        names = ", ".join(fold.clean(header.cells[at]) for at in header.believed)
        findings.append(
            found("unconfirmed_headers", count=len(header.believed), value=names, details={"columns": names})
        )
    if header.unused_mapping:
        names = ", ".join(header.unused_mapping)
        findings.append(
            found("mapping_unused", count=len(header.unused_mapping), value=names, details={"columns": names})
        )
    side = [role for role in SIDE_ROLES if role in header.roles]
    if side:
        findings.append(found("converted_currency", column=header.name(side[-1])))
    return tuple(findings)
