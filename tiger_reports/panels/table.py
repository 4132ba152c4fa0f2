"""One recognised sheet as a table of normalised rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import BOUNDS, COLUMNS, POST, PUBLISHED, TEXTS, Level, column_type
from tiger_reports.model.finding import Finding
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.codes import found
from tiger_reports.panels.currency import Currency, currency_of, currency_values
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
from tiger_reports.panels.post_columns import post_columns
from tiger_reports.panels.preamble import Stated, stated_by
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.result import ReadTable
from tiger_reports.panels.rows import Sorted, sort_out
from tiger_reports.panels.sheet import Body
from tiger_reports.panels.source import Source
from tiger_reports.panels.table_findings import header_findings, id_findings, report_findings, row_findings
from tiger_reports.panels.timezone import timezone_of
from tiger_reports.panels.twins import told_apart

FINEST_FIRST = (
    (Level.SEARCH_TERM, ("search_term",)),
    (Level.KEYWORD, ("keyword",)),
    (Level.AD, ("ad", "ad_id")),
    (Level.AD_SET, ("ad_set", "ad_set_id")),
    (Level.CAMPAIGN, ("campaign", "campaign_id")),
)
TYPES = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "integer": pa.int64()}
NO_TEXT = ("--", "—")
NAMES = tuple(name for name in TEXTS if name not in ("currency", *POST))


@dataclass(frozen=True)
class _Parts:
    """Everything read from one sheet, before it becomes one table."""

    match: Match
    body: Body
    source: Source
    rows: Sorted
    reader: NumberReader
    measures: Measures
    stated: Stated
    periods: RowPeriods
    currency: Currency
    texts: Mapping[str, Column]
    taken: Mapping[str, str]
    mark_findings: tuple[Finding, ...]


def read_table(
    match: Match, body: Body, source: Source, options: ReadOptions, *, evidence: Sorted | None = None
) -> ReadTable:
    """Normalise the rows under a recognised header.

    `evidence` are rows that settle how numbers are written, where `body` is only a part of them.
    """
    parts = _read(match, body, source, options, evidence)
    rows, level = parts.rows, _level(parts.texts, match)
    return ReadTable(
        panel=match.panel.key,
        report=match.report.key,
        language=match.header.language,
        level=level,
        grain=parts.periods.grain,
        encoding=source.encoding,
        currency=parts.currency.code,
        period=parts.periods.period,
        headers=_headers(parts),
        frame=_frame(_columns(parts), len(rows.data)),
        rows_read=len(body),
        dropped=rows.dropped,
        totals=total_rows(rows, parts.reader, level),
        unknown_columns=match.header.unknown,
        findings=_findings(parts),
        signs=match.signs,
        export_day=parts.stated.export_day,
        stated_period=parts.stated.period,
        timezone=timezone_of(match),
        section=match.sheet.name,
        column_map=_column_map(match, options),
    )


def _read(match: Match, body: Body, source: Source, options: ReadOptions, evidence: Sorted | None) -> _Parts:
    stated = stated_by(match, source.name, options.period)
    panel, header = match.panel, match.header.with_days_as(stated.unit)
    rows = sort_out(body, header, panel, match.report)
    decimal, mark_findings = decimal_mark(
        evidence or rows, header, panel, as_written=_as_written(match, source)
    )
    reader = NumberReader(panel, header, decimal)
    measures = read_measures(rows, reader)
    order = panel.date_order if match.is_of_a_seen_language else None
    clues = Clues(stated, order, options.date_order, options.year, match.report.every_day)
    return _Parts(
        match=match,
        body=body,
        source=source,
        rows=rows,
        reader=reader,
        measures=measures,
        stated=stated,
        periods=row_periods(rows.data, header, clues),
        currency=currency_of(rows.data, header, measures.signs, options.currency or panel.currency or None),
        texts=_texts(rows.data, match),
        taken=derived(measures.values, panel),
        mark_findings=mark_findings,
    )


def _column_map(match: Match, options: ReadOptions) -> ColumnMap | None:
    """What a person said of the table, with the answers given now."""
    said = match.panel.column_map
    if said is None:
        return None
    order = options.date_order or said.date_order
    return replace(said, currency=options.currency or said.currency, date_order=order)


def _columns(parts: _Parts) -> dict[str, Column]:
    values, bounds = parts.measures.values, parts.measures.bounds
    return {
        **parts.texts,
        **post_columns(parts.rows.data, parts.match),
        **values,
        **{column: values[origin] for column, origin in parts.taken.items()},
        "period_start": parts.periods.starts,
        "period_end": parts.periods.ends,
        "currency": currency_values(parts.currency, len(parts.rows.data)),
        "source_row": parts.rows.data.rows,
        **({BOUNDS: bounds} if bounds is not None else {}),
    }


def _findings(parts: _Parts) -> tuple[Finding, ...]:
    rows, header, panel = parts.rows, parts.match.header, parts.match.panel
    from_name = parts.stated.from_name and not parts.periods.headers
    of_time_and_money = (
        *parts.periods.findings,
        *([found("period_from_name", value=parts.source.name)] if from_name else []),
        *parts.currency.findings,
    )
    return (
        *([] if len(rows.data) else [found("empty_export")]),
        *report_findings(parts.match.report, rows),
        *row_findings(parts.body, rows, header),
        *parts.mark_findings,
        *parts.measures.findings,
        *(of_time_and_money if len(rows.data) else ()),
        *id_findings(rows.data, header, parts.match.report),
        *header_findings(header),
        *(found(code, value=panel.name, details={"panel": panel.name}) for code in panel.notes),
    )


def _as_written(match: Match, source: Source) -> bool:
    """Whether the file is as the panel wrote it; one saved again by a spreadsheet has the reader's marks."""
    delimiters = match.panel.delimiters
    return match.is_of_a_seen_language and (not delimiters or source.delimiter in delimiters)


def _texts(body: Body, match: Match) -> dict[str, Column]:
    roles, twins = match.header.roles, match.header.twins
    texts = {role: _names(body.columns[roles[role]].text) for role in NAMES if role in roles}
    apart = {
        role: told_apart(texts[role], [body.columns[at].text for at in others])
        for role, others in twins.items()
        if role in NAMES
    }
    if match.account and not texts.keys() & {"account", "account_id"}:
        texts["account"] = pa.chunked_array([pa.repeat(pa.scalar(match.account, pa.string()), len(body))])
    return {**texts, **apart}


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


def _headers(parts: _Parts) -> Mapping[str, str]:
    header, values = parts.match.header, parts.measures.values
    words = (*TEXTS, PUBLISHED) if parts.match.report.of_posts else (*NAMES, "currency")
    ours = {role: header.name(role) for role in header.roles if role in words or role in values}
    borrowed = {column: header.name(origin) for column, origin in parts.taken.items()}
    return MappingProxyType({**ours, **borrowed, **parts.periods.headers})
