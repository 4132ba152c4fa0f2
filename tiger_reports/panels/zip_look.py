"""A look into a zipped workbook before anything opens it: too big, too wide, or built to harm.

Readers of workbooks lay out every cell of the used range in memory: one cell at XFD1048576 is enough to
end the process. So the highest cell reference is taken from the `r` attributes, never from `<dimension>`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ENTRIES = 2_000
MOST_BYTES = 100 * 1024 * 1024
MOST_RATIO = 200  # real exports unpack to 5 to 40 times their size
RATIO_FROM = 10 * 1024 * 1024
MOST_COLUMNS = 2_000
FREE_CELLS = 5_000_000
BYTES_A_CELL = 8  # a cell written out takes at least `<c r="A1"/>`; fewer means empty space
CHUNK = 1 << 20
OVERLAP = 64

ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d{1,9})"')
WIDE_CELL = re.compile(rb'\br="([A-Z]{3,})(\d{1,9})"')
CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,9})"')
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class Danger:
    """Why a workbook is not opened: `entries`, `size`, `ratio`, `range`, `entity` or `damaged`."""

    reason: str
    found: int = 0
    limit: int = 0


@dataclass
class _Extent:
    rows: int = 0
    columns: int = 0
    size: int = 0

    @property
    def sparse(self) -> bool:
        area = self.rows * self.columns
        return area > FREE_CELLS and self.size < area * BYTES_A_CELL


def danger_in(data: bytes) -> Danger | None:
    """The first danger, or None for a workbook that is safe to open."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _danger(archive, len(data))
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zlib_error(),
    ):
        return Danger("damaged")


def zlib_error() -> type[Exception]:
    import zlib

    return zlib.error


def _danger(archive: zipfile.ZipFile, packed: int) -> Danger | None:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        return Danger("entries", len(entries), MOST_ENTRIES)
    declared = sum(entry.file_size for entry in entries)
    return _too_big(declared, packed) or _walk(archive, entries, packed)


def _too_big(unpacked: int, packed: int) -> Danger | None:
    if unpacked > RATIO_FROM and unpacked > packed * MOST_RATIO:
        return Danger("ratio", unpacked // max(packed, 1), MOST_RATIO)
    if unpacked > MOST_BYTES:
        return Danger("size", unpacked, MOST_BYTES)
    return None


def _walk(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], packed: int) -> Danger | None:
    """Unpack the XML parts bit by bit: declared sizes may lie."""
    unpacked = 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        extent = _Extent()
        for chunk in _chunks(archive, entry):
            unpacked += len(chunk)
            danger = _too_big(unpacked, packed) or _danger_of_chunk(chunk, extent)
            if danger:
                return danger
        if extent.sparse:
            return Danger("range", extent.rows * extent.columns, FREE_CELLS)
    return None


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Pieces of an entry, each beginning with the tail of the one before, so that no tag is cut."""
    tail = b""
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            yield tail + piece
            tail = piece[-OVERLAP:]


def _danger_of_chunk(chunk: bytes, extent: _Extent) -> Danger | None:
    if ENTITY.search(chunk):
        return Danger("entity")
    extent.size += len(chunk)
    extent.rows = max((extent.rows, *map(int, ROW.findall(chunk))))
    for letters, row in CELL.findall(chunk) if extent.rows * 100 > FREE_CELLS else WIDE_CELL.findall(chunk):
        extent.columns = max(extent.columns, _column_number(letters))
        extent.rows = max(extent.rows, int(row))
    if extent.columns > MOST_COLUMNS:
        return Danger("range", extent.columns, MOST_COLUMNS)
    return None


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
