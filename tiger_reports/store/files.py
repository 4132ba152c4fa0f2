"""Files kept by what is in them: raw uploads and decks, named by their SHA-256 and nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tiger_reports.store.errors import UnknownFileError

CHUNK = 1 << 20
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Held:
    """Bytes at a place of their own; nobody else knows of them yet."""

    path: Path
    sha256: str


@dataclass(frozen=True)
class Files:
    """Read-only files under `folder`, at `<first two digits>/<hash>`. A file's own name is never a path."""

    folder: Path

    def put(self, data: bytes | BinaryIO) -> str:
        """Keep the bytes and return their SHA-256; bytes that are there already stay untouched."""
        with self.hold(data) as held:
            return self.keep(held)

    @contextmanager
    def hold(self, data: bytes | BinaryIO) -> Iterator[Held]:
        """The bytes on the disk while they are looked at; gone afterwards, unless `keep` is called."""
        self.folder.mkdir(parents=True, exist_ok=True)
        stream = BytesIO(data) if isinstance(data, bytes) else data
        handle, name = tempfile.mkstemp(prefix="incoming-", dir=self.folder)
        incoming = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                sha256 = _copy(stream, file)
            yield Held(incoming, sha256)
        finally:
            incoming.unlink(missing_ok=True)

    def keep(self, held: Held) -> str:
        """Keep what was held, and return its SHA-256."""
        self._settle(held.path, held.sha256)
        return held.sha256

    def kept(self, sha256: str) -> Held:
        """A file that is there already, to be looked at again."""
        return Held(self.path(sha256), sha256)

    def path(self, sha256: str) -> Path:
        """Where the file is kept; raise UnknownFileError where there is none."""
        place = self._place(sha256)
        if not place.is_file():
            raise UnknownFileError(f"no stored file {sha256}")
        return place

    def open(self, sha256: str) -> BinaryIO:
        return self.path(sha256).open("rb")

    def get(self, sha256: str) -> bytes:
        return self.path(sha256).read_bytes()

    def exists(self, sha256: str) -> bool:
        return bool(HASH.fullmatch(sha256)) and self._place(sha256).is_file()

    def _place(self, sha256: str) -> Path:
        if not HASH.fullmatch(sha256):
            raise UnknownFileError(f"not a SHA-256: {sha256!r}")
        return self.folder / sha256[:2] / sha256

    def _settle(self, incoming: Path, sha256: str) -> None:
        place = self._place(sha256)
        if place.exists():
            return
        place.parent.mkdir(exist_ok=True)
        incoming.chmod(0o444)
        incoming.replace(place)
        _sync_folder(place.parent)


def _copy(stream: BinaryIO, file: BinaryIO) -> str:
    """Copy to the disk itself, not only to its cache; return the SHA-256."""
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        file.write(chunk)
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can do that for folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
