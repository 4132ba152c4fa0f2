"""Every finding that reading can give, and how bad it is. The words live in `text`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tiger_reports.model.finding import EXAMPLE_ROWS, Finding, Severity

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {
        # the file as a whole
        "unrecognised": Severity.ERROR,
        "several": Severity.ERROR,
        "panel_misfit": Severity.ERROR,
        "empty_export": Severity.ERROR,
        "bulk_upload": Severity.ERROR,
        "damaged_file": Severity.ERROR,
        "unsafe_file": Severity.ERROR,
        "too_large": Severity.ERROR,
        "protected_file": Severity.ERROR,
        "unsupported_format": Severity.ERROR,
        "overlapping_tables": Severity.ERROR,
        "reader_fault": Severity.ERROR,
        "mixed_encodings": Severity.ERROR,
        "audience_only": Severity.ERROR,
        "competitor_export": Severity.ERROR,
        "undated_export": Severity.ERROR,
        "channel_missing": Severity.ERROR,
        "several_sheets": Severity.BLOCKING,
        "unread_sheets": Severity.NOTE,
        "copied_sheets": Severity.NOTE,
        "unread_tables": Severity.NOTE,
        "encoding_guessed": Severity.NOTE,
        "damaged_characters": Severity.NOTE,
        # rows and cells
        "ragged_rows": Severity.ERROR,
        "repeated_header": Severity.ERROR,
        "unreadable_number": Severity.ERROR,
        "ambiguous_number": Severity.ERROR,
        "mixed_number_marks": Severity.ERROR,
        "excel_damage": Severity.ERROR,
        "formula_cells": Severity.BLOCKING,
        "unreadable_date": Severity.ERROR,
        "ambiguous_date": Severity.ERROR,
        "year_missing": Severity.ERROR,
        "damaged_id": Severity.BLOCKING,
        "nameless_rows": Severity.BLOCKING,
        "bounds": Severity.NOTE,
        "list_cut": Severity.BLOCKING,
        "partial_series": Severity.BLOCKING,
        "shared_figures": Severity.BLOCKING,
        "lifetime_figures": Severity.NOTE,
        # the panel
        "unseen_panel": Severity.NOTE,
        "vat_unknown": Severity.NOTE,
        # columns
        "unknown_columns": Severity.NOTE,
        "unconfirmed_headers": Severity.NOTE,
        "mapping_unused": Severity.NOTE,
        "personal_columns": Severity.NOTE,
        # money and time
        "mixed_currency": Severity.ERROR,
        "currency_missing": Severity.BLOCKING,
        "converted_currency": Severity.NOTE,
        "period_unknown": Severity.BLOCKING,
        "period_from_name": Severity.NOTE,
        "rows_outside_period": Severity.NOTE,
    }
)

FINDING_CODES = tuple(SEVERITIES)


def found(
    code: str,
    *,
    rows: Iterable[int] = (),
    column: str | None = None,
    value: str | None = None,
    count: int | None = None,
    details: Mapping[str, str | int | float] = MappingProxyType({}),
) -> Finding:
    """A finding of a known code; `rows` are row numbers in the file, the first one leads."""
    numbers = tuple(rows)
    return Finding(
        code=code,
        severity=SEVERITIES[code],
        row=numbers[0] if numbers else None,
        column=column,
        value=value,
        rows=numbers[:EXAMPLE_ROWS],
        count=max(len(numbers), 1) if count is None else count,
        details=MappingProxyType(dict(details)),
    )
