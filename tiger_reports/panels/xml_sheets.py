"""A workbook written as one XML text (SpreadsheetML 2003, usually named .xls) as sheets.

The parser stops at the first document type declaration, so no entity is ever expanded; bytes that are no
UTF-8 become replacement characters, because a panel cut a text in the middle of one.
Source of the layout: Microsoft, XML Spreadsheet Reference (2003).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from xml.parsers import expat

from tiger_reports.panels.sheet import Sheet
from tiger_reports.panels.workbook import BrokenWorkbookError, Value, grid_sheet
from tiger_reports.panels.zip_look import FREE_CELLS, MOST_BYTES, MOST_COLUMNS, Danger

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), "\ufffd")
"""Control characters that XML does not allow."""


class UnsafeXmlError(ValueError):
    """The text would harm; `danger` says how."""

    def __init__(self, danger: Danger) -> None:
        super().__init__(danger.reason)
        self.danger = danger


def sheets_of_xml(data: bytes) -> tuple[Sheet, ...]:
    """All sheets that hold cells. Raises BrokenWorkbookError, UnsafeXmlError."""
    return tuple(grid_sheet(name, rows) for name, rows in grids_of_xml(data).items() if rows)


def grids_of_xml(data: bytes) -> dict[str, list[list[Value]]]:
    """Each sheet's cells by row, from A1 on. Raises BrokenWorkbookError, UnsafeXmlError."""
    if len(data) > MOST_BYTES:
        raise UnsafeXmlError(Danger("size", len(data), MOST_BYTES))
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = DECLARATION.sub("", data.decode(encoding, "replace")).translate(FORBIDDEN)
    reader = _Reader()
    try:
        _parser(reader).Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise BrokenWorkbookError(str(error)) from error
    return dict(reader.sheets)


def _parser(reader: _Reader) -> expat.XMLParserType:
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.said
    return parser


def _refuse_doctype(*_: object) -> None:
    raise UnsafeXmlError(Danger("entity"))


@dataclass
class _Reader:
    """What was read so far; `Index` of a row or cell skips the empty ones before it."""

    sheets: list[tuple[str, list[list[Value]]]] = field(default_factory=list)
    kind: str = ""
    texts: list[str] | None = None
    cells: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        own = {name.removeprefix(f"{SPACE} "): value for name, value in attributes.items()}
        match tag.removeprefix(f"{SPACE} "):
            case "Worksheet":
                self.sheets.append((own.get("Name", ""), []))
            case "Row" if self.sheets:
                self._skip_rows(_index(own))
                self._rows.append([])
            case "Cell" if self.sheets and self._rows:
                self._skip_cells(_index(own))
                self._rows[-1].append("")
            case "Data" if self.sheets and self._rows and self._rows[-1]:
                self.kind, self.texts = own.get("Type", "String"), []

    def said(self, text: str) -> None:
        if self.texts is not None:
            self.texts.append(text)

    def end(self, tag: str) -> None:
        if tag == f"{SPACE} Data" and self.texts is not None:
            self._rows[-1][-1] = _value(self.kind, "".join(self.texts))
            self.texts = None

    @property
    def _rows(self) -> list[list[Value]]:
        return self.sheets[-1][1]

    def _skip_rows(self, index: int) -> None:
        gap = max(index - 1 - len(self._rows), 0)
        self._count(gap + 1)
        self._rows.extend([] for _ in range(gap))

    def _skip_cells(self, index: int) -> None:
        row = self._rows[-1]
        width = max(index, len(row) + 1)
        if width > MOST_COLUMNS:
            raise UnsafeXmlError(Danger("range", width, MOST_COLUMNS))
        self._count(width - len(row))
        row.extend("" for _ in range(width - 1 - len(row)))

    def _count(self, more: int) -> None:
        self.cells += more
        if self.cells > FREE_CELLS:
            raise UnsafeXmlError(Danger("range", self.cells, FREE_CELLS))


def _index(attributes: dict[str, str]) -> int:
    text = attributes.get("Index", "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004  (no sheet has more rows)


def _value(kind: str, text: str) -> Value:
    """A typed cell; a text where the type does not fit what is written."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text
