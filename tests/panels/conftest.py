"""Tiny literal files, written the way panels write them. All names are made up."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pyarrow.compute as pc
import pytest

from tiger_reports.panels import ReadOptions, read_file


class Reader:
    """Writes a file into a folder of the test and reads it back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def bytes(self, data: bytes, name: str = "export.csv", **options):
        path = self.folder / "upload"
        path.write_bytes(data)
        return read_file(path, name=name, options=ReadOptions(**options))

    def text(self, text: str, encoding: str = "utf-8", name: str = "export.csv", **options):
        return self.bytes(text.encode(encoding), name, **options)

    def sheets(self, sheets: dict[str, list[list]], name: str = "export.xlsx", **options):
        return self.bytes(workbook(sheets), name, **options)

    def table(self, text: str, **options):
        """The one table of a text, which must not be stopped."""
        return only(self.text(text, **options))


def workbook(sheets: dict[str, list[list]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def only(file):
    assert stops(file) == set(), [finding for finding in file.all_findings if finding.stops]
    (table,) = file.tables
    return table


def stops(file) -> set[str]:
    return {finding.code for finding in file.all_findings if finding.stops}


def codes(file) -> set[str]:
    return {finding.code for finding in file.all_findings}


def finding(file, code: str):
    return next(found for found in file.all_findings if found.code == code)


def column(table, name: str) -> list:
    return table.frame[name].to_pylist()


def total(table, name: str) -> float:
    return pc.sum(table.frame[name]).as_py()


@pytest.fixture
def read(tmp_path) -> Reader:
    return Reader(tmp_path)
