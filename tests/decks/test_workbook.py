"""The appendix holds the report's figures as numbers, and hostile names as text."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tiger_reports.decks.workbook import appendix
from tiger_reports.text import LANGUAGES

from .reports import hostile_report, whole_report


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_seven_sheets_in_the_language_of_the_deck(language):
    book = opened(appendix(whole_report(language), language))
    assert len(book.sheetnames) == 7
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_metrics_are_the_reports_own_numbers():
    report = whole_report()
    rows = list(opened(appendix(report, "en"))["All metrics"].iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in rows] == pytest.approx([figure.value.amount for figure in report.figures])
    assert [row[5] for row in rows] == pytest.approx([figure.previous.relative for figure in report.figures])
    assert [row[6] for row in rows] == pytest.approx(
        [figure.year_ago.before.amount for figure in report.figures]
    )


def test_every_month_stands_in_its_column():
    report = whole_report()
    rows = list(opened(appendix(report, "en"))["13 months"].iter_rows(min_row=2, values_only=True))
    for row, figure in zip(rows, report.figures, strict=True):
        assert list(row[2:]) == pytest.approx([value.amount for value in figure.series])


def test_no_cell_is_a_formula():
    book = opened(appendix(hostile_report(), "en"))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    names = [cell.value for cell in book["Campaigns"]["A"]]
    assert '=cmd|"/c calc"!A1' in names
    assert "@everyone -10% {name} %s" in names
    assert "bell and null and " in names


def test_no_folder_and_no_address_is_written():
    report = hostile_report()
    book = opened(appendix(report, "en"))
    text = " ".join(str(c.value) for sheet in book.worksheets for row in sheet.iter_rows() for c in row)
    assert "Users" not in text
    assert "example.com" not in text


def test_the_same_report_gives_the_same_bytes():
    assert appendix(whole_report(), "en") == appendix(whole_report(), "en")


def test_percents_and_money_have_their_formats():
    sheet = opened(appendix(whole_report("pl"), "pl"))["Wszystkie wskaźniki"]
    formats = {row[0].value: row[2].number_format for row in sheet.iter_rows(min_row=2)}
    assert formats["Wydatki"] == "#,##0.00"
    assert formats["Współczynnik klikalności (CTR)"] == "0.00%"
    assert formats["Wyświetlenia"] == "#,##0"
