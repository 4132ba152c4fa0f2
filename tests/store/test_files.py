"""Files by content: what is put comes back, byte for byte, and names are never paths."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest

from tiger_reports.store.errors import UnknownFileError
from tiger_reports.store.files import Files


@pytest.fixture
def files(tmp_path) -> Files:
    return Files(tmp_path / "raw")


def test_a_file_is_found_by_its_hash(files):
    sha256 = files.put(b"day,spend\n1,2\n")
    assert sha256 == hashlib.sha256(b"day,spend\n1,2\n").hexdigest()
    assert files.get(sha256) == b"day,spend\n1,2\n"
    assert files.path(sha256) == files.folder / sha256[:2] / sha256
    with files.open(sha256) as stream:
        assert stream.read(3) == b"day"


def test_a_stream_and_its_bytes_are_the_same_file_kept_once(files):
    data = b"x" * 3_000_000
    assert files.put(BytesIO(data)) == files.put(data)
    assert len([path for path in files.folder.rglob("*") if path.is_file()]) == 1


def test_a_kept_file_cannot_be_written(files):
    assert files.path(files.put(b"a")).stat().st_mode & 0o222 == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 63, "A" * 64, "0" * 64, "a/" * 32])
def test_what_is_not_a_stored_hash_is_no_path(files, name):
    files.put(b"a")
    assert not files.exists(name)
    with pytest.raises(UnknownFileError):
        files.path(name)


def test_a_stream_that_breaks_leaves_nothing(files):
    class Broken(BytesIO):
        def read(self, size=-1, /):
            raise OSError("cable")

    with pytest.raises(OSError, match="cable"):
        files.put(Broken(b"abc"))
    assert [path for path in files.folder.rglob("*") if path.is_file()] == []
