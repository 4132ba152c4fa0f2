"""A copy of a file without what stands in some of its columns; headers and row numbers stay what they are."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from tiger_reports.panels.archive import texts_in
from tiger_reports.panels.container import Kind, kind_of
from tiger_reports.panels.csv_text import lines_of
from tiger_reports.panels.encoding import decode
from tiger_reports.panels.personal import Personal
from tiger_reports.panels.workbook import Value, grids_of
from tiger_reports.panels.xml_sheets import grids_of_xml

BySheet = Mapping[str, Sequence[Personal]]
LONG_AGO = (2000, 1, 1, 0, 0, 0)
MADE = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
"""Workbooks carry the time of their making; a copy of the same file must be the same copy."""


def redacted(path: Path, delimiter: str, personal: Sequence[Personal]) -> bytes:
    """The file as UTF-8 text, XLSX or zip of texts, its `personal` columns empty below their headers."""
    data, by_sheet = path.read_bytes(), _by_sheet(personal)
    match kind_of(data):
        case Kind.TEXT:
            return _text(data, delimiter, personal)
        case Kind.ARCHIVE:
            return _archive(texts_in(data), delimiter, by_sheet)
        case Kind.SPREADSHEETML:
            return _workbook(grids_of_xml(data), by_sheet)
        case _:
            return _workbook(grids_of(data), by_sheet)


def _by_sheet(personal: Sequence[Personal]) -> BySheet:
    found: dict[str, list[Personal]] = defaultdict(list)
    for one in personal:
        found[one.sheet].append(one)
    return found


def _text(data: bytes, delimiter: str, personal: Sequence[Personal]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for number, record in enumerate(csv.reader(lines_of(decode(data).text), delimiter=delimiter)):
        writer.writerow(_emptied(record, number, personal))
    return out.getvalue().encode()


def _archive(texts: Mapping[str, bytes], delimiter: str, personal: BySheet) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in texts.items():
            text = _text(data, delimiter, personal[name]) if name in personal else data
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _workbook(grids: Mapping[str, list[list[Value]]], personal: BySheet) -> bytes:
    book = Workbook(write_only=True)
    for name, rows in grids.items():
        sheet, mine = book.create_sheet(name), personal.get(name, ())
        for number, row in enumerate(rows):
            sheet.append([_cell(sheet, value) for value in _emptied(row, number, mine)])
    out = io.BytesIO()
    book.save(out)
    return _timeless(out)


def _emptied(record: Iterable[Any], number: int, personal: Iterable[Personal]) -> list[Any]:
    lost = {at for one in personal if one.holds(number) for at in one.columns}
    return ["" if at in lost else value for at, value in enumerate(record)]


def _cell(sheet: Any, value: Any) -> Any:
    """Text that begins with `=` stays text."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value or None)
    if value:
        cell.data_type = "s"
    return cell


def _timeless(packed: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            when = zipfile.ZipInfo(entry.filename, LONG_AGO)
            new.writestr(when, MADE.sub(b"", old.read(entry)), zipfile.ZIP_DEFLATED)
    return out.getvalue()
