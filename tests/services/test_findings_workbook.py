"""The download of findings: complete, readable, and harmless to open."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tiger_reports.model.finding import Finding, Severity
from tiger_reports.services.importing.findings_workbook import WIDTHS, findings_workbook
from tiger_reports.text import LANGUAGES

FINDING = Finding(
    "reach_above_impressions",
    Severity.BLOCKING,
    file="plik.csv",
    row=3,
    column="Zasięg",
    value="9680",
    rows=(3, 8),
    count=120,
    details={"other": 2400.0, "other_column": "Wyświetlenia", "unit": "count"},
)


def sheet(*findings: Finding, language: str = "en"):
    return load_workbook(BytesIO(findings_workbook(findings, language))).worksheets[0]


def test_a_line_says_where_what_why_and_how_to_mend_it() -> None:
    file, row, rows, column, value, severity, what, why, fix = next(
        sheet(FINDING, language="pl").iter_rows(min_row=2, values_only=True)
    )
    assert (file, row, rows, column, value, severity) == (
        "plik.csv",
        3,
        "3, 8, …",
        "Zasięg",
        "9680",
        "Blokujące",
    )
    assert what == "„Zasięg” (9\u00a0680) przekracza „Wyświetlenia” (2\u00a0400)"
    assert why.endswith(".")
    assert fix.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_is_in_the_reader_s_language_and_stays_in_view(language: str) -> None:
    made = sheet(FINDING, language=language)
    assert all(cell.value for cell in made[1])
    assert len(made[1]) == len(WIDTHS)
    assert (made.freeze_panes, made.auto_filter.ref) == ("A2", "A1:I2")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@SUM(A1)", '=HYPERLINK("http://x.example")'])
def test_a_value_from_a_file_never_runs_as_a_formula(text: str) -> None:
    cell = sheet(Finding("unknown_account", Severity.BLOCKING, file=text, value=text))["E2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    assert sheet(Finding("unknown_account", Severity.NOTE, value="a\x00b\x07c"))["E2"].value == "abc"


def test_no_findings_give_a_workbook_with_a_header_only() -> None:
    assert sheet().max_row == 1
