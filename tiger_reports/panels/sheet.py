"""One table of cells, column by column, before anyone knows what it means.

Row numbers are those of a spreadsheet program: records count from 1, preamble and blank lines included;
a line break inside a quoted cell does not start a new row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tiger_reports.panels.arrow import Column, pa
from tiger_reports.panels.fold import is_sentence

Row = tuple[str, ...]
HEAD_RECORDS = 60
"""Records that are looked at to recognise a sheet."""


@dataclass(frozen=True)
class Cells:
    """One column. `text` is what a person reads (null: empty); `number` and `day` are typed cells.

    A workbook gives numbers and dates as such; a CSV gives text only.
    """

    text: Column  # string
    number: Column | None = None  # float64
    day: Column | None = None  # date32

    def slice(self, start: int, length: int) -> Cells:
        return self._each(lambda values: values.slice(start, length))

    def filter(self, mask: Column) -> Cells:
        return self._each(lambda values: values.filter(mask))

    def take(self, rows: list[int]) -> Cells:
        picked = pa.array(rows, pa.int64())
        return self._each(lambda values: values.take(picked))

    def _each(self, change: Callable[[Column], Column]) -> Cells:
        return Cells(
            change(self.text),
            None if self.number is None else change(self.number),
            None if self.day is None else change(self.day),
        )


@dataclass(frozen=True)
class Ragged:
    """A record with more or fewer cells than the header."""

    row: int
    cells: int
    last_of_file: bool = False


@dataclass(frozen=True)
class Body:
    """The rows under a header; `rows` are their numbers in the file (int64)."""

    columns: tuple[Cells, ...]
    rows: Column
    ragged: tuple[Ragged, ...] = ()
    unclosed_quote: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def row_text(self, index: int) -> Row:
        return tuple(cells.text[index].as_py() or "" for cells in self.columns)

    def slice(self, start: int, length: int) -> Body:
        columns = tuple(cells.slice(start, length) for cells in self.columns)
        return Body(columns, self.rows.slice(start, length))

    def take(self, rows: list[int]) -> Body:
        numbers = self.rows.take(pa.array(rows, pa.int64()))
        return Body(tuple(cells.take(rows) for cells in self.columns), numbers)


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or the whole of a CSV.

    `head` holds the first records as text; `body(index, width)` reads all records after record `index`
    of the head, each `width` cells wide; `records` reads all of them as they are. One of the two may be
    called, once: it gives the file's text away.
    """

    name: str
    head: tuple[Row, ...]
    body: Callable[[int, int], Body]
    records: Callable[[], Sequence[Row]]
    length: int | None = None  # records in all, where that is known without reading the body


def sheet_of(name: str, records: Sequence[Row], first_row: int) -> Sheet:
    """A sheet of records at hand, the first of which is row `first_row` of the file."""

    def body(index: int, width: int) -> Body:
        below, row = records[index + 1 :], first_row + index + 1
        columns = [[fitted(record, width)[at] for record in below] for at in range(width)]
        cells = tuple(Cells(string_column(values)) for values in columns)
        return Body(cells, numbered(row, len(below)), tuple(uneven(below, width, row)))

    return Sheet(name, tuple(records[:HEAD_RECORDS]), body, lambda: records, len(records))


def uneven(records: Sequence[Sequence[str]], width: int, first_row: int) -> Iterator[Ragged]:
    """Records shorter than the header, or saying something beyond its end; a lone sentence is neither."""
    for number, record in enumerate(records, first_row):
        short = 0 < len(record) < width and not (len(record) == 1 and is_sentence(record[0]))
        if short or any(cell.strip() for cell in record[width:]):
            yield Ragged(number, len(record))


def fitted(record: Sequence[str], width: int) -> list[str | None]:
    cells = [cell or None for cell in record[:width]]
    return cells + [None] * (width - len(cells))


def numbered(first_row: int, count: int) -> Column:
    return pa.chunked_array([pa.arange(first_row, first_row + count)])


def string_column(values: list[str | None]) -> Column:
    return pa.chunked_array([pa.array(values, pa.string())])
