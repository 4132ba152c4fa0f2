"""What to say of a file that no definition fits: the finding that says most, and what would help."""

from __future__ import annotations

from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.panels import fold
from tiger_reports.panels.codes import found
from tiger_reports.panels.definition import Panel
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
    seen = {
        "headers": _seen(sheets, outlines),
        "sheets": ", ".join(sheet.name for sheet in sheets if sheet.name) or "–",
    }
    if several:
        names = ", ".join(dict.fromkeys(match.panel.name for match in several))
        return found("several", value=names, details={"panels": names, **seen})
    if any(_is_bulk(sheet, panel) for sheet in sheets for panel in catalogue):
        return found("bulk_upload", details=seen)
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


def _seen(sheets: list[Sheet], outlines: tuple[Outline, ...]) -> str:
    """The headers; where no record looks like one, the widest of the first records that names nobody."""
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
    more = " …" if len(names) > SHOWN_HEADERS else ""
    return ", ".join(names[:SHOWN_HEADERS]) + more or "–"


def _is_bulk(sheet: Sheet, panel: Panel) -> bool:
    signs = {fold.key(header) for header in panel.bulk}
    return bool(signs) and any(signs <= {fold.key(cell) for cell in row} for row in sheet.head)


def _is_empty(sheet: Sheet, recognition: Recognition, catalogue: tuple[Panel, ...]) -> bool:
    """A sheet that ends after a known header or a panel's own preamble."""
    if sheet.length is None:
        return False
    headers_only = recognition.known_headers > 0 and sheet.length == 1
    return headers_only or any(_has_only_preamble(sheet, panel) for panel in catalogue)


def _has_only_preamble(sheet: Sheet, panel: Panel) -> bool:
    labels = tuple(label.casefold() for label in (*panel.preamble.start, *panel.preamble.end))
    lines = [fold.clean(row[0]).strip('"').casefold() for row in sheet.head if row]
    return (
        bool(labels)
        and any(line.startswith(labels) for line in lines)
        and all(len(row) <= 1 for row in sheet.head)
    )
