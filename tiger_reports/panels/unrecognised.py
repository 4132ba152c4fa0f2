"""What to say of a file that no definition fits: the finding that says most, and what would help."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.panels import fold
from tiger_reports.panels.codes import found
from tiger_reports.panels.definition import Panel, Refusal
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.personal import speaks_of_persons
from tiger_reports.panels.recognise import Recognition
from tiger_reports.panels.sheet import Sheet

SHOWN_HEADERS = 12


def not_recognised(
    recognised: list[tuple[Sheet, Recognition]],
    options: ReadOptions,
    catalogue: tuple[Panel, ...],
    outlines: tuple[Outline, ...],
) -> Finding:
    """The finding that says most: what was seen, and what would help."""
    sheets = [sheet for sheet, _ in recognised]
    several = next((recognition.matches for _, recognition in recognised if recognition.matches), ())
    private = [label for panel in catalogue for label in panel.preamble.private]
    seen = {
        "headers": _seen(sheets, outlines, private),
        "sheets": ", ".join(sheet.name for sheet in sheets if sheet.name) or "–",
    }
    if several:
        names = ", ".join(dict.fromkeys(match.panel.name for match in several))
        return found("several", value=names, details={"panels": names, **seen})
    refusal = next((r for panel in catalogue for r in panel.refusals if _is_refused(sheets, r)), None)
    if refusal:
        return found(refusal.code, details=seen)
    if options.panel is not None:
        name = next((panel.name for panel in catalogue if panel.key == options.panel), options.panel)
        return found("panel_misfit", value=name, details={"panel": name, **seen})
    if any(_is_empty(sheet, recognition, catalogue) for sheet, recognition in recognised):
        return found("empty_export")
    weak = [
        match.panel.name for _, recognition in recognised for match in recognition.weak if match.understands
    ]
    if len(set(weak)) > 1:
        names = ", ".join(dict.fromkeys(weak))
        return found("several", value=names, details={"panels": names, **seen})
    return found("unrecognised", value=seen["headers"], details=seen)


def _seen(sheets: list[Sheet], outlines: tuple[Outline, ...], private: list[str]) -> str:
    """The headers; where no record looks like one, the widest of the first records that names nobody.

    Cells that begin as a panel's `private` lines do are left out.
    """
    if outlines:
        names = [column.header for outline in outlines for column in outline.columns]
    else:
        rows = [
            row
            for sheet in sheets
            for row in sheet.head
            if not any(speaks_of_persons([cell]) for cell in row)
        ]
        widest = max(rows, key=lambda row: sum(bool(cell.strip()) for cell in row), default=())
        names = [fold.clean(cell) for cell in widest if cell.strip()]
    begins = tuple(label.casefold() for label in private)
    names = [name for name in names if not name.strip('"').casefold().startswith(begins)]
    more = " …" if len(names) > SHOWN_HEADERS else ""
    return ", ".join(names[:SHOWN_HEADERS]) + more or "–"


def _is_refused(sheets: Iterable[Sheet], refusal: Refusal) -> bool:
    """Whether one sheet has all of the cells near its top."""
    heads = ({fold.clean(cell).strip(' "#') for row in sheet.head for cell in row} for sheet in sheets)
    return any(all(_stands_in(pattern, cells) for pattern in refusal.cells) for cells in heads)


def _stands_in(pattern: str, cells: Iterable[str]) -> bool:
    return any(re.fullmatch(pattern, cell, re.IGNORECASE) for cell in cells)


def _is_empty(sheet: Sheet, recognition: Recognition, catalogue: tuple[Panel, ...]) -> bool:
    """A sheet that ends after a known header or a panel's own preamble."""
    if sheet.length is None:
        return False
    headers_only = recognition.known_headers > 0 and sheet.length == 1
    return headers_only or any(_has_only_preamble(sheet, panel) for panel in catalogue)


def _has_only_preamble(sheet: Sheet, panel: Panel) -> bool:
    known = panel.preamble
    labels = tuple(label.casefold() for label in (*known.start, *known.end, *known.range))
    lines = [fold.clean(row[0]).strip('"').casefold() for row in sheet.head if row]
    return (
        bool(labels)
        and any(line.startswith(labels) for line in lines)
        and all(sum(bool(cell.strip()) for cell in row) <= 1 for row in sheet.head)
    )
