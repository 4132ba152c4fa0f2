"""A zip of CSV files, as YouTube Studio gives it: the tables in it, or why it is not opened."""

from __future__ import annotations

import io
import zipfile

from tiger_reports.panels.zip_look import MOST_BYTES, MOST_RATIO, RATIO_FROM, Danger, zlib_error

MOST_FILES = 50
ENDINGS = (".csv", ".tsv", ".txt")


class UnsafeArchiveError(ValueError):
    """The archive is too big, too full, or cannot be unpacked; `danger` says which."""

    def __init__(self, danger: Danger) -> None:
        super().__init__(danger.reason)
        self.danger = danger


def texts_in(data: bytes) -> dict[str, bytes]:
    """The text tables of a zip by name; declared sizes may lie, so unpacking stops at the limit itself.

    Empty where it holds none. Raises UnsafeArchiveError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _is_table(entry)]
            if len(entries) > MOST_FILES:
                raise UnsafeArchiveError(Danger("entries", len(entries), MOST_FILES))
            return _unpacked(archive, entries, len(data))
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zlib_error()) as error:
        raise UnsafeArchiveError(Danger("damaged")) from error


def _is_table(entry: zipfile.ZipInfo) -> bool:
    """Not a folder, not what a Mac leaves beside each file."""
    hidden = entry.filename.startswith("__MACOSX/") or entry.filename.rsplit("/", 1)[-1].startswith(".")
    return entry.filename.casefold().endswith(ENDINGS) and not hidden


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], packed: int) -> dict[str, bytes]:
    texts, left = {}, MOST_BYTES
    for entry in entries:
        with archive.open(entry) as stream:
            texts[entry.filename] = stream.read(left + 1)
        left -= len(texts[entry.filename])
        unpacked = MOST_BYTES - left
        if left < 0:
            raise UnsafeArchiveError(Danger("size", unpacked, MOST_BYTES))
        if unpacked > RATIO_FROM and unpacked > packed * MOST_RATIO:
            raise UnsafeArchiveError(Danger("ratio", unpacked // max(packed, 1), MOST_RATIO))
    return texts
