"""The workbook behind a chart, so that it stays editable in PowerPoint. Same values, same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # the library has no types

from tiger_reports.decks.xml_text import legal
from tiger_reports.model.exhibits.columns import Series

NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""The workbook's date of creation: a fixed day, or two exports of one report would differ."""


def chart_workbook(categories: tuple[str, ...], series: tuple[Series, ...], number_format: str) -> bytes:
    """Names down the first column, one series a column. Names are written as text, never as formulas."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": NO_DATE})
        sheet = book.add_worksheet("Sheet1")
        look = book.add_format({"num_format": number_format})
        for row, name in enumerate(categories, start=1):
            sheet.write_string(row, 0, legal(name))
        for column, one in enumerate(series, start=1):
            sheet.write_string(0, column, legal(one.name))
            for row, value in enumerate(one.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, look)
    return stream.getvalue()
