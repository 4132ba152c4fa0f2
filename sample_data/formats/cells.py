"""Printing of cells and lines: number marks, quotes, encodings."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True)
class Marks:
    """How numbers look in one language of the screen."""

    decimal: str = "."
    group: str = ","
    percent: str = "%"


ENGLISH = Marks()
POLISH = Marks(decimal=",", group="\u00a0")
GERMAN = Marks(decimal=",", group=".", percent="\u00a0%")


def fixed(value: float, places: int, marks: Marks, *, grouped: bool = False) -> str:
    text = f"{value:,.{places}f}" if grouped else f"{value:.{places}f}"
    printed = {",": marks.group, ".": marks.decimal}
    return "".join(printed.get(mark, mark) for mark in text)


def percent(part: float, whole: float, marks: Marks, places: int = 2) -> str:
    return fixed(100 * part / whole, places, marks) + marks.percent


def trimmed(value: Value, places: int = 8) -> str:
    """A cell of a file that prints numbers as short as they are: 1.5, 230, nothing for missing."""
    if isinstance(value, float):
        return f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)


def line(cells: Sequence[str], delimiter: str, quote_at: str) -> str:
    """Cells joined; one that holds a character of `quote_at` is quoted."""
    return delimiter.join(_quoted(cell, quote_at + '"\n') for cell in cells)


def _quoted(cell: str, quote_at: str) -> str:
    if not any(mark in cell for mark in quote_at):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def utf8(lines: Iterable[str], *, bom: bool = False) -> bytes:
    return (codecs.BOM_UTF8 if bom else b"") + _joined(lines).encode("utf-8")


def utf16(lines: Iterable[str]) -> bytes:
    """Little-endian with its mark, as panels write "for Excel"."""
    return codecs.BOM_UTF16_LE + _joined(lines).encode("utf-16-le")


def _joined(lines: Iterable[str]) -> str:
    return "".join(each + "\n" for each in lines)
