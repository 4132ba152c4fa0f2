"""A look into an old workbook (.xls) before anything opens it: broken chains, cells beyond the last column.

The file is a small file system: a table (FAT) names for each sector the next one of its stream. A loop in it,
or one cell far to the right, makes readers of workbooks reserve gigabytes.
Source of the layout: [MS-CFB] 2.2 to 2.6 and [MS-XLS] 2.5.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

HEADER = 512
SECTOR_SHIFTS = (9, 12)
IN_HEADER = 109  # FAT sectors that the header itself lists: files up to 7 MB
SPECIAL = 0xFFFFFFFA  # from here on entries are marks such as "end of chain"
LAST_COLUMN = 255
CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
"""BIFF records that begin with row and column."""


def is_sound(data: bytes) -> bool:
    """Whether the chains of an .xls hold together and all its cells are on the sheet."""
    try:
        size, fat = _fat(data)
    except struct.error:
        return False
    used = [after for after in fat if after < SPECIAL]
    sectors = -(-(len(data) - HEADER) // size)
    if len(set(used)) < len(used) or any(after >= sectors for after in used):
        return False
    return all(column <= LAST_COLUMN for stream in _streams(data, size, fat) for column in _columns(stream))


def _fat(data: bytes) -> tuple[int, list[int]]:
    """Sector size and the FAT. Raises struct.error where the file is too short for what it says."""
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    (count,) = struct.unpack_from("<I", data, 0x2C)
    if shift not in SECTOR_SHIFTS or count > IN_HEADER:
        raise struct.error
    size = 1 << shift
    places = struct.unpack_from(f"<{count}I", data, 0x4C)
    return size, [entry for place in places for entry in _entries(data, place, size)]


def _entries(data: bytes, place: int, size: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{size // 4}I", data, HEADER + place * size)


def _streams(data: bytes, size: int, fat: list[int]) -> Iterator[bytes]:
    """Every chain of sectors, joined; chains are known to have no loops."""
    continued = {after for after in fat if after < SPECIAL}
    for first in range(min(len(fat), -(-(len(data) - HEADER) // size))):
        if first not in continued:
            chain, at = bytearray(), first
            while at < len(fat):
                chain += data[HEADER + at * size : HEADER + (at + 1) * size]
                at = fat[at]
            yield bytes(chain)


def _columns(stream: bytes) -> Iterator[int]:
    """Columns of the cell records, where the stream is a workbook (it begins with a BOF record)."""
    if stream[:2] != b"\x09\x08":
        return
    at = 0
    while at + 8 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind in CELLS:
            yield struct.unpack_from("<H", stream, at + 6)[0]
        at += 4 + length
