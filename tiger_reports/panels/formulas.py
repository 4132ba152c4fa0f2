"""Formula cells of a workbook that people fill in: what they show may be older than what they refer to."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from tiger_reports.model.finding import Finding
from tiger_reports.panels.codes import found
from tiger_reports.panels.header import Header

SHOWN = 12


def formula_findings(path: Path, sheet: str, header: Header) -> tuple[Finding, ...]:
    """One finding that names the cells, as the spreadsheet program does; none for other kinds of files."""
    if not zipfile.is_zipfile(path):
        return ()
    try:
        book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True)
    except KeyError:  # an ODS: its cells cannot be named this way
        return ()
    columns = {at + 1 for at in header.roles.values()}
    rows = book[sheet].iter_rows(min_row=header.index + 2)
    cells = [cell for row in rows for cell in row if cell.data_type == "f" and cell.column in columns]
    if not cells:
        return ()
    names = ", ".join(cell.coordinate for cell in cells[:SHOWN]) + (" …" if len(cells) > SHOWN else "")
    numbers = {int(cell.row or 0) for cell in cells}
    return (
        found("formula_cells", rows=sorted(numbers), value=names, count=len(cells), details={"cells": names}),
    )
