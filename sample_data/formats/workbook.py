"""A one-sheet XLSX whose bytes depend on its cells only: no clock, no compression library."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from sample_data.formats.cells import Value

WRITTEN = "2026-11-03T08:00:00Z"
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
OLDEST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def workbook(sheet: str, rows: Iterable[Sequence[Value]]) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    book.properties.creator = "Synthetic demo data"
    raw = io.BytesIO()
    book.save(raw)
    return _settled(raw)


def _settled(raw: io.BytesIO) -> bytes:
    """The same parts, stored and not deflated, with one fixed time everywhere."""
    settled = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            part = STAMP.sub(rb"\g<1>" + WRITTEN.encode(), source.read(name))
            target.writestr(zipfile.ZipInfo(name, OLDEST_ZIP_DAY), part)
    return settled.getvalue()
