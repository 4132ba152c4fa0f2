"""A workbook as sheets. Only call it after `zip_look` found no danger."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from tiger_reports.panels.arrow import Column, pa
from tiger_reports.panels.sheet import Body, Cells, Row, Sheet, numbered, string_column

HEAD_RECORDS = 60
PANIC = "PanicException"  # what a crash inside calamine becomes; it is no Exception
EXACT = 2.0**53  # beyond this a float no longer holds every integer

Value = str | float | int | bool | date | datetime | time | timedelta


class BrokenWorkbookError(ValueError):
    """The workbook cannot be opened."""


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """All sheets that hold cells. Raises BrokenWorkbookError."""
    return tuple(_sheet(name, rows) for name, rows in grids_of(data) if rows)


def grids_of(data: bytes) -> list[tuple[str, list[list[Value]]]]:
    """The values of every sheet, row by row. Raises BrokenWorkbookError."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        ]
    except BaseException as error:
        if isinstance(error, CalamineError | ValueError | OSError) or type(error).__name__ == PANIC:
            raise BrokenWorkbookError(str(error)) from error
        raise


def _sheet(name: str, rows: list[list[Value]]) -> Sheet:
    def body(index: int, width: int) -> Body:
        below = rows[index + 1 :]
        columns = [[row[number] if number < len(row) else "" for row in below] for number in range(width)]
        return Body(tuple(map(_cells, columns)), numbered(index + 2, len(below)))

    head: tuple[Row, ...] = tuple(tuple(map(text_of, row)) for row in rows[:HEAD_RECORDS])
    return Sheet(name, head, body, len(rows))


def text_of(value: Value) -> str:
    """A cell as a person reads it; whole numbers without `.0`, dates in ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _cells(values: list[Value]) -> Cells:
    return Cells(
        string_column([text_of(value) or None for value in values]),
        _typed(values, _number, pa.float64()),
        _typed(values, _day, pa.date32()),
    )


def _typed(
    values: list[Value], convert: Callable[[Value], float | date | None], kind: pa.DataType
) -> Column | None:
    converted = [convert(value) for value in values]
    if all(value is None for value in converted):
        return None
    return pa.chunked_array([pa.array(converted, kind)])


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _day(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
