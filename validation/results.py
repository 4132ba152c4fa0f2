"""From a result of Great Expectations to findings in our own schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tiger_reports.model.check import Subject
from tiger_reports.model.finding import Finding
from validation.report import BrokenRuleError
from validation.rule import Rule

OWN = frozenset({"source_row", "column", "value", "found", "affected"})
"""Columns of a rule's query that fill fields of the finding; the others become details."""

Row = Mapping[str, Any]


def findings(result: Any, rules: Mapping[str, Rule], subject: Subject) -> Iterator[Finding]:
    """The findings of one expectation's result: none where it succeeded.

    Raises BrokenRuleError where the expectation could not be run at all.
    """
    meta = result.expectation_config.meta
    rule = rules[meta["code"]]
    case = {name: meta["case"][name] for name in ("column", "unit") if name in meta["case"]}
    _refuse_broken(rule, result.exception_info)
    if result.success:
        return
    rows = result.result.get("details", {}).get("unexpected_rows") or [_observed(result.result)]
    for group in ([row] for row in rows) if rule.per_row else [rows]:
        yield _finding(rule, {**case, **group[0]}, group, subject)


def _finding(rule: Rule, first: Row, group: list[Row], subject: Subject) -> Finding:
    numbers = [row["source_row"] for row in group if row.get("source_row")]
    column = first.get("column") or rule.column
    return Finding(
        code=rule.code,
        severity=rule.severity,
        file=subject.file,
        row=numbers[0] if numbers else None,
        column=_header(column, subject) if column else None,
        value=_text(first.get("value")),
        rows=tuple(numbers),
        count=first.get("affected") or (1 if rule.per_row else first["found"]),
        details=_details(first, subject),
    )


def _details(first: Row, subject: Subject) -> dict[str, str | int | float]:
    """The other columns; names of columns (`..._column`) become the file's own headers."""
    details = {
        name: _header(str(value), subject) if name.endswith("_column") else _plain(value)
        for name, value in first.items()
        if name not in OWN and value is not None
    }
    if details.get("unit") == "money" and subject.currency:
        details["currency"] = subject.currency
    return details


def _observed(result: Row) -> Row:
    """A built-in expectation names no rows: what it saw is the value."""
    seen = result.get("observed_value")
    return {"value": seen, "n": seen, "found": result.get("unexpected_count", 1)}


def _header(column: str, subject: Subject) -> str:
    return subject.headers.get(column, column)


def _plain(value: object) -> str | int | float:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (int, float)):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(value: object) -> str | None:
    """A value as one would type it: `2240`, not `2240.0`; sums without the dust of binary fractions."""
    if value is None:
        return None
    plain = _plain(value)
    return f"{plain:.12g}" if isinstance(plain, float) else str(plain)


def _refuse_broken(rule: Rule, exception_info: Mapping[str, Any] | None) -> None:
    """Metric exceptions stand one level deeper, by metric, than those of the expectation itself."""
    info = exception_info or {}
    nested: list[Row] = [entry for entry in info.values() if isinstance(entry, dict)] or [info]
    for entry in nested:
        if entry.get("raised_exception"):
            raise BrokenRuleError(rule.code, str(entry.get("exception_message")))
