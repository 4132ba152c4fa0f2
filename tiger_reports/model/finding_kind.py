"""What a finding is about, coarser than its code: what a history of many months is told in."""

from __future__ import annotations

from collections.abc import Mapping

OTHER = "other"

CODES: Mapping[str, str] = {
    "file": (
        "unrecognised several panel_misfit empty_export bulk_upload damaged_file unsafe_file too_large"
        " protected_file unsupported_format overlapping_tables reader_fault several_sheets unread_sheets"
        " copied_sheets encoding_guessed damaged_characters ragged_rows repeated_header no_figures"
    ),
    "columns": "unknown_columns unconfirmed_headers mapping_unused nameless_rows missing_entity damaged_id",
    "numbers": (
        "unreadable_number ambiguous_number mixed_number_marks excel_damage not_finite negative_value bounds"
    ),
    "account": "foreign_account unknown_account rows_without_account stored_account_unclear",
    "currency": "mixed_currency mixed_currencies currency_missing converted_currency wrong_currency",
    "days": (
        "unreadable_date ambiguous_date year_missing period_unknown period_from_name rows_outside_period"
        " reversed_period wrong_period period_crosses_month missing_days incomplete_period days_outside_month"
        " before_start future_days partial_day range_crosses_months range_holds_start ranges_overlap"
        " stored_range_overlap"
    ),
    "duplicates": "duplicate_id identical_rows repeated_names",
    "totals": "total_differs possible_total account_differs conversions_differ conversions_beside",
    "figures": (
        "reach_above_impressions link_clicks_above_clicks clicks_above_impressions clicks_without_impressions"
        " spend_without_impressions no_spend all_zero ratio_differs"
    ),
    "jump": "jump",
    "meaning": "results_without_type mixed_result_types mixed_attribution",
}
"""Codes of each kind, as words."""

KINDS = (*CODES, OTHER)
_KIND_OF = {code: kind for kind, codes in CODES.items() for code in codes.split()}


def kind_of(code: str) -> str:
    """The kind of a finding; `other` for a code that is in none."""
    return _KIND_OF.get(code, OTHER)
