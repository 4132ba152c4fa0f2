"""Opening a file: bytes to sheets, refused with a reason where they cannot or must not be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import multimode

from tiger_reports.model.finding import Finding
from tiger_reports.panels.archive import UnsafeArchiveError, texts_in
from tiger_reports.panels.codes import found
from tiger_reports.panels.container import Kind, kind_of
from tiger_reports.panels.csv_text import DELIMITERS, BrokenCsvError, csv_sheet
from tiger_reports.panels.definition import Panel
from tiger_reports.panels.encoding import Decoded, MixedEncodingsError, UndecodableError, decode
from tiger_reports.panels.ole_look import is_sound
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.recognise import recognise
from tiger_reports.panels.sheet import Sheet
from tiger_reports.panels.source import Source
from tiger_reports.panels.workbook import BrokenWorkbookError, sheets_of
from tiger_reports.panels.xml_sheets import UnsafeXmlError, sheets_of_xml
from tiger_reports.panels.zip_look import Danger, danger_in

UNSUPPORTED = {
    Kind.HTML: "HTML",
    Kind.PDF: "PDF",
    Kind.ARCHIVE: "ZIP",
    Kind.OTHER: "?",
}


class RefusedError(Exception):
    """The file is not opened; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True)
class Opened:
    sheets: tuple[Sheet, ...]
    source: Source
    findings: tuple[Finding, ...] = ()


def open_file(data: bytes, name: str, catalogue: Sequence[Panel], options: ReadOptions) -> Opened:
    """The sheets of a file. Raises RefusedError."""
    kind = kind_of(data)
    match kind:
        case Kind.EMPTY:
            raise RefusedError(found("empty_export"))
        case Kind.DAMAGED:
            raise RefusedError(found("damaged_file", details={"part": "zip"}))
        case Kind.PROTECTED:
            raise RefusedError(found("protected_file"))
        case Kind.WORKBOOK | Kind.OLD_WORKBOOK:
            return _open_workbook(data, name, kind)
        case Kind.TEXT:
            return _open_text(data, name, catalogue, options)
        case Kind.SPREADSHEETML:
            return _open_xml(data, name)
        case Kind.ARCHIVE:
            return _open_archive(data, name, catalogue, options)
        case _:
            raise _unsupported(kind)


def _unsupported(kind: Kind) -> RefusedError:
    return RefusedError(
        found("unsupported_format", value=UNSUPPORTED[kind], details={"format": UNSUPPORTED[kind]})
    )


def _open_workbook(data: bytes, name: str, kind: Kind) -> Opened:
    if kind is Kind.WORKBOOK:
        _refuse_danger(data)
    elif not is_sound(data):
        raise RefusedError(found("damaged_file", details={"part": "workbook"}))
    try:
        sheets = sheets_of(data)
    except BrokenWorkbookError as error:
        raise RefusedError(
            found("damaged_file", value=str(error)[:200], details={"part": "workbook"})
        ) from error
    if not sheets:
        raise RefusedError(found("empty_export"))
    return Opened(sheets, Source(name, "xlsx" if kind is Kind.WORKBOOK else "xls"))


def _refuse_danger(data: bytes) -> None:
    danger = danger_in(data)
    if danger is not None:
        raise _refusal(danger)


def _refusal(danger: Danger) -> RefusedError:
    if danger.reason == "damaged":
        return RefusedError(found("damaged_file", details={"part": "zip"}))
    code = "too_large" if danger.reason == "size" else "unsafe_file"
    return RefusedError(
        found(code, value=danger.reason, details={"found": danger.found, "limit": danger.limit})
    )


def _open_xml(data: bytes, name: str) -> Opened:
    try:
        sheets = sheets_of_xml(data)
    except BrokenWorkbookError as error:
        raise RefusedError(
            found("damaged_file", value=str(error)[:200], details={"part": "workbook"})
        ) from error
    except UnsafeXmlError as error:
        raise _refusal(error.danger) from error
    if not sheets:
        raise RefusedError(found("empty_export"))
    return Opened(sheets, Source(name, "xml"))


def _open_archive(data: bytes, name: str, catalogue: Sequence[Panel], options: ReadOptions) -> Opened:
    """The tables of a zip as sheets named after its files."""
    try:
        texts = texts_in(data)
    except UnsafeArchiveError as error:
        raise _refusal(error.danger) from error
    if not texts:
        raise _unsupported(Kind.ARCHIVE)
    opened = [
        (inside, _open_text(text, name, catalogue, options)) for inside, text in texts.items() if text.strip()
    ]
    if not opened:
        raise RefusedError(found("empty_export"))
    sheets = tuple(replace(one.sheets[0], name=inside) for inside, one in opened)
    return Opened(sheets, opened[0][1].source, tuple(note for _, one in opened for note in one.findings))


def _open_text(data: bytes, name: str, catalogue: Sequence[Panel], options: ReadOptions) -> Opened:
    try:
        decoded = decode(data)
    except MixedEncodingsError as error:
        raise RefusedError(found("mixed_encodings")) from error
    except UndecodableError as error:
        raise RefusedError(found("damaged_file", details={"part": "encoding"})) from error
    sheets = {delimiter: sheet for delimiter in DELIMITERS if (sheet := _try(decoded.text, delimiter))}
    if not sheets:
        raise RefusedError(found("damaged_file", details={"part": "records"}))
    best = max(sheets, key=lambda delimiter: _fit(sheets[delimiter], catalogue, options))
    return Opened((sheets[best],), Source(name, decoded.encoding, best), _encoding_notes(decoded))


def _try(text: bytes, delimiter: str) -> Sheet | None:
    try:
        return csv_sheet(text, delimiter)
    except BrokenCsvError:
        return None


def _encoding_notes(decoded: Decoded) -> tuple[Finding, ...]:
    if decoded.guessed:
        return (found("encoding_guessed", value=decoded.encoding, details={"encoding": decoded.encoding}),)
    return (found("damaged_characters", count=decoded.damaged),) if decoded.damaged else ()


def _fit(sheet: Sheet, catalogue: Sequence[Panel], options: ReadOptions) -> tuple[int, int]:
    """How well a delimiter fits: columns found in the header, else how wide most records are.

    The widest record would be a poor judge: it may be a sentence with commas in it.
    """
    recognition = recognise(sheet, catalogue, options.mapping, options.panel)
    widths = multimode(len(row) for row in sheet.head if len(row) > 1)
    return recognition.known_headers, max(widths, default=0)
