"""A CSV as a sheet: the first records read in Python, the body by Arrow in one go."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tiger_reports.panels.arrow import arrow_csv, pa
from tiger_reports.panels.sheet import HEAD_RECORDS, Body, Cells, Ragged, Row, Sheet, fitted, numbered, uneven

DELIMITERS = (",", "\t", ";", "|")
HEAD_BYTES = 1 << 18
BLOCK = 8 << 20
SLOW_PIECE = 50_000


class BrokenCsvError(ValueError):
    """The text cannot be cut into records."""


def csv_sheet(text: bytes, delimiter: str) -> Sheet:
    """The sheet of UTF-8 `text`. Raises BrokenCsvError."""
    if b"\n" not in text:
        text = text.replace(b"\r", b"\n")
    records = _head(text, delimiter)
    length = len(records) if len(text) <= HEAD_BYTES and len(records) < HEAD_RECORDS else None
    body = _CsvBody(text, delimiter, [line for _, line in records])
    return Sheet("", tuple(cells for cells, _ in records), body.read, body.records, length)


@dataclass
class _CsvBody:
    """The unread text; it is let go once it is read, so that a large file is not held twice."""

    text: bytes
    delimiter: str
    ends: list[int]  # physical lines up to the end of each record of the head

    def read(self, index: int, width: int) -> Body:
        text, self.text = self.text, b""
        start = _offset_of_line(text, self.ends[index])
        return _read_body(memoryview(text)[start:], self.delimiter, width, index + 2)

    def records(self) -> list[Row]:
        """Every record, one by one: for files whose tables have different widths."""
        text, self.text = self.text, b""
        try:
            return [tuple(record) for record in csv.reader(lines_of(text), delimiter=self.delimiter)]
        except csv.Error as error:
            raise BrokenCsvError(str(error)) from error


def _head(text: bytes, delimiter: str) -> list[tuple[Row, int]]:
    """The first records, each with the number of physical lines read up to its end."""
    piece = text[:HEAD_BYTES]
    if len(text) > HEAD_BYTES:
        piece = piece[: piece.rfind(b"\n") + 1]
    reader = csv.reader(lines_of(piece), delimiter=delimiter)
    try:
        return [(tuple(record), reader.line_num) for record in islice(reader, HEAD_RECORDS)]
    except csv.Error as error:
        raise BrokenCsvError(str(error)) from error


def lines_of(text: bytes | memoryview) -> Iterator[str]:
    """Lines cut at line feeds only; a lone carriage return counts as a space."""
    whole = bytes(text)
    start = 0
    while start < len(whole):
        end = whole.find(b"\n", start) + 1 or len(whole)
        line = whole[start:end].decode("utf-8", "replace")
        yield line.replace("\r\n", "\n").replace("\r", " ")
        start = end


def _offset_of_line(text: bytes, lines: int) -> int:
    offset = 0
    for _ in range(lines):
        offset = text.find(b"\n", offset) + 1 or len(text)
    return offset


def _read_body(text: memoryview, delimiter: str, width: int, first_row: int) -> Body:
    if not len(text):
        return _body([[] for _ in range(width)], first_row, ())
    try:
        table = _by_arrow(text, delimiter, width)
    except pa.ArrowInvalid:
        return _by_hand(text, delimiter, width, first_row)
    columns = tuple(Cells(column) for column in table.columns)
    return Body(columns, numbered(first_row, table.num_rows), unclosed_quote=_unclosed(table, text))


def _by_arrow(text: memoryview, delimiter: str, width: int) -> Any:
    names = [str(number) for number in range(width)]
    # Only a file with quotes can hold line breaks inside cells; looking for them costs time.
    quoted = b'"' in text.obj  # type: ignore[operator]  # the view is of bytes, which its type does not say
    return arrow_csv.read_csv(
        pa.BufferReader(pa.py_buffer(text)),
        arrow_csv.ReadOptions(column_names=names, block_size=BLOCK),
        arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=quoted, ignore_empty_lines=False),
        arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _unclosed(table: Any, text: memoryview) -> bool:
    """True when the file ends inside a quoted cell: the download was cut.

    Such a cell takes in all that follows, so in a full record it is the last one.
    """
    if bytes(text[-4:]).rstrip(b"\r\n").endswith(b'"'):
        return False
    last = (table.columns[-1][-1].as_py() or "") if table.num_rows else ""
    return "\n" in last


def _by_hand(text: memoryview, delimiter: str, width: int, first_row: int) -> Body:
    """The slow way, for files whose records have different lengths."""
    pieces: list[list[Any]] = [[] for _ in range(width)]
    ragged: list[Ragged] = []
    row, open_end = first_row, bytes(text[-1:]) != b"\n"
    records = csv.reader(lines_of(text), delimiter=delimiter)
    try:
        while batch := list(islice(records, SLOW_PIECE)):
            ragged.extend(uneven(batch, width, row))
            for piece, values in zip(
                pieces, zip(*(fitted(record, width) for record in batch), strict=True), strict=True
            ):
                piece.append(pa.array(values, pa.string()))
            row += len(batch)
    except csv.Error as error:
        raise BrokenCsvError(str(error)) from error
    if ragged and open_end and ragged[-1].row == row - 1:
        ragged[-1] = Ragged(ragged[-1].row, ragged[-1].cells, last_of_file=True)
    return _body(pieces, first_row, tuple(ragged))


def _body(pieces: list[list[Any]], first_row: int, ragged: tuple[Ragged, ...]) -> Body:
    columns = tuple(Cells(pa.chunked_array(piece, pa.string())) for piece in pieces)
    return Body(columns, numbered(first_row, len(columns[0].text) if columns else 0), ragged)
