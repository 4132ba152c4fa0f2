"""A panel file, as it was downloaded, to normalised rows. The one door of this room."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.panels import fold
from tiger_reports.panels.catalogue import panels
from tiger_reports.panels.codes import found
from tiger_reports.panels.csv_text import BrokenCsvError
from tiger_reports.panels.definition import CHANNEL, Panel
from tiger_reports.panels.divided import read_divided
from tiger_reports.panels.formulas import formula_findings
from tiger_reports.panels.mapped import described, panel_of
from tiger_reports.panels.opening import Opened, RefusedError, open_file
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.outline import outline_of
from tiger_reports.panels.personal import is_personal, is_personal_column
from tiger_reports.panels.recognise import Match, Recognition, recognise
from tiger_reports.panels.result import ReadFile, ReadTable
from tiger_reports.panels.sections import read_stacked
from tiger_reports.panels.sheet import Body, Sheet
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
    outlines: tuple[Outline, ...] = ()
    try:
        known = (*(panels() if catalogue is None else catalogue), *map(panel_of, options.known))
        tables, findings, outlines = _read(path, name, options, known)
    except RefusedError as refusal:
        findings = (refusal.finding,)
    except BrokenCsvError as error:
        findings = (found("damaged_file", value=str(error)[:200], details={"part": "records"}),)
    except Exception as error:  # noqa: BLE001  (the edge: a fault of ours must not look like a crash)
        findings = (found("reader_fault", value=f"{type(error).__name__}: {error}"[:200]),)
    tables = tuple(replace(table, findings=_named(table.findings, name)) for table in tables)
    return ReadFile(name, digest, path.stat().st_size, tables, _named(findings, name), outlines)


def _named(findings: Sequence[Finding], name: str) -> tuple[Finding, ...]:
    return tuple(replace(finding, file=name) for finding in findings)


def _read(
    path: Path, name: str, options: ReadOptions, catalogue: tuple[Panel, ...]
) -> tuple[tuple[ReadTable, ...], tuple[Finding, ...], tuple[Outline, ...]]:
    opened = open_file(path.read_bytes(), name, catalogue, options)
    recognised = _recognised(opened.sheets, options, catalogue)
    matches = [recognition.match for _, recognition in recognised if recognition.match]
    if not matches:
        outlines = _outlines(opened.sheets, catalogue, options.mapping)
        return (), (*opened.findings, _not_recognised(recognised, options, catalogue, outlines)), outlines
    told = tuple(
        finding
        for match in matches
        if match.panel.template
        for finding in formula_findings(path, match.sheet.name, match.header)
    )
    tables = [table for match in matches for table in _tables(match, opened, options)]
    said = [match for match in matches if match.panel.column_map]
    outlines = tuple(
        outline for match in said for outline in _outlines((match.sheet,), catalogue, _columns_of(match))
    )
    return tuple(tables), (*opened.findings, *told, *_file_findings(matches, opened.sheets)), outlines


def _recognised(
    sheets: tuple[Sheet, ...], options: ReadOptions, catalogue: tuple[Panel, ...]
) -> list[tuple[Sheet, Recognition]]:
    """What each sheet is; where nothing fits or a channel is named, by what a person said of the columns.

    Columns that a person named never help to recognise a panel that nobody chose: `clicks` is in all of them.
    """
    if options.channel is None:
        chosen = options.mapping if options.panel else {}
        found = [(sheet, recognise(sheet, catalogue, chosen, options.panel)) for sheet in sheets]
        if not options.mapping or options.panel:
            return found
        if any(recognition.match for _, recognition in found):
            return [(sheet, recognise(sheet, catalogue, options.mapping, None)) for sheet in sheets]
    return [(sheet, _by_description(sheet, options)) for sheet in sheets]


def _by_description(sheet: Sheet, options: ReadOptions) -> Recognition:
    said = described(sheet.head, options.mapping, options.channel or "", options.currency, options.date_order)
    return Recognition() if said is None else recognise(sheet, (panel_of(said),), options.mapping, None)


def _columns_of(match: Match) -> Mapping[str, str]:
    return dict(match.panel.column_map.columns) if match.panel.column_map else {}


def _outlines(
    sheets: tuple[Sheet, ...], catalogue: tuple[Panel, ...], means: Mapping[str, str]
) -> tuple[Outline, ...]:
    outlines = (outline_of(sheet, catalogue, means) for sheet in sheets)
    return tuple(outline for outline in outlines if outline)


def _tables(match: Match, opened: Opened, options: ReadOptions) -> tuple[ReadTable, ...]:
    body = match.sheet.body(match.header.index, len(match.header.cells))
    match, findings = _without_persons(match, body)
    if match.report.stacked:
        tables = read_stacked(match, body, opened.source, options)
    elif CHANNEL in match.header.roles:
        tables = read_divided(match, body, opened.source, options)
    else:
        tables = (read_table(match, body, opened.source, options),)
        if match.panel.column_map and not match.panel.column_map.channel:
            findings = (*findings, found("channel_missing"))
    return (replace(tables[0], findings=(*tables[0].findings, *findings)), *tables[1:])


def _without_persons(match: Match, body: Body) -> tuple[Match, tuple[Finding, ...]]:
    """The match without columns that speak of private persons; those that a definition names are trusted."""
    header = match.header
    trusted = {*header.roles.values(), *header.spare} - {*header.mapped, *header.left_out}
    asked = [at for at in range(len(header.cells)) if at not in trusted and header.cells[at].strip()]
    lost = tuple(at for at in asked if is_personal_column(header.cells[at], body.columns[at].text))
    if not lost:
        return match, ()
    names = ", ".join(fold.clean(header.cells[at]) for at in lost)
    finding = found("personal_columns", count=len(lost), value=names, details={"columns": names})
    return replace(match, header=header.without(lost)), (finding,)


def _file_findings(matches: list[Match], sheets: tuple[Sheet, ...]) -> tuple[Finding, ...]:
    findings = []
    read = [match.sheet for match in matches]
    unread = [sheet.name for sheet in sheets if sheet not in read and not _is_ours(sheet, matches)]
    if unread:
        findings.append(
            found(
                "unread_sheets",
                count=len(unread),
                value=", ".join(unread),
                details={"sheets": ", ".join(unread)},
            )
        )
    if len(matches) > 1:
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


def _is_ours(sheet: Sheet, matches: list[Match]) -> bool:
    """A sheet of instructions that the program itself put beside the one to be filled in."""
    first = sheet.head[0][0] if sheet.head and sheet.head[0] else ""
    return any(match.panel.template and first.startswith(match.panel.name) for match in matches)


def _not_recognised(
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
            row for sheet in sheets for row in sheet.head if not any(is_personal("", [cell]) for cell in row)
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
