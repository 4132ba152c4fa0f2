"""Text in a workbook that stays text, whatever it begins with."""

from __future__ import annotations

from openpyxl.cell import Cell, MergedCell

CONTROLS = {number: None for number in range(32) if chr(number) not in "\t\n\r"}
"""Characters that a workbook cannot hold."""


def write_text(cell: Cell | MergedCell, text: str) -> None:
    """A value that begins with `=` from somebody's file must never run as a formula."""
    cell.value = text.translate(CONTROLS)
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True
