"""A panel file, as it was downloaded, to normalised rows. The one door of this room."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tiger_reports.model.finding import Finding
from tiger_reports.panels import fold
from tiger_reports.panels.blocks import block_matches
from tiger_reports.panels.catalogue import panels
from tiger_reports.panels.codes import found
from tiger_reports.panels.csv_text import BrokenCsvError
from tiger_reports.panels.definition import Panel, PanelKind, Refusal
from tiger_reports.panels.opening import Opened, RefusedError, open_file
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.recognise import Match, Recognition, recognise
from tiger_reports.panels.result import ReadFile, ReadTable
from tiger_reports.panels.sections import read_stacked
from tiger_reports.panels.sheet import Sheet
from tiger_reports.panels.table import read_table

SHOWN_HEADERS = 12
NO_OPTIONS = ReadOptions()


def read_file(
    path: Path, *, name: str, options: ReadOptions = NO_OPTIONS, catalogue: Sequence[Panel] | None = None
) -> ReadFile:
    """Read any file. Whatever is wrong with it comes back as findings; nothing is raised for bad input.

    `name` is what the user calls the file; the path may be a random one.
    """
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    tables: tuple[ReadTable, ...] = ()
    try:
        tables, findings = _read(path, name, options, panels() if catalogue is None else tuple(catalogue))
    except RefusedError as refusal:
        findings = (refusal.finding,)
    except BrokenCsvError as error:
        findings = (found("damaged_file", value=str(error)[:200], details={"part": "records"}),)
    except Exception as error:  # noqa: BLE001  (the edge: a fault of ours must not look like a crash)
        findings = (found("reader_fault", value=f"{type(error).__name__}: {error}"[:200]),)
    tables = tuple(replace(table, findings=_named(table.findings, name)) for table in tables)
    return ReadFile(name, digest, path.stat().st_size, tables, _named(findings, name))


def _named(findings: Sequence[Finding], name: str) -> tuple[Finding, ...]:
    return tuple(replace(finding, file=name) for finding in findings)


def _read(
    path: Path, name: str, options: ReadOptions, catalogue: tuple[Panel, ...]
) -> tuple[tuple[ReadTable, ...], tuple[Finding, ...]]:
    opened = open_file(path.read_bytes(), name, catalogue, options)
    recognised = [
        (sheet, recognise(sheet, catalogue, options.mapping, options.panel)) for sheet in opened.sheets
    ]
    matches = [recognition.match for _, recognition in recognised if recognition.match]
    if not matches:
        return (), (*opened.findings, _not_recognised(recognised, options, catalogue))
    found_in = [_tables(match, opened, options) for match in matches]
    tables = tuple(table for tables, _ in found_in for table in tables)
    unread = tuple(name for _, names in found_in for name in names)
    return tables, (*opened.findings, *_file_findings(matches, opened.sheets), *_unread("tables", unread))


def _tables(
    match: Match, opened: Opened, options: ReadOptions
) -> tuple[tuple[ReadTable, ...], tuple[str, ...]]:
    """The tables of a sheet, and the names of those in it that hold no figures of ours."""
    if match.report.blocks:
        matches, unread = block_matches(match, options)
        return tuple(_table(block, opened, options) for block in matches), unread
    if match.report.stacked:
        body = match.sheet.body(match.header.index, len(match.header.cells))
        return read_stacked(match, body, opened.source, options), ()
    return (_table(match, opened, options),), ()


def _table(match: Match, opened: Opened, options: ReadOptions) -> ReadTable:
    body = match.sheet.body(match.header.index, len(match.header.cells))
    return read_table(match, body, opened.source, options)


def _unread(what: str, names: Sequence[str]) -> tuple[Finding, ...]:
    listed = ", ".join(names)
    return (found(f"unread_{what}", count=len(names), value=listed, details={what: listed}),) if names else ()


def _file_findings(matches: list[Match], sheets: tuple[Sheet, ...]) -> tuple[Finding, ...]:
    unread = [sheet.name for sheet in sheets if sheet not in [match.sheet for match in matches]]
    findings = list(_unread("sheets", unread))
    if len(matches) > 1 and any(match.panel.kind is PanelKind.ADS for match in matches):
        names = ", ".join(match.sheet.name for match in matches)
        findings.append(
            found(
                "several_sheets",
                count=len(matches),
                value=names,
                details={"sheets": names, "of": len(sheets)},
            )
        )
    if any(match.report.stacked for match in matches):
        findings.append(found("overlapping_tables"))
    return tuple(findings)


def _not_recognised(
    recognised: list[tuple[Sheet, Recognition]], options: ReadOptions, catalogue: tuple[Panel, ...]
) -> Finding:
    """The finding that says most: what was seen, and what would help."""
    sheets = [sheet for sheet, _ in recognised]
    several = next((recognition.matches for _, recognition in recognised if recognition.matches), ())
    shown = _seen(sheets, [label for panel in catalogue for label in panel.preamble.private])
    seen = {
        "headers": shown,
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
    return found("unrecognised", value=shown, details=seen)


def _seen(sheets: list[Sheet], private: list[str]) -> str:
    """The widest of the first records: most likely the header. Lines that name a person are left out."""
    rows = [row for sheet in sheets for row in sheet.head]
    widest = max(rows, key=lambda row: sum(bool(cell.strip()) for cell in row), default=())
    begins = tuple(label.casefold() for label in private)
    cells = [fold.clean(cell) for cell in widest if cell.strip()]
    names = [cell for cell in cells if not cell.strip('"').casefold().startswith(begins)]
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
