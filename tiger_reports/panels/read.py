"""A panel file, as it was downloaded, to normalised rows. The one door of this room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tiger_reports.model.finding import Finding
from tiger_reports.model.outline import Outline
from tiger_reports.panels import fold
from tiger_reports.panels.blocks import block_matches, block_name
from tiger_reports.panels.catalogue import panels
from tiger_reports.panels.codes import found
from tiger_reports.panels.copies import without_copies
from tiger_reports.panels.csv_text import BrokenCsvError
from tiger_reports.panels.definition import CHANNEL, Panel, PanelKind
from tiger_reports.panels.divided import read_divided
from tiger_reports.panels.formulas import formula_findings
from tiger_reports.panels.identify import identify
from tiger_reports.panels.mapped import panel_of
from tiger_reports.panels.opening import Opened, RefusedError, open_file
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.outline import header_index, outline_of
from tiger_reports.panels.personal import Personal, holds_addresses, is_personal_column
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.result import ReadFile, ReadTable
from tiger_reports.panels.sections import read_stacked
from tiger_reports.panels.sheet import Body, Sheet
from tiger_reports.panels.table import read_table
from tiger_reports.panels.unrecognised import not_recognised

NO_OPTIONS = ReadOptions()


@dataclass(frozen=True)
class _Read:
    """`personal` are columns of any sheet, read or not, that are not kept."""

    tables: tuple[ReadTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    outlines: tuple[Outline, ...] = ()
    personal: tuple[Personal, ...] = ()
    delimiter: str = ""


def read_file(
    path: Path, *, name: str, options: ReadOptions = NO_OPTIONS, catalogue: Sequence[Panel] | None = None
) -> ReadFile:
    """Read any file. Whatever is wrong with it comes back as findings; nothing is raised for bad input.

    `name` is what the user calls the file; the path may be a random one.
    """
    try:
        known = (*(panels() if catalogue is None else catalogue), *map(panel_of, options.known))
        read = _read(path, name, options, known)
    except RefusedError as refusal:
        read = _Read(findings=(refusal.finding,))
    except BrokenCsvError as error:
        finding = found("damaged_file", value=str(error)[:200], details={"part": "records"})
        read = _Read(findings=(finding,))
    except Exception as error:  # noqa: BLE001  (the edge: a fault of ours must not look like a crash)
        read = _Read(findings=(found("reader_fault", value=f"{type(error).__name__}: {error}"[:200]),))
    tables = tuple(replace(table, findings=_named(table.findings, name)) for table in read.tables)
    size, findings = path.stat().st_size, _named(read.findings, name)
    return ReadFile(name, size, tables, findings, read.outlines, read.personal, read.delimiter)


def _named(findings: Sequence[Finding], name: str) -> tuple[Finding, ...]:
    return tuple(replace(finding, file=name) for finding in findings)


def _read(path: Path, name: str, options: ReadOptions, catalogue: tuple[Panel, ...]) -> _Read:
    opened = open_file(path.read_bytes(), name, catalogue, options)
    identified = identify(opened.sheets, options, catalogue)
    matches = [recognition.match for _, recognition in identified if recognition.match]
    parts = [
        _matched(path, recognition.match, opened, options, catalogue)
        if recognition.match
        else _unmatched(sheet, catalogue, options.mapping)
        for sheet, recognition in identified
    ]
    outlines = tuple(outline for part in parts for outline in part.outlines)
    tables, copies = without_copies([part.tables for part in parts])
    if matches:
        told = (*_file_findings(matches, opened.sheets, copies), *_copied(tables, copies))
    else:
        told = (not_recognised(identified, options, catalogue, outlines),)
    return _Read(
        tables=tables,
        findings=(*opened.findings, *(finding for part in parts for finding in part.findings), *told),
        outlines=tuple(outline for part in parts for outline in part.outlines if part.tables or not matches),
        personal=tuple(one for part in parts for one in part.personal),
        delimiter=opened.source.delimiter,
    )


def _unmatched(sheet: Sheet, catalogue: tuple[Panel, ...], means: Mapping[str, str]) -> _Read:
    """What can be seen of a sheet that is not read."""
    index = header_index(sheet.head)
    if index is None:
        return _Read()
    cells = sheet.head[index]
    body = sheet.body(index, len(cells))
    lost = tuple(at for at, cell in enumerate(cells) if is_personal_column(cell, body.columns[at].text))
    outline = outline_of(sheet, index, catalogue, means, lost)
    return _Read(outlines=(outline,), personal=(Personal(sheet.name, index, lost),) if lost else ())


def _matched(
    path: Path, match: Match, opened: Opened, options: ReadOptions, catalogue: tuple[Panel, ...]
) -> _Read:
    if match.report.blocks:
        return _blocks(match, opened, options)
    body = _body(match)
    lost = _personal(match, body)
    tables = _tables(replace(match, header=match.header.without(lost)), body, opened, options)
    said = match.panel.column_map
    findings = (*([_left_out(match, lost)] if lost else []), *_channel_missing(match))
    return _Read(
        tables=(replace(tables[0], findings=(*tables[0].findings, *findings)), *tables[1:]),
        findings=formula_findings(path, match.sheet.name, match.header) if match.panel.template else (),
        outlines=(outline_of(match.sheet, match.header.index, catalogue, dict(said.columns), lost),)
        if said
        else (),
        personal=(Personal(match.sheet.name, match.header.index, lost),) if lost else (),
    )


def _blocks(match: Match, opened: Opened, options: ReadOptions) -> _Read:
    """Tables under each other, and the names of those that hold no figures of ours."""
    blocks, unread = block_matches(match, options)
    read = [_block(block, opened, options) for block in blocks]
    names = dict.fromkeys(name for block in unread if (name := block_name(block)))
    lost = [*(one for _, one in read), *map(_lost_of_unread, unread)]
    return _Read(
        tables=tuple(table for table, _ in read),
        findings=_unread("tables", tuple(names)),
        personal=tuple(replace(one, sheet=match.sheet.name) for one in lost if one),
    )


def _block(block: Match, opened: Opened, options: ReadOptions) -> tuple[ReadTable, Personal | None]:
    body = _body(block)
    lost = _personal(block, body)
    table = read_table(replace(block, header=block.header.without(lost)), body, opened.source, options)
    if not lost:
        return table, None
    return replace(table, findings=(*table.findings, _left_out(block, lost))), _below(body, lost)


def _lost_of_unread(block: Match) -> Personal | None:
    body, cells = _body(block), block.header.cells
    lost = tuple(at for at, cell in enumerate(cells) if is_personal_column(cell, body.columns[at].text))
    return _below(body, lost) if lost else None


def _below(body: Body, lost: tuple[int, ...]) -> Personal | None:
    """The columns in the body's rows alone: other tables stand above and below it."""
    if not len(body):
        return None
    first, last = body.rows[0].as_py(), body.rows[-1].as_py()
    return Personal("", first - 2, lost, last)


def _body(match: Match) -> Body:
    return match.sheet.body(match.header.index, len(match.header.cells))


def _unread(what: str, names: Sequence[str]) -> tuple[Finding, ...]:
    listed = ", ".join(names)
    return (found(f"unread_{what}", count=len(names), value=listed, details={what: listed}),) if names else ()


def _tables(match: Match, body: Body, opened: Opened, options: ReadOptions) -> tuple[ReadTable, ...]:
    if match.report.stacked:
        return read_stacked(match, body, opened.source, options)
    if CHANNEL in match.header.roles:
        return read_divided(match, body, opened.source, options)
    return (read_table(match, body, opened.source, options),)


def _personal(match: Match, body: Body) -> tuple[int, ...]:
    """Columns that speak of private persons, among those that no definition names.

    In an ad panel's export what is said is an ad; only addresses count there.
    """
    header = match.header
    trusted = {*header.roles.values(), *header.spare} - {*header.mapped, *header.left_out, *header.cuts}
    asked = [at for at, cell in enumerate(header.cells) if at not in trusted and cell.strip()]
    personal = is_personal_column if match.panel.column_map else holds_addresses
    return tuple(at for at in asked if personal(header.cells[at], body.columns[at].text))


def _left_out(match: Match, lost: tuple[int, ...]) -> Finding:
    names = ", ".join(fold.clean(match.header.cells[at]) for at in lost)
    return found("personal_columns", count=len(lost), value=names, details={"columns": names})


def _channel_missing(match: Match) -> tuple[Finding, ...]:
    said = match.panel.column_map
    nameless = said is not None and not said.channel and CHANNEL not in match.header.roles
    return (found("channel_missing"),) if nameless else ()


def _copied(tables: Sequence[ReadTable], copies: Sequence[ReadTable]) -> tuple[Finding, ...]:
    if not copies:
        return ()
    left, read = (", ".join(table.section for table in some) for some in (copies, tables))
    return (found("copied_sheets", count=len(copies), value=left, details={"sheets": left, "read": read}),)


def _file_findings(
    matches: list[Match], sheets: tuple[Sheet, ...], copies: Sequence[ReadTable]
) -> tuple[Finding, ...]:
    read = [match.sheet for match in matches]
    unread = [sheet.name for sheet in sheets if sheet not in read and not _is_ours(sheet, matches)]
    findings = list(_unread("sheets", unread))
    again = {table.section for table in copies}
    counted = [match for match in matches if match.sheet.name not in again]
    if len(counted) > 1 and any(match.panel.kind is PanelKind.ADS for match in counted):
        names = ", ".join(match.sheet.name for match in counted)
        findings.append(
            found(
                "several_sheets",
                count=len(counted),
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
